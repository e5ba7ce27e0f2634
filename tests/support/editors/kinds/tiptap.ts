import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import type { MountEditor } from '../test-editor';
import { modelOf, replaceDraft } from './prosemirror-model';

export const mount: MountEditor = (place) => {
  const editor = new Editor({
    element: place,
    extensions: [StarterKit],
    editorProps: { attributes: { 'data-composer': '' } },
  });
  return {
    model: () => modelOf(editor.state.doc),
    html: () => editor.getHTML(),
    setDraft: (text) => replaceDraft(editor.view, text),
  };
};
