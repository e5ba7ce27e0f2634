import type { Scene } from '../gallery-stage.ts';
import { blocked } from './blocked.ts';
import { cards } from './cards.ts';
import { consoles } from './consoles.ts';
import { faults } from './faults.ts';
import { firstUse } from './first-use.ts';
import { memory } from './memory.ts';
import { privateWindow } from './private-window.ts';
import { quietMoments } from './quiet-moments.ts';
import { settings } from './settings.ts';
import { sidePanel } from './side-panel.ts';
import { studio } from './studio.ts';
import { teach } from './teach.ts';
import { team } from './team.ts';
import { teamDesk } from './team-desk.ts';
import { toolbar } from './toolbar.ts';
import { update } from './update.ts';

/** In the order in which somebody comes to know Cuecard. */
export const scenes: readonly Scene[] = [
  firstUse,
  cards,
  quietMoments,
  consoles,
  teach,
  toolbar,
  sidePanel,
  studio,
  team,
  teamDesk,
  settings,
  memory,
  faults,
  blocked,
  privateWindow,
  update,
];
