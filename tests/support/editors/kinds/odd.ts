import type { MountEditor, TestEditor } from '../test-editor';

/** Editable elements that misbehave as editors in the wild have been seen to. */
function editable(place: HTMLElement): HTMLElement {
  const box = document.createElement('div');
  box.contentEditable = 'true';
  box.dataset['composer'] = '';
  box.style.whiteSpace = 'pre-wrap';
  place.replaceChildren(box);
  return box;
}

function plain(box: () => HTMLElement): TestEditor {
  return {
    model: () => box().innerText.replace(/\n$/, ''),
    setDraft: (text) => {
      box().textContent = text;
    },
  };
}

/** Takes nothing from anybody: what is written is gone at once. */
export const mountLocked: MountEditor = (place) => {
  const box = editable(place);
  let model = '';
  box.addEventListener('input', () => {
    box.textContent = model;
  });
  return {
    model: () => box.innerText,
    setDraft: (text) => {
      model = text;
      box.textContent = text;
    },
  };
};

/** Puts what is pasted in twice, and takes it back by its own key. */
export const mountDoubling: MountEditor = (place) => {
  const box = editable(place);
  const past: string[] = [];
  box.addEventListener('paste', (event) => {
    event.preventDefault();
    const text = event.clipboardData?.getData('text/plain') ?? '';
    past.push(box.textContent);
    box.append(text, text);
  });
  box.addEventListener('keydown', (event) => {
    if (event.key === 'z' && event.ctrlKey && past.length > 0) box.textContent = past.pop() ?? '';
  });
  return plain(() => box);
};

/** Puts what is pasted in twice, and cannot take it back. */
export const mountSpoiling: MountEditor = (place) => {
  const box = editable(place);
  box.addEventListener('paste', (event) => {
    event.preventDefault();
    const text = event.clipboardData?.getData('text/plain') ?? '';
    box.append(text, text);
  });
  return plain(() => box);
};

/** Puts its own text back shortly after anybody else has changed it. */
export const mountReverting: MountEditor = (place) => {
  const box = editable(place);
  let model = '';
  new MutationObserver(() => {
    setTimeout(() => {
      if (box.textContent !== model) box.textContent = model;
    }, 120);
  }).observe(box, { childList: true, characterData: true, subtree: true });
  return {
    model: () => model,
    setDraft: (text) => {
      model = text;
      box.textContent = text;
    },
  };
};

/** Is exchanged for a new element, with the same draft, when it first gets the focus. */
export const mountRendering: MountEditor = (place) => {
  let box = editable(place);
  box.addEventListener('focus', () => {
    const text = box.textContent;
    box = editable(place);
    box.textContent = text;
  });
  return plain(() => box);
};

/** Leaves the page for good when it gets the focus. */
export const mountVanishing: MountEditor = (place) => {
  const box = editable(place);
  box.addEventListener('focus', () => box.remove());
  return plain(() => box);
};

/** Is drawn anew from its old draft at the first paste, which is thereby lost. */
export const mountDropping: MountEditor = (place) => {
  let box = editable(place);
  box.addEventListener('paste', (event) => {
    event.preventDefault();
    const text = box.textContent;
    box = editable(place);
    box.textContent = text;
  });
  return plain(() => box);
};
