import type { ReadingPlan } from '../read/reading-plan';
import { layGlass } from './lay-glass';
import { paintReading } from './paint-reading';

const repaintMs = 200;

/** Paints what is read of the page, which works as ever below it. */
export function showReading(
  window: Window,
  plan: () => ReadingPlan | undefined,
  signal: AbortSignal,
): void {
  const none = () => {};
  const { document } = window;
  const glass = layGlass({ document, onMove: none, onPick: none, onKey: none, signal });
  const paint = () => {
    const now = plan();
    glass.draw(now === undefined ? [] : paintReading(now, window));
  };
  const timer = window.setInterval(paint, repaintMs);
  document.addEventListener('scroll', paint, { capture: true, passive: true, signal });
  signal.addEventListener('abort', () => window.clearInterval(timer), { once: true });
  paint();
}
