import type { Conversation } from '../domain/conversation';
import type { Cue } from '../domain/cue';
import type { Language } from '../domain/language';
import type { MoodReading } from '../domain/mood';
import type { SlotName, SlotValues } from '../domain/slots';
import type { QuestionGroup, Suggestion } from '../domain/suggestion';
import type {
  BaseSummary,
  ImportResult,
  PreparingWhy,
  ResultOf,
  Settings,
} from '../protocol/brain-calls';
import { defaultSettings } from '../protocol/brain-calls';
import type { Break } from '../protocol/console-health';
import type { KeyBinding, PartSureness } from '../protocol/console-messages';
import type { ImportProblem } from '../protocol/import-calls';
import type { KeptDraft } from '../protocol/kept-draft';
import { type PolicyReading, unmanaged } from '../protocol/policy';
import type { TeachState } from '../protocol/teach-messages';
import type { CardKey, CardStatus, CueRef, Editing, ShownUpdates, StatusKey } from './panel-card';
import type { Platform } from './platform';
import { noStorageTrouble, type StorageShown } from './storage-shown';

/** Where the keyboard should go next. A new object is a new wish. */
export type FocusWish =
  | { readonly on: 'slot'; readonly key: CardKey; readonly slot: SlotName }
  | { readonly on: 'editor'; readonly key: CardKey }
  | { readonly on: 'card'; readonly key: CardKey }
  | { readonly on: 'gap' }
  | { readonly on: 'find' };

export type ImportState =
  | { readonly kind: 'working'; readonly name: string }
  | {
      readonly kind: 'done';
      readonly result: Extract<ImportResult, { outcome: 'imported' }>;
      /** Rows that could not be used. */
      readonly leftOut?: number;
    }
  /** Nothing of the file was taken. */
  | { readonly kind: 'refused'; readonly problems: readonly ImportProblem[]; readonly more: number }
  | { readonly kind: 'failed' }
  | { readonly kind: 'too-big'; readonly limitMb: number };

export type Surface = 'docked' | 'side' | 'alone';

/** What the brain answered for a cue. */
export type RankedAnswers = Pick<
  PanelState,
  'suggestions' | 'related' | 'groups' | 'cueLanguage' | 'cueMood'
>;

/** All that the panel shows. Replaced as a whole, never changed in place. */
export type PanelState = {
  readonly platform: Platform;
  /** Docked in the page, in the browser's side panel, or in a page of our own without a console. */
  readonly surface: Surface;
  readonly bindings: readonly KeyBinding[];

  /** Whose places and shapes are remembered; undefined until the page has told. */
  readonly consoleHost: string | undefined;
  /** What the console is called, where that is known. */
  readonly consoleName: string | null;
  readonly consoleState:
    | 'connecting'
    | 'searching'
    | 'unrecognised'
    | 'reading'
    | 'generic'
    | 'gone';
  /** What the person's organisation has set, and they cannot. */
  readonly policy: PolicyReading;
  /** How sure the reading is of each part, where it goes without a recipe. */
  readonly sure: PartSureness | undefined;
  /** The page keeps changing how the panel is shown, and was let have its way. */
  readonly yielded: boolean;
  /** What of the recipe no longer fits, while the page is read without it. */
  readonly broken: Break | undefined;
  /** What the page tells while somebody points out how it is read. */
  readonly teaching: TeachState | undefined;
  /** What was taught could not be kept. */
  readonly teachFailed: boolean;
  /** What was just confirmed to read right, to be given to the team; and what became of that. */
  readonly sharing: { readonly id: string; readonly told: SharingTold | undefined } | undefined;
  readonly conversation: Conversation | null;
  readonly cue: Cue | undefined;
  /** When the customer began to wait, in ms since 1970, where the page or we could tell. */
  readonly waitingSince: number | undefined;
  /** The agent has answered; the cue stays on screen until the customer writes again. */
  readonly replied: boolean;

  readonly ranking: 'idle' | 'ranking' | 'ranked' | 'failed';
  readonly cueLanguage: Language | undefined;
  readonly cueMood: MoodReading | undefined;
  readonly suggestions: readonly Suggestion[];
  readonly related: readonly Suggestion[];
  /** The questions of the cue in their order; a plain message is one. */
  readonly groups: readonly QuestionGroup[];
  /** Keys of the questions that are ticked as answered. */
  readonly answered: readonly string[];
  /** A newer ranking, whose cards would change places under the agent's hand. */
  readonly better: RankedAnswers | undefined;
  /** What the team did to answers while their cards were on screen. */
  readonly updates: ShownUpdates;
  readonly relatedShown: boolean;
  /** Cards of this cue that the agent called wrong. */
  readonly rejected: readonly CardKey[];
  /** What was told to be answered by none of the cards. */
  readonly gapNoted: NotedGap | undefined;
  /** What would go to the team, if the agent says so; and what became of it. */
  readonly gapAsk: { readonly id: string; readonly text: string } | undefined;
  readonly gapTold: GapTold | undefined;

  readonly statuses: { readonly [key in StatusKey]?: CardStatus };
  /** The status that changed last: what the live region reads out. */
  readonly lastStatus: StatusKey | undefined;
  /** Cards that were opened or folded by hand. */
  readonly opened: { readonly [key in CardKey]?: boolean };
  /** What the agent typed into `{{ask:…}}` slots, per card. */
  readonly asked: { readonly [key in CardKey]?: SlotValues };
  /** Names that the page does not show, typed once for all cards of the conversation. */
  readonly names: SlotValues;
  readonly editing: Editing | undefined;
  /** Edits left for another card's of the same cue; Edit takes them up again. */
  readonly setAside: { readonly [key in CardKey]?: Editing };
  /** Unfinished edits of other conversations, by conversation key. */
  readonly parked: { readonly [conversationKey: string]: Editing };
  /** Texts from before the page was loaded anew, offered where their conversation opens. */
  readonly drafts: readonly KeptDraft[];
  /** An insert was refused because the agent had moved on; its card is gone. */
  readonly movedAway: boolean;
  readonly focus: FocusWish | undefined;

  /** Undefined until the brain has answered. */
  readonly bases: readonly BaseSummary[] | undefined;
  /** Why the ranking is still in the making, if it is: cards are rough until it is there. */
  readonly preparing: PreparingWhy;
  readonly brainState: 'connecting' | 'ready' | 'unreachable';
  readonly settings: Settings;
  /** What is shown for some settings only must not come up above what is there already. */
  readonly areSettingsKnown: boolean;
  readonly storage: StorageShown;
  /** The brain has ended, and the next one takes its time. */
  readonly isRestarting: boolean;
  readonly importing: ImportState | undefined;
  /** An import that is being written now, from here or from the Studio; counted in entries. */
  readonly importProgress: { readonly done: number; readonly total: number } | undefined;
  readonly find: {
    readonly query: string;
    /** The query that the results belong to. */
    readonly answered: string;
    readonly results: readonly Suggestion[];
    /** Newer results, whose cards would change places under the agent's hand. */
    readonly better: readonly Suggestion[] | undefined;
    readonly updates: ShownUpdates;
    readonly failed: boolean;
  };
};

/** A burst may have grown since: what is taken back is what was noted. */
export type NotedGap = { readonly id: string; readonly cue: CueRef };

export type GapTold =
  | 'sent'
  | 'unreachable'
  | 'refused'
  | 'undone'
  | 'taken-back'
  | 'take-back-waits'
  | 'take-back-refused';

export type SharingTold = 'sharing' | ResultOf<'recipe.share'>['outcome'] | 'failed';

/** What belongs to one burst of customer messages and goes when the next one begins. */
export const freshCue = {
  waitingSince: undefined,
  replied: false,
  ranking: 'idle',
  cueLanguage: undefined,
  cueMood: undefined,
  suggestions: [],
  related: [],
  groups: [],
  answered: [],
  better: undefined,
  updates: {},
  relatedShown: false,
  rejected: [],
  gapNoted: undefined,
  gapAsk: undefined,
  gapTold: undefined,
  statuses: {},
  lastStatus: undefined,
  opened: {},
  asked: {},
  setAside: {},
} as const satisfies Partial<PanelState>;

export const emptyFind: PanelState['find'] = {
  query: '',
  answered: '',
  results: [],
  better: undefined,
  updates: {},
  failed: false,
};

export function initialPanelState(
  platform: Platform,
  bindings: readonly KeyBinding[],
  surface: Surface = 'docked',
): PanelState {
  return {
    platform,
    surface,
    bindings,
    consoleHost: undefined,
    consoleState: 'connecting',
    consoleName: null,
    policy: unmanaged,
    sure: undefined,
    yielded: false,
    broken: undefined,
    teaching: undefined,
    teachFailed: false,
    sharing: undefined,
    conversation: null,
    cue: undefined,
    ...freshCue,
    names: {},
    editing: undefined,
    parked: {},
    drafts: [],
    movedAway: false,
    focus: undefined,
    bases: undefined,
    preparing: 'no',
    brainState: 'connecting',
    settings: defaultSettings,
    areSettingsKnown: false,
    storage: noStorageTrouble,
    isRestarting: false,
    importing: undefined,
    importProgress: undefined,
    find: emptyFind,
  };
}
