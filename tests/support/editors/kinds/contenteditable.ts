import type { MountEditor } from '../test-editor';

export const mount: MountEditor = (place) => {
  const box = document.createElement('div');
  box.contentEditable = 'true';
  box.dataset['composer'] = '';
  box.style.whiteSpace = 'pre-wrap';
  place.append(box);
  return {
    model: () => box.innerText.replace(/\n$/, ''),
    setDraft: (text) => {
      box.textContent = text;
    },
  };
};
