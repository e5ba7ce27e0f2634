import type { Brain } from '../protocol/brain-calls';
import type { StudioState } from './studio-state';

/** What the Studio's actions work with. */
export type StudioTools = {
  readonly get: () => StudioState;
  readonly set: (change: Partial<StudioState>) => void;
  readonly brain: Brain;
  readonly makeId: () => string;
  /** Hands a file to the person, as a download. */
  readonly saveFile: (name: string, mediaType: string, bytes: Uint8Array) => void;
};
