import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { createEditor, Editor, Node, Transforms } from 'slate';
import { HistoryEditor, withHistory } from 'slate-history';
import { Editable, Slate, withReact } from 'slate-react';
import type { MountEditor } from '../test-editor';

const emptyDraft = [{ type: 'paragraph', children: [{ text: '' }] }];

export const mount: MountEditor = (place) => {
  const editor = withHistory(withReact(createEditor()));
  flushSync(() =>
    createRoot(place).render(
      <Slate editor={editor} initialValue={emptyDraft}>
        <Editable data-composer="" placeholder="Reply…" />
      </Slate>,
    ),
  );
  return {
    model: () => editor.children.map((child) => Node.string(child)).join('\n'),
    setDraft: (text) => {
      HistoryEditor.withoutSaving(editor, () => {
        Transforms.deselect(editor);
        Editor.withoutNormalizing(editor, () => {
          for (let at = editor.children.length - 1; at >= 0; at--) {
            Transforms.removeNodes(editor, { at: [at] });
          }
          const draft = { type: 'paragraph', children: [{ text }] };
          Transforms.insertNodes(editor, draft, { at: [0], select: false });
        });
      });
      editor.history.undos = [];
      editor.history.redos = [];
    },
  };
};
