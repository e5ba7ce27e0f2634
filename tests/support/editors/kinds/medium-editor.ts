import MediumEditor from 'medium-editor';
import type { MountEditor } from '../test-editor';

/** The model is what its own event last told. */
export const mount: MountEditor = (place) => {
  const box = document.createElement('div');
  box.dataset['composer'] = '';
  place.append(box);
  const editor = new MediumEditor(box, { toolbar: false, placeholder: false });
  let model = '';
  editor.subscribe('editableInput', () => {
    model = box.innerText;
  });
  return {
    model: () => model.replace(/\n$/, ''),
    html: () => editor.getContent(),
    setDraft: (text) => {
      editor.setContent(text === '' ? '' : `<p>${text}</p>`);
      model = text;
    },
  };
};
