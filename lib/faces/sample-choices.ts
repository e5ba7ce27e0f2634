import { type Params, sampleIds } from '../protocol/brain-calls';

export type SampleId = Params<'knowledge.load-sample'>['sample'];

/** The sample bases that come with the extension, in the order offered. */
export const sampleChoices: readonly SampleId[] = sampleIds;
