import * as v from 'valibot';

const nonce = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));

/** What may be asked of the service worker, and by whom: `console` scripts or our own `page`s. */
export const backgroundCalls = {
  /** A console begins to load: the brain is to be there when its panel is. */
  'brain.wake': {
    from: 'console',
    params: v.null(),
    result: v.null(),
  },
  /** A console script wants a panel in its tab. */
  'frame.request': {
    from: 'console',
    params: v.null(),
    result: v.strictObject({ nonce }),
  },
  /** A framed panel shows the nonce from its address. Each is good for one, in the tab it was made for. */
  'frame.claim': {
    from: 'page',
    params: v.strictObject({ nonce }),
    result: v.strictObject({ granted: v.boolean() }),
  },
  /** A console script wants the reader for pages that no recipe fits beside it. */
  'generic.load': {
    from: 'console',
    params: v.null(),
    result: v.null(),
  },
  /** A console script wants what teaching needs beside it. */
  'teach.load': {
    from: 'console',
    params: v.null(),
    result: v.null(),
  },
} as const;

export type BackgroundCalls = typeof backgroundCalls;
export type BackgroundCallName = keyof BackgroundCalls;
export type BackgroundParams<Name extends BackgroundCallName> = v.InferOutput<
  BackgroundCalls[Name]['params']
>;
export type BackgroundResult<Name extends BackgroundCallName> = v.InferOutput<
  BackgroundCalls[Name]['result']
>;

export const backgroundRequestSchema = v.strictObject({
  to: v.literal('background'),
  call: v.picklist(Object.keys(backgroundCalls) as BackgroundCallName[]),
  params: v.unknown(),
});
