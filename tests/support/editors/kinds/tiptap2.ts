import { Editor, type Extension } from 'tiptap2-core';
import StarterKit from 'tiptap2-starter-kit';
import type { MountEditor } from '../test-editor';
import { modelOf, replaceDraft } from './prosemirror-model';

export const mount: MountEditor = (place) => {
  const editor = new Editor({
    element: place,
    // The kit comes with its own copy of the same core.
    extensions: [StarterKit as unknown as Extension],
    editorProps: { attributes: { 'data-composer': '' } },
  });
  return {
    model: () => modelOf(editor.state.doc),
    html: () => editor.getHTML(),
    setDraft: (text) => replaceDraft(editor.view, text),
  };
};
