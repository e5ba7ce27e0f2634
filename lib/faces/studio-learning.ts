import type { EntryPair, LearnedPhrasing, PhrasingState } from '../protocol/learning-calls';

/** What the Studio's middle shows: answers and their editor, what has to be looked after, the team. */
export type StudioPlace = 'answers' | 'learned' | 'overlaps' | 'history' | 'figures' | 'team';

/** What this machine learned, or what the picks of all agents taught the team. */
export const learnedSources = ['here', 'team'] as const;
export type LearnedSource = (typeof learnedSources)[number];

export type Learned = {
  readonly source: LearnedSource;
  readonly state: PhrasingState;
  /** `off`: the team does not share it. */
  readonly load: 'loading' | 'ready' | 'failed' | 'off';
  readonly counts: { readonly [state in PhrasingState]: number };
  readonly phrasings: readonly LearnedPhrasing[];
};

export type Overlaps = {
  readonly load: 'loading' | 'ready' | 'failed';
  readonly pairs: readonly EntryPair[];
  /** How many are not listed. */
  readonly more: number;
};

export type LearnedDecision = 'accept' | 'refuse' | 'take-back';

/** What became of a decision about a learned phrasing. */
export type LearnedOutcome = {
  readonly kind: 'learned';
  readonly result:
    | LearnedDecision
    | `team.${LearnedDecision}`
    | 'gone'
    | 'does-not-fit'
    | 'unreachable'
    | 'failed';
  readonly title: string;
};

export const noLearned: Learned = {
  source: 'here',
  state: 'live',
  load: 'loading',
  counts: { live: 0, accepted: 0, refused: 0 },
  phrasings: [],
};

export const noOverlaps: Overlaps = { load: 'loading', pairs: [], more: 0 };
