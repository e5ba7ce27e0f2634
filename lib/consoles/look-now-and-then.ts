/** Looks again and again, but not in a tab that nobody sees. */
export function lookNowAndThen(look: () => void, everyMs: number, signal: AbortSignal): void {
  const timer = setInterval(() => {
    if (!document.hidden) look();
  }, everyMs);
  signal.addEventListener('abort', () => clearInterval(timer));
}
