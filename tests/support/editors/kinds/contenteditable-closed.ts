import type { MountEditor } from '../test-editor';

/** An editable element in a closed shadow root, as consoles made of web components have it. */
export const mount: MountEditor = (place) => {
  const host = document.createElement('div');
  host.dataset['composer'] = '';
  const box = document.createElement('div');
  box.contentEditable = 'true';
  box.style.cssText = 'min-height: 80px; width: 500px; border: 1px solid; white-space: pre-wrap';
  host.attachShadow({ mode: 'closed' }).append(box);
  place.append(host);
  return {
    model: () => box.innerText.replace(/\n$/, ''),
    setDraft: (text) => {
      box.textContent = text;
    },
  };
};
