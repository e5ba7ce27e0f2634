import 'summernote/dist/summernote-lite.css';
import jQuery from 'jquery';
import type { MountEditor } from '../test-editor';
import { linesOf } from './html-lines';

type Summernote = (command: string | object, ...rest: readonly unknown[]) => unknown;

export const mount: MountEditor = async (place) => {
  Object.assign(window, { jQuery, $: jQuery });
  await import('summernote/dist/summernote-lite.js');
  const box = document.createElement('div');
  place.append(box);
  let html = '';
  const callbacks = {
    onChange: (changed: string) => {
      html = changed;
    },
  };
  const wrapped = jQuery(box) as unknown as { readonly summernote: Summernote };
  const call: Summernote = (...args) => wrapped.summernote(...args);
  call({ toolbar: [], height: 80, callbacks });
  place.querySelector('.note-editable')?.setAttribute('data-composer', '');
  return {
    model: () => linesOf(html),
    html: () => html,
    setDraft: (text) => {
      html = text === '' ? '' : `<p>${text}</p>`;
      call('code', html);
      call('commit');
    },
  };
};
