import type { PanelSide } from './page-push';

/** Where the panel stands beside the page. */
export type FramePlace = {
  readonly side: PanelSide;
  /** At the bottom its height. */
  readonly widthPx: number;
};
