import type { Poke } from '../../lib/protocol/hub-sync.ts';
import type { Database } from '../store/sql.ts';
import { behindWall } from '../store/wall.ts';
import type { Provider } from './provider.ts';

/** What every service works with. */
export type Hub = {
  readonly database: Database;
  /** ms since 1970. */
  readonly now: () => number;
  /** Hears of every change after it is kept. */
  readonly tell: (organisation: string, poke: Poke) => void;
  /** Hears which devices and persons lost what they could reach. */
  readonly cutOff: (device: string) => void;
  /** Called after every change of what read keys open, of a head, or of who may what. */
  readonly forget: () => void;
  /** Where single sign-on is set up. */
  readonly provider?: Provider | undefined;
};

/** The hub as one organisation's requests see it. */
export const within = (hub: Hub, organisation: string): Hub => ({
  ...hub,
  database: behindWall(hub.database, organisation),
});
