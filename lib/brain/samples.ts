import type { sampleIds } from '../protocol/brain-calls';

/** Small talk comes with the package; a setting switches it off. */
export const bundledSmallTalk = ['small-talk-en', 'small-talk-zh'] as const;

export type SampleId = (typeof sampleIds)[number] | (typeof bundledSmallTalk)[number];

/** Gives the text of a base that comes with the package. */
export type ReadSample = (sample: SampleId) => Promise<string>;
