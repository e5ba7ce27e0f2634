import WangEditor from 'wangeditor';
import type { MountEditor } from '../test-editor';
import { linesOf } from './html-lines';

/** The model is what its `onchange` last told, which consoles send. */
export const mount: MountEditor = (place) => {
  const box = document.createElement('div');
  place.append(box);
  const editor = new WangEditor(box);
  let html = '';
  editor.config.onchange = (changed: string) => {
    html = changed;
  };
  editor.config.onchangeTimeout = 10;
  editor.config.height = 80;
  editor.create();
  place.querySelector('.w-e-text')?.setAttribute('data-composer', '');
  return {
    model: () => linesOf(html),
    html: () => html,
    setDraft: (text) => {
      html = text === '' ? '' : `<p>${text}</p>`;
      editor.txt.html(html);
    },
  };
};
