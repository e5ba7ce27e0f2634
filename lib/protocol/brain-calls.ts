import * as v from 'valibot';
import { linkKinds } from '../domain/entry';
import {
  outcomeKinds,
  type QuestionGroup,
  type Suggestion,
  suggestionKinds,
} from '../domain/suggestion';
import { actionSchema, chordSchema } from './console-messages';
import { longestMessage } from './conversation-schema';
import { dataCalls } from './data-calls';
import { gapCalls } from './gap-calls';
import { importCalls, importProgressSchema } from './import-calls';
import { baseSummarySchema, importResultSchema } from './import-result';
import { learningCalls } from './learning-calls';
import { moodSchema } from './mood-schema';
import { ownLinkCalls } from './own-link-calls';
import { replayCalls } from './replay-calls';
import { reviewCalls } from './review-calls';
import { cueOriginSchema } from './route-schema';
import { signInCalls } from './sign-in-calls';
import { storageCalls, storageNewsSchema } from './storage-calls';
import { agentEventSchema, eventOrigin, storedEventSchema } from './stored-event-schema';
import { studioCalls } from './studio-calls';
import { sharedRecipeCalls, taughtCalls, taughtSettingFields } from './taught-calls';
import { deskNewsSchema, teamCalls, teamNewsSchema } from './team-calls';
import { teamLearningCalls } from './team-learning-calls';
import { teamPageCalls } from './team-page-calls';
import { count, id, language } from './wire-types';

const text = v.pipe(v.string(), v.maxLength(longestMessage * 4));
const range = v.strictTuple([count, count]);

const suggestionSchema: v.GenericSchema<unknown, Suggestion> = v.strictObject({
  entry: v.strictObject({
    id,
    base: id,
    title: text,
    asksFirst: v.exactOptional(text),
    mustEdit: v.boolean(),
    updatedAt: v.number(),
    links: v.array(v.strictObject({ to: id, kind: v.picklist(linkKinds) })),
  }),
  baseName: text,
  kind: v.picklist(suggestionKinds),
  confidence: v.number(),
  answer: text,
  language,
  reasons: v.strictObject({
    words: v.array(text),
    inMessage: v.array(range),
    inAnswer: v.array(range),
    phrasing: v.exactOptional(text),
    source: v.exactOptional(v.literal('learned')),
    votes: v.exactOptional(
      v.strictObject(
        v.entriesFromList(['words', 'letters', 'phrasings', 'keywords', 'sense'], v.number()),
      ),
    ),
  }),
  picks: count,
});

const groupSchema: v.GenericSchema<unknown, QuestionGroup> = v.strictObject({
  key: id,
  range,
  suggestions: v.array(suggestionSchema),
});

/** Why cards are rough for now: a large base is new, or what was kept of the ranking was damaged. */
const preparingSchema = v.picklist(['no', 'new', 'damaged']);
export type PreparingWhy = v.InferOutput<typeof preparingSchema>;

const side = v.picklist(['left', 'right', 'bottom']);
/** Its height, where it stands at the bottom. */
const widthPx = v.pipe(v.number(), v.integer(), v.minValue(320), v.maxValue(640));
const placeSchema = v.strictObject({ side, widthPx, collapsed: v.boolean() });
/** Where the panel stands in a console, and how wide it is there. */
export type Place = v.InferOutput<typeof placeSchema>;

const settingFields = {
  /** `system`: the browser's own. */
  language: v.picklist(['system', 'en', 'zh']),
  theme: v.picklist(['system', 'light', 'dark']),
  /** Where the panel stands in a console that it was not moved in yet. */
  side,
  widthPx,
  collapsed: v.boolean(),
  /** Where it was moved to, by the console's host. */
  places: v.record(v.pipe(v.string(), v.maxLength(300)), placeSchema),
  smallTalk: v.boolean(),
  /** Shows direct answers only; the others are kept behind a button. */
  quiet: v.boolean(),
  /** Keys that the person chose; other actions have the platform's own. */
  keys: v.record(actionSchema, chordSchema),
  /** The cards for the first use were seen or skipped. */
  welcomed: v.boolean(),
  /** Fills `{{agent.name}}` where the page does not show the agent's name. */
  agentName: v.pipe(v.string(), v.maxLength(120)),
  ...taughtSettingFields,
};
export const settingsSchema = v.strictObject(settingFields);
export type Settings = v.InferOutput<typeof settingsSchema>;

const settingsChangeSchema = v.strictObject({
  language: v.exactOptional(settingFields.language),
  theme: v.exactOptional(settingFields.theme),
  side: v.exactOptional(settingFields.side),
  widthPx: v.exactOptional(settingFields.widthPx),
  collapsed: v.exactOptional(settingFields.collapsed),
  places: v.exactOptional(settingFields.places),
  smallTalk: v.exactOptional(settingFields.smallTalk),
  quiet: v.exactOptional(settingFields.quiet),
  keys: v.exactOptional(settingFields.keys),
  welcomed: v.exactOptional(settingFields.welcomed),
  agentName: v.exactOptional(settingFields.agentName),
  teachNext: v.exactOptional(settingFields.teachNext),
});

export const defaultSettings: Settings = {
  language: 'system',
  theme: 'system',
  side: 'right',
  widthPx: 372,
  collapsed: false,
  places: {},
  smallTalk: true,
  quiet: false,
  keys: {},
  welcomed: false,
  agentName: '',
  taught: [],
  teamRecipes: [],
  health: [],
  teachNext: '',
};

export const sampleIds = ['harbour-broadband', 'kapok-mall'] as const;

const call = <Params extends v.GenericSchema, Result extends v.GenericSchema>(
  params: Params,
  result: Result,
) => ({ params, result });

/** Every call that a face may make. Parsed at both ends. */
export const brainCalls = {
  'brain.info': call(v.null(), v.strictObject({ brainId: id, startedAt: v.number() })),
  'cue.rank': call(
    v.strictObject({
      cueId: id,
      text,
      earlier: v.array(text),
      /** Chooses the exclusive bases; without it none is left out. */
      origin: v.exactOptional(cueOriginSchema),
    }),
    v.strictObject({
      cueId: id,
      language,
      /** The best suggestion's kind; `unknown` when nothing fits. */
      kind: v.picklist(outcomeKinds),
      mood: moodSchema,
      /** Best first, at most three; empty when nothing fits. */
      suggestions: v.array(suggestionSchema),
      /** Loosely related ones, shown only when asked for. */
      related: v.array(suggestionSchema),
      /** The questions of the message in their order; a plain message is one. */
      groups: v.array(groupSchema),
    }),
  ),
  'entries.find': call(
    v.strictObject({ query: text, limit: v.pipe(count, v.maxValue(50)) }),
    v.strictObject({ suggestions: v.array(suggestionSchema) }),
  ),
  'knowledge.summary': call(
    v.null(),
    v.strictObject({
      bases: v.array(baseSummarySchema),
      /** A large base answers only roughly for now, as `knowledge.preparing` tells. */
      preparing: v.optional(preparingSchema),
    }),
  ),
  'knowledge.import': call(
    v.strictObject({ fileName: text, content: v.string() }),
    importResultSchema,
  ),
  'knowledge.load-sample': call(
    v.strictObject({ sample: v.picklist(sampleIds) }),
    importResultSchema,
  ),
  'knowledge.remove': call(v.strictObject({ base: id }), v.null()),
  ...importCalls,
  'settings.read': call(v.null(), settingsSchema),
  'settings.change': call(settingsChangeSchema, settingsSchema),
  'event.record': call(
    v.strictObject({
      event: agentEventSchema,
      /** The same for each try to tell of one event: it is kept once. */
      eventId: v.exactOptional(id),
      /** With a cue that is shown: in how many panels, it counts once. */
      cueId: v.exactOptional(v.pipe(v.string(), v.maxLength(1_000))),
      conversationKey: id,
      consoleId: id,
      ...eventOrigin,
    }),
    v.strictObject({ seq: count }),
  ),
  'events.list': call(
    v.strictObject({ after: count, limit: v.pipe(count, v.maxValue(1000)) }),
    v.strictObject({ events: v.array(storedEventSchema) }),
  ),
  ...storageCalls,
  ...studioCalls,
  ...dataCalls,
  ...learningCalls,
  ...teamLearningCalls,
  ...taughtCalls,
  ...sharedRecipeCalls,
  ...teamCalls,
  ...ownLinkCalls,
  ...reviewCalls,
  ...teamPageCalls,
  ...signInCalls,
  ...gapCalls,
  ...replayCalls,
} as const;

export type BrainCalls = typeof brainCalls;
export type BrainCallName = keyof BrainCalls;
export type Params<Name extends BrainCallName> = v.InferOutput<BrainCalls[Name]['params']>;
export type ResultOf<Name extends BrainCallName> = v.InferOutput<BrainCalls[Name]['result']>;

/** What the brain tells every face unasked. */
export const brainNewsSchema = v.variant('news', [
  v.strictObject({ news: v.literal('knowledge.changed'), bases: v.array(baseSummarySchema) }),
  v.strictObject({ news: v.literal('knowledge.preparing'), preparing: preparingSchema }),
  v.strictObject({ news: v.literal('settings.changed'), settings: settingsSchema }),
  importProgressSchema,
  storageNewsSchema,
  teamNewsSchema,
  deskNewsSchema,
]);
export type BrainNews = v.InferOutput<typeof brainNewsSchema>;

export type { BrainLink } from './brain-link';
export type { BaseSummary, FileProblem, ImportResult } from './import-result';

/** The brain as a face sees it. */
export type Brain = {
  call<Name extends BrainCallName>(name: Name, params: Params<Name>): Promise<ResultOf<Name>>;
  /** Returns a function that stops listening. */
  onNews(listener: (news: BrainNews) => void): () => void;
};
