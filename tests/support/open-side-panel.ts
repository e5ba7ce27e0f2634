import type { Page } from 'playwright-core';
import type { Desk } from './open-desk.ts';

/** Opens the browser's side panel as a person does: by the popup's own button. */
export async function openSidePanel(desk: Desk): Promise<Page> {
  const popup = await desk.context.newPage();
  await popup.goto(`chrome-extension://${desk.extensionId}/popup.html`);
  await popup.getByRole('button', { name: /open side panel|打开侧边面板/i }).click();
  const side = await desk.sidePanel();
  if (!popup.isClosed()) await popup.close();
  return side;
}
