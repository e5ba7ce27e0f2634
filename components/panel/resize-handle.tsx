import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { allowedWidth, narrowestPx, placeOf, widestPx } from '../../lib/faces/panel-place';
import { usePanel } from './panel-context';
import styles from './resize-handle.module.css';

const stepPx = 16;

type Drag = {
  readonly start: number;
  readonly startWidth: number;
  width: number;
  /** The next frame's message to the page, so that it is laid out at most once per frame. */
  frame: number | undefined;
};

/**
 * The panel's inner edge, for dragging and for the arrow keys. A drag is measured on the screen:
 * what the pointer has moved within our frame changes with the frame's own width.
 */
export function ResizeHandle() {
  const { state, actions, t } = usePanel();
  const { side, widthPx } = placeOf(state);
  const drag = useRef<Drag>(undefined);
  const wider = side === 'left' ? 1 : -1;
  const isLow = side === 'bottom';
  const along = (event: PointerEvent) => (isLow ? event.screenY : event.screenX);

  const grab = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.focus();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = {
      start: along(event),
      startWidth: widthPx,
      width: widthPx,
      frame: undefined,
    };
  };
  const pull = (event: PointerEvent) => {
    const dragging = drag.current;
    if (dragging === undefined) return;
    dragging.width = allowedWidth(dragging.startWidth + wider * (along(event) - dragging.start));
    dragging.frame ??= requestAnimationFrame(() => {
      dragging.frame = undefined;
      actions.tryWidth(dragging.width);
    });
  };
  const end = (keep: boolean) => {
    const dragging = drag.current;
    if (dragging === undefined) return;
    drag.current = undefined;
    if (dragging.frame !== undefined) cancelAnimationFrame(dragging.frame);
    if (keep && dragging.width !== dragging.startWidth) actions.setWidth(dragging.width);
    else actions.tellPlace();
  };

  const byKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && drag.current !== undefined) {
      event.stopPropagation();
      end(false);
      return;
    }
    const width = widthByKey(event.key, widthPx, wider);
    if (width === undefined) return;
    event.preventDefault();
    actions.setWidth(width);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule cannot be moved; a separator with a value can.
    <div
      className={styles.handle}
      data-side={side}
      role="separator"
      tabIndex={0}
      aria-orientation={isLow ? 'horizontal' : 'vertical'}
      aria-label={t(isLow ? 'handle.label.bottom' : 'handle.label')}
      aria-valuenow={widthPx}
      aria-valuemin={narrowestPx}
      aria-valuemax={widestPx}
      aria-valuetext={t('menu.width.px', { width: widthPx })}
      onPointerDown={grab}
      onPointerMove={pull}
      onPointerUp={() => end(true)}
      onLostPointerCapture={() => end(false)}
      onKeyDown={byKey}
    />
  );
}

function widthByKey(key: string, widthPx: number, wider: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return widthPx + wider * stepPx;
    case 'ArrowLeft':
    case 'ArrowUp':
      return widthPx - wider * stepPx;
    case 'Home':
      return narrowestPx;
    case 'End':
      return widestPx;
    default:
      return undefined;
  }
}
