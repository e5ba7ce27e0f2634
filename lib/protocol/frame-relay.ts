import * as v from 'valibot';
import { fromConsoleSchema, toConsoleSchema } from './console-messages';

/** A frame by the browser's own number for it, and which script it was that ran there. */
const frame = {
  frame: v.pipe(v.number(), v.integer(), v.minValue(1)),
  script: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
};

/** From a frame's console script to every page of ours; only those of its tab take it up. */
export const frameWordSchema = v.strictObject({ to: v.literal('panels'), script: frame.script });
export type FrameWord = v.InferOutput<typeof frameWordSchema>;

/** Background page → docked panel, where it keeps no relay open: its tab has a frame for it. */
export const relayCallSchema = v.strictObject({ to: v.literal('docked') });
export type RelayCall = v.InferOutput<typeof relayCallSchema>;

/** Background page → docked panel, over the panel's own port. */
export const fromRelaySchema = v.variant('type', [
  /** It is there, and has asked all frames to tell of themselves. */
  v.strictObject({ type: v.literal('relay.ready') }),
  v.strictObject({ type: v.literal('frame.came'), ...frame }),
  v.strictObject({ type: v.literal('frame.said'), ...frame, said: fromConsoleSchema }),
  v.strictObject({ type: v.literal('frame.gone'), ...frame }),
]);
export type FromRelay = v.InferOutput<typeof fromRelaySchema>;

/** Docked panel → background page. */
export const toRelaySchema = v.variant('type', [
  /** Any message keeps the page from being ended for idleness. */
  v.strictObject({ type: v.literal('relay.stay') }),
  v.strictObject({ type: v.literal('frame.wish'), ...frame, wish: toConsoleSchema }),
]);
export type ToRelay = v.InferOutput<typeof toRelaySchema>;
