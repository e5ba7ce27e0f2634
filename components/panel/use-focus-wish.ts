import { type RefObject, useEffect, useRef } from 'react';
import type { CardKey } from '../../lib/faces/panel-card';
import { usePanel } from './panel-context';

/** Moves the keyboard to a card's slot field, editor or frame when the panel wishes it there. */
export function useFocusWish<Frame extends HTMLElement>(key: CardKey): RefObject<Frame | null> {
  const { state, actions } = usePanel();
  const frame = useRef<Frame>(null);
  const wish = state.focus;
  useEffect(() => {
    if (frame.current === null || wish === undefined || wish.on === 'find' || wish.on === 'gap')
      return;
    if (wish.key !== key) return;
    const target = wish.on === 'card' ? frame.current : findField(frame.current, wish);
    if (target === null) return;
    // The key may have been pressed in the page: then its frame has the focus, not ours.
    window.focus();
    target.focus();
    if (target instanceof HTMLTextAreaElement) selectOpenSlot(target);
    frame.current.scrollIntoView({ block: 'nearest' });
    actions.focused();
  }, [wish, key, actions]);
  return frame;
}

function findField(frame: HTMLElement, wish: { on: 'slot'; slot: string } | { on: 'editor' }) {
  if (wish.on === 'editor') return frame.querySelector<HTMLElement>('textarea');
  const fields = [...frame.querySelectorAll<HTMLElement>('[data-slot]')];
  return fields.find((field) => field.dataset.slot === wish.slot) ?? null;
}

/** Selects the first slot that is still open, or puts the caret at the end. */
function selectOpenSlot(field: HTMLTextAreaElement) {
  const open = /\{\{[^{}\n]+\}\}/.exec(field.value);
  if (open === null) field.setSelectionRange(field.value.length, field.value.length);
  else field.setSelectionRange(open.index, open.index + open[0].length);
}
