import { openSidePanel } from '../../tests/support/open-side-panel.ts';
import { panelIn } from '../../tests/support/panel.ts';
import type { Scene } from '../gallery-stage.ts';
import { redLight } from './panel-steps.ts';

/** The browser's own panel, for whichever tab is in front. */
export const sidePanel: Scene = {
  name: 'side-panel',
  words: 'The browser’s side panel',
  screens: [
    {
      name: 'side-panel-cards',
      words: 'Beside the tab in front',
      reach: async (stage) => {
        await stage.ask(...redLight);
        const side = await openSidePanel(stage.desk);
        await stage.page.bringToFront();
        const panel = await panelIn(side.mainFrame());
        await panel.cards.first().waitFor();
        return side;
      },
    },
    {
      name: 'side-panel-off',
      words: 'Beside one where Cuecard is not on',
      reach: async ({ desk, say }) => {
        await desk.context.newPage();
        const side = await desk.sidePanel();
        await side.getByRole('heading', { name: say('not on in this tab', '尚未开启') }).waitFor();
        return side;
      },
    },
  ],
};
