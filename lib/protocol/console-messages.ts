import * as v from 'valibot';
import { healthToldSchema } from './console-health';
import { conversationSchema } from './conversation-schema';
import { formattedLineSchema } from './formatted-schema';
import { insertStep } from './insert-step';
import { keptDraftSchema } from './kept-draft';
import { teachToldSchema, teachWishes } from './teach-messages';

/** What may be done by key, in the page and in the panel. */
export const actions = [
  'insert-1',
  'insert-2',
  'insert-3',
  'edit-1',
  'edit-2',
  'edit-3',
  'find',
  'hold',
  'toggle',
] as const;
export const actionSchema = v.picklist(actions);
export type Action = v.InferOutput<typeof actionSchema>;

/** Why nothing was inserted, or how it was. A closed list; the panel has words for each. */
export const insertOutcomeSchema = v.variant('outcome', [
  v.strictObject({
    outcome: v.literal('inserted'),
    /** The step of the cascade that did it. */
    step: insertStep,
  }),
  /** Every step failed; the text is on the clipboard, the draft is as it was. */
  v.strictObject({ outcome: v.literal('copied') }),
  v.strictObject({
    outcome: v.literal('refused'),
    why: v.picklist([
      'conversation-changed',
      'note-mode',
      'no-composer',
      'busy',
      'not-inserted',
      'panel-covered',
    ]),
  }),
]);
export type InsertOutcome = v.InferOutput<typeof insertOutcomeSchema>;

const partSureness = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
/** How sure a reading without a recipe is of each part of the page, 0 to 1. */
export const partSurenessSchema = v.strictObject({
  list: partSureness,
  roles: partSureness,
  composer: partSureness,
});
export type PartSureness = v.InferOutput<typeof partSurenessSchema>;

/** Console script → panel, over the frame's port. */
export const fromConsoleSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('console.state'),
    /**
     * `searching`: the recipe fits, but its message list is not in the page (yet).
     * `generic`: no recipe fits; the page is read by what it looks like.
     */
    state: v.picklist(['reading', 'searching', 'unrecognised', 'generic']),
    host: v.pipe(v.string(), v.maxLength(300)),
    consoleName: v.nullable(v.pipe(v.string(), v.maxLength(60))),
    /** With `generic` only. */
    sure: v.exactOptional(partSurenessSchema),
  }),
  v.strictObject({
    type: v.literal('conversation.read'),
    conversation: v.nullable(conversationSchema),
  }),
  v.strictObject({ type: v.literal('key.pressed'), action: actionSchema }),
  v.strictObject({
    type: v.literal('insert.done'),
    requestId: v.pipe(v.string(), v.maxLength(64)),
    result: insertOutcomeSchema,
  }),
  /** Where browsers cannot tell a framed page whether it is seen, the console script looks. */
  v.strictObject({ type: v.literal('panel.sight'), isInSight: v.boolean() }),
  /** Whether the panel is shown as it was placed; see `sight.ask`. */
  v.strictObject({
    type: v.literal('sight.told'),
    requestId: v.pipe(v.string(), v.maxLength(64)),
    isIntact: v.boolean(),
  }),
  /** The person went to this page, or to this frame of it. */
  v.strictObject({ type: v.literal('page.used') }),
  /** The page undid the panel's place so often that the console script has stopped restoring it. */
  v.strictObject({ type: v.literal('panel.yielded') }),
  /** What stands in the reply box, told before the page is loaded anew; see `page.leave`. */
  v.strictObject({ type: v.literal('page.leaving'), draft: v.nullable(keptDraftSchema) }),
  /** The extension was updated or removed: this page's script can reach it no more. */
  v.strictObject({ type: v.literal('extension.gone') }),
  healthToldSchema,
  teachToldSchema,
]);
export type FromConsole = v.InferOutput<typeof fromConsoleSchema>;

const chordFields = {
  /** `KeyboardEvent.code`: the place of the key, whatever the layout or input method. */
  code: v.pipe(v.string(), v.maxLength(24)),
  alt: v.boolean(),
  ctrl: v.boolean(),
  meta: v.boolean(),
  shift: v.boolean(),
};
/** A key and exactly the modifiers held with it. */
export const chordSchema = v.strictObject(chordFields);
export type Chord = v.InferOutput<typeof chordSchema>;

export const keyBindingSchema = v.strictObject({ action: actionSchema, ...chordFields });
export type KeyBinding = v.InferOutput<typeof keyBindingSchema>;

/** Panel → console script, over the frame's port. */
export const toConsoleSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('insert.request'),
    requestId: v.pipe(v.string(), v.maxLength(64)),
    /** The conversation that the suggestion was made for; any other is refused. */
    conversationKey: v.pipe(v.string(), v.maxLength(300)),
    text: v.pipe(v.string(), v.minLength(1), v.maxLength(20_000)),
    /** The same text with bold, lists and links, where it has any. */
    formatted: v.optional(v.pipe(v.array(formattedLineSchema), v.maxLength(5_000))),
    /** `caret`: into the draft where the caret is. `replace`: instead of the draft. */
    mode: v.picklist(['caret', 'replace']),
    /** The agent was told that the reply box writes a note, and wants it there. */
    allowNote: v.boolean(),
  }),
  /** Before an insertion into a frame: its script cannot see what the page does to the panel. */
  v.strictObject({
    type: v.literal('sight.ask'),
    requestId: v.pipe(v.string(), v.maxLength(64)),
  }),
  /** What was told by `panel.sight` has come in: clicks from here on are judged by it. */
  v.strictObject({ type: v.literal('sight.heard'), isInSight: v.boolean() }),
  v.strictObject({ type: v.literal('composer.focus') }),
  /** The page is to be loaded anew: the panel asks for the draft first, to keep it. */
  v.strictObject({ type: v.literal('page.leave') }),
  /** The agent wants the page loaded anew, after an update of the extension. */
  v.strictObject({ type: v.literal('page.refresh') }),
  v.strictObject({
    type: v.literal('keys.listen'),
    bindings: v.pipe(v.array(keyBindingSchema), v.maxLength(40)),
  }),
  v.strictObject({
    type: v.literal('panel.place'),
    collapsed: v.boolean(),
    side: v.picklist(['left', 'right', 'bottom']),
    widthPx: v.pipe(v.number(), v.integer(), v.minValue(280), v.maxValue(800)),
  }),
  ...teachWishes,
]);
export type ToConsole = v.InferOutput<typeof toConsoleSchema>;
export type InsertRequest = Extract<ToConsole, { type: 'insert.request' }>;
