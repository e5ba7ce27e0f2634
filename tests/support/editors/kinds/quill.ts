import 'quill/dist/quill.core.css';
import Quill from 'quill';
import type { MountEditor } from '../test-editor';

export const mount: MountEditor = (place) => {
  const box = document.createElement('div');
  place.append(box);
  const quill = new Quill(box);
  quill.root.dataset['composer'] = '';
  return {
    model: () => quill.getText().replace(/\n$/, ''),
    html: () => quill.getSemanticHTML(),
    setDraft: (text) => {
      quill.setText(text);
      quill.history.clear();
    },
  };
};
