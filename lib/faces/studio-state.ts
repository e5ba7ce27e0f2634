import type { KnowledgeBase } from '../domain/knowledge-base';
import type { Language } from '../domain/language';
import type { ResultOf, Settings } from '../protocol/brain-calls';
import { defaultSettings } from '../protocol/brain-calls';
import type { Revision } from '../protocol/hub-history';
import type { ImportProblem, ReadyPreview } from '../protocol/import-calls';
import type { EntryFilter, EntryRow, FieldProblem, RemovedEntry } from '../protocol/studio-calls';
import type { Platform } from './platform';
import { type Draft, type DraftKey, draftKey, isChanged } from './studio-draft';
import {
  type Learned,
  type LearnedOutcome,
  noLearned,
  noOverlaps,
  type Overlaps,
  type StudioPlace,
} from './studio-learning';

export type StudioBase = { readonly base: KnowledgeBase; readonly entries: number };

export type EntryList = {
  readonly query: string;
  readonly filter: EntryFilter;
  readonly state: 'loading' | 'ready' | 'failed';
  /** The rows are still those of another list; the first of this one to arrive take their place. */
  readonly isOther: boolean;
  readonly total: number;
  /** The rows that were fetched so far, by their place. */
  readonly rows: ReadonlyMap<number, EntryRow>;
};

/** What the last action came to; said once, aloud and on screen. */
export type Outcome =
  | { readonly kind: 'saved' | 'restored'; readonly title: string }
  | { readonly kind: 'deleted'; readonly title: string }
  | { readonly kind: 'refused'; readonly problems: number }
  | { readonly kind: 'changed-elsewhere' | 'save-failed' | 'delete-failed' | 'restore-failed' }
  | { readonly kind: 'entry-gone' | 'export-failed' }
  | LearnedOutcome
  /** About the team, in the words of the page that did it. */
  | { readonly kind: 'team' | 'team-failed'; readonly words: string }
  | { readonly kind: 'exported'; readonly name: string }
  | { readonly kind: 'base-saved' | 'base-removed'; readonly name: string };

export type TryIt = {
  readonly text: string;
  /** Undefined until there is an answer to the text. */
  readonly ranked: ResultOf<'cue.rank'> | undefined;
  readonly failed: boolean;
  /** Places before the last save, by entry, counted from 1. */
  readonly before: { readonly [key: DraftKey]: number } | undefined;
};

export type Importing =
  | { readonly step: 'choose' }
  | { readonly step: 'reading'; readonly name: string }
  | {
      readonly step: 'preview';
      readonly name: string;
      readonly preview: ReadyPreview;
      /** A new preview is being made. */
      readonly busy: boolean;
      /** The base was changed meanwhile, so that this is a second preview. */
      readonly note?: 'outdated';
      /** Why the columns as they are chosen make no entries. */
      readonly problems?: readonly ImportProblem[];
    }
  | {
      readonly step: 'refused';
      readonly name: string;
      readonly problems: readonly ImportProblem[];
      readonly more: number;
    }
  | {
      readonly step: 'applying';
      readonly previewId: string;
      readonly done: number;
      readonly total: number;
    }
  | {
      readonly step: 'done';
      readonly result: Extract<ResultOf<'import.apply'>, { outcome: 'imported' }>;
      readonly undo: 'open' | 'working' | 'undone' | 'outdated' | 'forgotten' | 'failed';
    }
  | { readonly step: 'failed'; readonly why: 'failed' | 'too-big' | 'forgotten' };

export type StudioDialog =
  | { readonly kind: 'import' }
  /** `base` is undefined for a new one. */
  | { readonly kind: 'base'; readonly base: KnowledgeBase | undefined }
  | { readonly kind: 'remove-base'; readonly base: KnowledgeBase }
  /** What is handed in of a team's base. */
  | { readonly kind: 'review'; readonly base: string }
  /** What publishing a team's base would change for real questions. */
  | { readonly kind: 'replay'; readonly base: string }
  /** Questions that came to the team unanswered. */
  | { readonly kind: 'gaps' }
  /** Back to a revision from the newest one that was looked at. */
  | {
      readonly kind: 'roll-back';
      readonly base: string;
      readonly to: Revision;
      readonly from: number;
    }
  | { readonly kind: 'revoke-device'; readonly id: string; readonly name: string }
  | { readonly kind: 'remove-person'; readonly id: string; readonly name: string };

/** All that the Studio shows. Replaced as a whole, never changed in place. */
export type StudioState = {
  readonly platform: Platform;
  readonly brainState: 'connecting' | 'ready' | 'unreachable';
  readonly settings: Settings;
  /** Undefined until the brain has answered. */
  readonly bases: readonly StudioBase[] | undefined;
  readonly base: string | undefined;
  readonly place: StudioPlace;
  readonly learned: Learned;
  readonly overlaps: Overlaps;
  readonly list: EntryList;
  /** The row that arrow keys move, counted from 0 with unsaved new answers first. */
  readonly cursor: number;
  readonly drafts: { readonly [key: DraftKey]: Draft };
  readonly open: DraftKey | undefined;
  readonly opening: DraftKey | undefined;
  /** The language in which the answer is being written; undefined for the base's own. */
  readonly answerLanguage: Language | undefined;
  readonly saving: readonly DraftKey[];
  readonly problems: { readonly [key: DraftKey]: readonly FieldProblem[] };
  /** Entries that somebody else saved meanwhile, by the draft they stand against. */
  readonly theirs: { readonly [key: DraftKey]: Draft };
  /** Deleted entries that can come back, the latest last. */
  readonly removed: readonly RemovedEntry[];
  readonly outcome: Outcome | undefined;
  readonly tryIt: TryIt;
  readonly dialog: StudioDialog | undefined;
  readonly baseProblems: readonly FieldProblem[];
  readonly importing: Importing;
  /** Which half is shown where there is room for one. */
  readonly pane: 'list' | 'editor';
};

export const emptyList: EntryList = {
  query: '',
  filter: 'all',
  state: 'loading',
  isOther: true,
  total: 0,
  rows: new Map(),
};

export const noTry: TryIt = { text: '', ranked: undefined, failed: false, before: undefined };

export function initialStudioState(platform: Platform): StudioState {
  return {
    platform,
    brainState: 'connecting',
    settings: defaultSettings,
    bases: undefined,
    base: undefined,
    place: 'answers',
    learned: noLearned,
    overlaps: noOverlaps,
    list: emptyList,
    cursor: 0,
    drafts: {},
    open: undefined,
    opening: undefined,
    answerLanguage: undefined,
    saving: [],
    problems: {},
    theirs: {},
    removed: [],
    outcome: undefined,
    tryIt: noTry,
    dialog: undefined,
    baseProblems: [],
    importing: { step: 'choose' },
    pane: 'list',
  };
}

export function openDraft(state: StudioState): Draft | undefined {
  return state.open === undefined ? undefined : state.drafts[state.open];
}

export function chosenBase(state: StudioState): StudioBase | undefined {
  return state.bases?.find(({ base }) => base.id === state.base);
}

/** Every draft that holds something unsaved, of all bases. */
export function changedDrafts(state: StudioState): Draft[] {
  return Object.values(state.drafts).filter(isChanged);
}

/** New answers of the chosen base that were never saved; they head the list. */
export function newDrafts(state: StudioState): Draft[] {
  return Object.values(state.drafts).filter(
    (draft) =>
      draft.base === state.base &&
      draft.saved === undefined &&
      (isChanged(draft) || draftKey(draft) === state.open),
  );
}

/** The entry at a place of the list; undefined while its row is on its way. */
export function rowAt(
  state: StudioState,
  at: number,
): { readonly id: string; readonly draft?: Draft; readonly row?: EntryRow } | undefined {
  const fresh = newDrafts(state);
  const draft = fresh[at];
  if (draft !== undefined) return { id: draft.id, draft };
  const row = state.list.rows.get(at - fresh.length);
  if (row === undefined) return undefined;
  const written = state.drafts[draftKey({ base: state.base ?? '', id: row.id })];
  return {
    id: row.id,
    row,
    ...(written !== undefined && isChanged(written) ? { draft: written } : {}),
  };
}

export const rowCount = (state: StudioState) => newDrafts(state).length + state.list.total;
