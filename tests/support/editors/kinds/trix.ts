import 'trix';
import type { MountEditor } from '../test-editor';

type TrixElement = HTMLElement & {
  readonly value: string;
  readonly editor: {
    getDocument(): { toString(): string };
    loadHTML(html: string): void;
  };
};

export const mount: MountEditor = async (place) => {
  const element = document.createElement('trix-editor') as TrixElement;
  element.dataset['composer'] = '';
  const ready = new Promise((done) => element.addEventListener('trix-initialize', done));
  place.append(element);
  await ready;
  return {
    model: () => element.editor.getDocument().toString().replace(/\n$/, ''),
    html: () => element.value,
    setDraft: (text) => element.editor.loadHTML(text),
  };
};
