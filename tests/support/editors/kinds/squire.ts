import Squire from 'squire-rte';
import type { MountEditor } from '../test-editor';
import { linesOf } from './html-lines';

export const mount: MountEditor = (place) => {
  const box = document.createElement('div');
  box.dataset['composer'] = '';
  place.append(box);
  const editor = new Squire(box, {
    sanitizeToDOMFragment: (html) => {
      const { body } = new DOMParser().parseFromString(html, 'text/html');
      const fragment = document.createDocumentFragment();
      fragment.append(...body.childNodes);
      return fragment;
    },
  });
  return {
    model: () => linesOf(editor.getHTML()),
    setDraft: (text) => {
      editor.setHTML(text === '' ? '' : `<div>${text}</div>`);
    },
  };
};
