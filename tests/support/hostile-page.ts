/** What a hostile page has got hold of. */
export type Loot = {
  /** Every key, text, clipboard and focus event that came by, as text. */
  events: string[];
  selections: string[];
  messages: string[];
  /** Calls of patched methods and constructors whose arguments or results named the panel. */
  calls: string[];
  roots: number;
};

/**
 * What a page does that wants to know what the panel shows; runs before any other script. Listens
 * to all input on the window, before everybody else, and patches what a console script may use.
 */
export function plunder(): void {
  // Browsers' drivers run this in every frame; a page runs only in its own.
  if (!location.protocol.startsWith('http')) return;
  const loot: Loot = { events: [], selections: [], messages: [], calls: [], roots: 0 };
  Object.assign(window, { loot });
  const heard = [
    ...['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'change', 'textInput'],
    ...['compositionstart', 'compositionupdate', 'compositionend', 'copy', 'cut', 'paste'],
    ...['dragstart', 'drop', 'select', 'selectionchange', 'toggle', 'beforetoggle'],
  ];
  for (const type of heard) {
    window.addEventListener(
      type,
      (event) => {
        const { key, data, clipboardData, target } = event as KeyboardEvent &
          InputEvent &
          ClipboardEvent;
        const { value, textContent } = (target ?? {}) as HTMLInputElement;
        const pasted = clipboardData?.getData('text/plain');
        loot.events.push([type, key, data, pasted, value, textContent?.slice(0, 500)].join('\n'));
      },
      true,
    );
  }
  document.addEventListener('selectionchange', () => {
    const text = String(getSelection());
    if (text !== '') loot.selections.push(text);
  });
  window.addEventListener('message', ({ data }) => loot.messages.push(JSON.stringify(data)), true);

  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    loot.roots++;
    return attach.call(this, { ...init, mode: 'open' });
  };
  // Whatever goes through one of these in the page's world is written down.
  const { stringify } = JSON;
  let isTelling = false;
  // Objects only where messages pass; the page's own editor would stand still otherwise.
  const carriers = /^(postMessage|structuredClone|parse|stringify|dispatchEvent)$/;
  const wordsOf = (arg: unknown, name: string) => {
    if (typeof arg === 'string') return arg;
    if (arg instanceof Element) return (arg.cloneNode(false) as Element).outerHTML;
    if (!carriers.test(name)) return '';
    try {
      return stringify(arg) ?? '';
    } catch {
      return '';
    }
  };
  const tell = (name: string, args: unknown[]) => {
    // What is used here is patched itself.
    if (isTelling) return;
    isTelling = true;
    let words = '';
    for (const arg of args) words += wordsOf(arg, name);
    const found = /cuecard|-extension:|insert\.request|canary/i.exec(words);
    if (found) {
      const from = Math.max(0, found.index - 60);
      loot.calls[loot.calls.length] = `${name}: ${words.slice(from, from + 160)}`;
    }
    isTelling = false;
  };
  // A driver reads the loot by patched methods, and would be written down without an end.
  Object.assign(window, {
    showLoot() {
      isTelling = true;
      return stringify(loot);
    },
    plunderOn() {
      isTelling = false;
    },
  });
  const patch = (owner: object, names: readonly string[]) => {
    for (const name of names) {
      const method = Reflect.get(owner, name) as (...args: unknown[]) => unknown;
      Reflect.set(owner, name, function (this: unknown, ...args: unknown[]) {
        const result = method.apply(this, args);
        tell(name, [this, ...args, result]);
        return result;
      });
    }
  };
  patch(Node.prototype, ['appendChild', 'insertBefore', 'removeChild', 'contains']);
  patch(Element.prototype, [
    'append',
    'setAttribute',
    'getAttribute',
    'querySelector',
    'moveBefore',
  ]);
  patch(EventTarget.prototype, ['addEventListener', 'dispatchEvent']);
  patch(Event.prototype, ['preventDefault', 'stopImmediatePropagation', 'composedPath']);
  patch(MessagePort.prototype, ['postMessage', 'start']);
  patch(window, ['postMessage', 'structuredClone', 'fetch', 'getComputedStyle']);
  patch(Document.prototype, [
    'createElement',
    'querySelectorAll',
    'execCommand',
    'elementFromPoint',
  ]);
  patch(Array.prototype, ['map', 'filter', 'push', 'join', 'find']);
  patch(String.prototype, ['replace', 'trim', 'split', 'toLowerCase']);
  patch(Promise.prototype, ['then']);
  patch(JSON, ['parse', 'stringify']);
  patch(HTMLElement.prototype, ['focus', 'click', 'showPopover']);
  for (const name of [
    'MessageChannel',
    'MutationObserver',
    'IntersectionObserver',
    'CSSStyleSheet',
  ]) {
    const Real = Reflect.get(window, name);
    const Spied = new Proxy(Real, {
      construct(target, args) {
        if (/-extension:/.test(new Error().stack ?? '')) loot.calls.push(`new ${name}`);
        return Reflect.construct(target, args);
      },
    });
    Reflect.set(window, name, Spied);
  }
  const source = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'src');
  Object.defineProperty(HTMLIFrameElement.prototype, 'src', {
    ...source,
    set(value: string) {
      loot.calls.push(`src ${value}`);
      source?.set?.call(this, value);
    },
  });
  for (const name of ['nonce', 'requestId', 'conversationKey']) {
    Object.defineProperty(Object.prototype, name, {
      configurable: true,
      get: () => undefined,
      set(value) {
        Object.defineProperty(this, name, { value, writable: true, configurable: true });
      },
    });
  }
}

/** Every place in a page where the panel's text could show up, as one text; runs in the page. */
export function everythingReadable(): string {
  const parts = [
    document.documentElement.outerHTML,
    document.documentElement.innerText,
    String(getSelection()),
    JSON.stringify({ ...localStorage }),
    performance
      .getEntries()
      .map(({ name }) => name)
      .join('\n'),
    Object.keys(window).join('\n'),
    [...document.querySelectorAll('*')]
      .map((element) => `${element.shadowRoot?.innerHTML ?? ''}${Object.keys(element).join()}`)
      .join('\n'),
  ];
  return parts.join('\n');
}
