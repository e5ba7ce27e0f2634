import type { Desk } from './open-desk';

/**
 * Tells the extension that a key of the browser's own list of shortcuts was pressed in the page in
 * front: the list itself cannot be pressed by a test, but its event can be sent.
 */
export async function pressBrowserKey(desk: Desk, action: string): Promise<void> {
  const worker = await desk.serviceWorker();
  await worker.evaluate(
    async ([url, action]) => {
      const [tab] = await chrome.tabs.query({ url, active: true });
      const { onCommand } = chrome.commands as unknown as {
        onCommand: { dispatch(name: string, tab: unknown): void };
      };
      onCommand.dispatch(action, tab);
    },
    [`${desk.origin}/*`, action] as const,
  );
}
