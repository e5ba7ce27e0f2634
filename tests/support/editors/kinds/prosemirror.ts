import { baseKeymap } from '@tiptap/pm/commands';
import { history, redo, undo } from '@tiptap/pm/history';
import { keymap } from '@tiptap/pm/keymap';
import { DOMSerializer, type MarkSpec, Schema } from '@tiptap/pm/model';
import { addListNodes } from '@tiptap/pm/schema-list';
import { EditorState } from '@tiptap/pm/state';
import { EditorView } from '@tiptap/pm/view';
import type { MountEditor } from '../test-editor';
import { modelOf, replaceDraft } from './prosemirror-model';

const plain = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: {
      content: 'inline*',
      group: 'block',
      parseDOM: [{ tag: 'p' }],
      toDOM: () => ['p', 0],
    },
    text: { group: 'inline' },
    hard_break: {
      group: 'inline',
      inline: true,
      selectable: false,
      parseDOM: [{ tag: 'br' }],
      toDOM: () => ['br'],
    },
  },
});

const strong: MarkSpec = {
  parseDOM: [{ tag: 'strong' }, { tag: 'b' }],
  toDOM: () => ['strong', 0],
};
const link: MarkSpec = {
  attrs: { href: {} },
  inclusive: false,
  parseDOM: [
    { tag: 'a[href]', getAttrs: (anchor) => ({ href: (anchor as Element).getAttribute('href') }) },
  ],
  toDOM: ({ attrs }) => ['a', { href: attrs['href'] }, 0],
};

/** As consoles have it that let agents write lists and links. */
const rich = new Schema({
  nodes: addListNodes(plain.spec.nodes, 'paragraph block*', 'block'),
  marks: { strong, link },
});

const mountWith =
  (schema: Schema): MountEditor =>
  (place) => {
    const keys = keymap({ 'Mod-z': undo, 'Mod-y': redo });
    const state = EditorState.create({ schema, plugins: [history(), keys, keymap(baseKeymap)] });
    const view = new EditorView(place, { state, attributes: { 'data-composer': '' } });
    const serializer = DOMSerializer.fromSchema(schema);
    return {
      model: () => modelOf(view.state.doc),
      html: () => {
        const box = document.createElement('div');
        box.append(serializer.serializeFragment(view.state.doc.content));
        return box.innerHTML;
      },
      setDraft: (text) => replaceDraft(view, text),
    };
  };

export const mount = mountWith(plain);
export const mountRich = mountWith(rich);
