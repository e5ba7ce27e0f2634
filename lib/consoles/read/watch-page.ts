const rescanMs = 1_200;
/** After somebody did something, while the list is looked for, and during a switch. */
const eagerRescanMs = 150;

/**
 * Calls `onMoved` when the page has gone to another address, and `onTick` now and then for what no
 * event tells. Both are cheap for the page: nothing is observed, and hidden tabs are left alone.
 * @returns a function that makes the next tick come sooner
 */
export function watchPage(
  window: Window,
  signal: AbortSignal,
  onMoved: () => void,
  onTick: () => void,
): () => void {
  const { document } = window;
  const quiet = { signal, passive: true, capture: true } as const;
  window.addEventListener('popstate', onMoved, quiet);
  window.addEventListener('hashchange', onMoved, quiet);
  // Not `navigate`: it fires before the commit, with the old address still in place (wxt#2623).
  for (const event of ['currententrychange', 'navigatesuccess']) {
    navigationOf(window)?.addEventListener(event, onMoved, quiet);
  }
  document.addEventListener(
    'visibilitychange',
    () => {
      if (!document.hidden) onMoved();
    },
    quiet,
  );
  document.addEventListener(
    'load',
    (event) => {
      if ((event.target as Element).tagName === 'IFRAME') onMoved();
    },
    quiet,
  );
  let timer: number | undefined;
  let isSoon = false;
  const tickIn = (waitMs: number) => {
    window.clearTimeout(timer);
    if (!signal.aborted) timer = window.setTimeout(tick, waitMs);
  };
  const tick = () => {
    isSoon = false;
    tickIn(rescanMs);
    if (!document.hidden) onTick();
  };
  // Not put off by further calls: somebody who types without a pause is looked at all the same.
  const tickSoon = () => {
    if (!isSoon) tickIn(eagerRescanMs);
    isSoon = true;
  };
  tickIn(rescanMs);
  // A click may turn the reply box into a note, and typing is a draft.
  document.addEventListener('click', tickSoon, quiet);
  document.addEventListener('input', tickSoon, quiet);
  signal.addEventListener('abort', () => window.clearTimeout(timer));
  return tickSoon;
}

function navigationOf(window: Window): EventTarget | undefined {
  return (window as Window & { readonly navigation?: EventTarget }).navigation;
}
