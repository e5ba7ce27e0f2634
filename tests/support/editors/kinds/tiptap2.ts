import { Editor, type Extension, Mark } from 'tiptap2-core';
import StarterKit from 'tiptap2-starter-kit';
import type { MountEditor } from '../test-editor';
import { modelOf, replaceDraft } from './prosemirror-model';

/** What TipTap's own link extension comes to, as far as a paste is concerned. */
const link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [{ tag: 'a[href]' }],
  renderHTML: ({ HTMLAttributes }) => ['a', HTMLAttributes, 0],
});

const mountWith =
  (extensions: readonly unknown[]): MountEditor =>
  (place) => {
    const editor = new Editor({
      element: place,
      // The kit comes with its own copy of the same core.
      extensions: [StarterKit, ...extensions] as Extension[],
      editorProps: { attributes: { 'data-composer': '' } },
    });
    return {
      model: () => modelOf(editor.state.doc),
      html: () => editor.getHTML(),
      setDraft: (text) => replaceDraft(editor.view, text),
    };
  };

export const mount = mountWith([]);
export const mountLinks = mountWith([link]);
