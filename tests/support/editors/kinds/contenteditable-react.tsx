import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { MountEditor } from '../test-editor';

function Box({ onText }: { readonly onText: (text: string) => void }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: an editable element is what is tested
    <div
      data-composer=""
      role="textbox"
      tabIndex={0}
      style={{ whiteSpace: 'pre-wrap' }}
      contentEditable
      suppressContentEditableWarning
      onInput={(event) => onText(event.currentTarget.innerText)}
    />
  );
}

/** The model is what React was told by its input events, not what the DOM holds. */
export const mount: MountEditor = (place) => {
  let model = '';
  const onText = (text: string) => {
    model = text.replace(/\n$/, '');
  };
  flushSync(() => createRoot(place).render(<Box onText={onText} />));
  return {
    model: () => model,
    setDraft: (text) => {
      const box = place.querySelector('[data-composer]');
      if (box) box.textContent = text;
      model = text;
    },
  };
};
