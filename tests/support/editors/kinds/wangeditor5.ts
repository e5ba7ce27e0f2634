import '@wangeditor/editor/dist/css/style.css';
import { createEditor, SlateEditor, SlateTransforms } from '@wangeditor/editor';
import type { MountEditor } from '../test-editor';

export const mount: MountEditor = (place) => {
  const box = document.createElement('div');
  box.style.height = '120px';
  place.append(box);
  const editor = createEditor({ selector: box, html: '<p><br></p>', config: { scroll: false } });
  place.querySelector('[data-slate-editor]')?.setAttribute('data-composer', '');
  return {
    model: () => editor.getText(),
    // Its own `setHtml` keeps the selection of the draft before.
    setDraft: (text) => {
      SlateTransforms.deselect(editor);
      SlateEditor.withoutNormalizing(editor, () => {
        for (let at = editor.children.length - 1; at >= 0; at--) {
          SlateTransforms.removeNodes(editor, { at: [at] });
        }
        const draft = { type: 'paragraph', children: [{ text }] };
        SlateTransforms.insertNodes(editor, draft, { at: [0], select: false });
      });
      const { history } = editor as unknown as { history: { undos: object[]; redos: object[] } };
      history.undos = [];
      history.redos = [];
    },
  };
};
