import type { RenderedStudio } from './render-studio';

/** Settles the Studio until the check passes: what its pages show comes from the hub. */
export async function settleUntil(
  studio: RenderedStudio | undefined,
  check: () => void,
): Promise<void> {
  const end = performance.now() + 20_000;
  for (;;) {
    await studio?.settle();
    try {
      check();
      return;
    } catch (error) {
      if (performance.now() > end) throw error;
    }
  }
}
