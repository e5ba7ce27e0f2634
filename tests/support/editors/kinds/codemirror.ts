import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import type { MountEditor } from '../test-editor';

const extensions = [
  history(),
  keymap.of([...defaultKeymap, ...historyKeymap]),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({ 'data-composer': '' }),
];
const stateOf = (doc: string) => EditorState.create({ doc, extensions });

export const mount: MountEditor = (place) => {
  const view = new EditorView({ parent: place, state: stateOf('') });
  return {
    model: () => view.state.doc.toString(),
    setDraft: (text) => view.setState(stateOf(text)),
  };
};
