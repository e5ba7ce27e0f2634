import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { MountEditor } from '../test-editor';

type Render = (text: string, setText: (text: string) => void) => void;

function Box({ onRender }: { readonly onRender: Render }) {
  const [text, setText] = useState('');
  onRender(text, setText);
  return (
    <textarea data-composer="" value={text} onChange={(event) => setText(event.target.value)} />
  );
}

export const mount: MountEditor = (place) => {
  let model = '';
  let setModel: (text: string) => void = () => {};
  const onRender: Render = (text, setText) => {
    model = text;
    setModel = setText;
  };
  flushSync(() => createRoot(place).render(<Box onRender={onRender} />));
  return {
    model: () => model,
    setDraft: (text) => flushSync(() => setModel(text)),
  };
};
