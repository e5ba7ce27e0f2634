import type { MountEditor } from '../test-editor';

export const mount: MountEditor = async (place) => {
  const frame = document.createElement('iframe');
  frame.dataset['composer'] = '';
  frame.srcdoc = '<body contenteditable="true" style="white-space: pre-wrap"></body>';
  const loaded = new Promise((done) => frame.addEventListener('load', done));
  place.append(frame);
  await loaded;
  const body = () => frame.contentDocument?.body ?? document.createElement('body');
  return {
    model: () => body().innerText.replace(/\n$/, ''),
    setDraft: (text) => {
      body().textContent = text;
    },
  };
};
