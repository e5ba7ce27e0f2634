import { ContentState, Editor, EditorState } from 'draft-js';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { MountEditor } from '../test-editor';

type Render = (state: EditorState, setState: (state: EditorState) => void) => void;

function Box({ onRender }: { readonly onRender: Render }) {
  const [state, setState] = useState(() => EditorState.createEmpty());
  onRender(state, setState);
  return <Editor editorState={state} onChange={setState} placeholder="Reply…" />;
}

export const mount: MountEditor = (place) => {
  let current = EditorState.createEmpty();
  let change: (state: EditorState) => void = () => {};
  const onRender: Render = (state, setState) => {
    current = state;
    change = setState;
  };
  flushSync(() => createRoot(place).render(<Box onRender={onRender} />));
  place.querySelector('[contenteditable]')?.setAttribute('data-composer', '');
  return {
    model: () => current.getCurrentContent().getPlainText('\n'),
    setDraft: (text) =>
      flushSync(() => change(EditorState.createWithContent(ContentState.createFromText(text)))),
  };
};
