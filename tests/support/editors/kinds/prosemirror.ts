import { baseKeymap } from '@tiptap/pm/commands';
import { history, redo, undo } from '@tiptap/pm/history';
import { keymap } from '@tiptap/pm/keymap';
import { Schema } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { EditorView } from '@tiptap/pm/view';
import type { MountEditor } from '../test-editor';
import { modelOf, replaceDraft } from './prosemirror-model';

const schema = new Schema({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: { content: 'inline*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
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

export const mount: MountEditor = (place) => {
  const keys = keymap({ 'Mod-z': undo, 'Mod-y': redo });
  const state = EditorState.create({ schema, plugins: [history(), keys, keymap(baseKeymap)] });
  const view = new EditorView(place, { state, attributes: { 'data-composer': '' } });
  return {
    model: () => modelOf(view.state.doc),
    setDraft: (text) => replaceDraft(view, text),
  };
};
