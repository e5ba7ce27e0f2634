import { wordsOf } from '../../domain/formatted-line';
import type { InsertOutcome, InsertRequest } from '../../protocol/console-messages';
import { type Aim, aim, type Target, targetIn, type Wait } from './aim';
import { caretIn, placeAfter, select, selectionIn } from './caret-place';
import { type Composer, composerAt, hasFocus } from './composer';
import { copyText } from './copy-text';
import { undoPauseMs } from './editor-family';
import { keepsFormat } from './formatted-steps';
import { readComposer, squeeze } from './read-composer';
import type { CaretMemory } from './remember-caret';
import type { Step, StepName } from './step';
import { type SkippedStep, stepsFor } from './steps-for';
import { takeBack } from './take-back';
import { type Verdict, verify } from './verify';
import { watchPerson } from './watch-person';

export type InsertOptions = {
  readonly request: InsertRequest;
  /** The visible reply box now; asked again whenever the last one has left the page. */
  readonly findComposer: () => Element | undefined;
  /** Whether the page still shows the conversation that the request was made for. */
  readonly isSameConversation: () => boolean;
  /** Whether what is written now would be a note to staff. */
  readonly isNoteMode: () => boolean;
  /** Clicks what makes a reply box appear; false when there is nothing to click. */
  readonly openComposer?: () => boolean;
  /** The recipe's `insert.skip`. */
  readonly skip?: readonly SkippedStep[] | undefined;
  readonly caret?: CaretMemory | undefined;
  readonly copy?: (text: string, page: Document) => Promise<boolean>;
  readonly wait?: Wait;
  readonly signal?: AbortSignal;
};

type Refusal = Extract<InsertOutcome, { outcome: 'refused' }>['why'];

/** How long a reply box may take to appear after the click that opens it, or after a re-render. */
const appearMs = 1500;
const appearPollMs = 30;
/** A composer that is exchanged more often than this while we write is left alone. */
const renderLimit = 3;

let isInserting = false;

/**
 * Writes the request's text, exactly, into the reply box, and reads it back. Tries one way after
 * another; what a failed way left behind is undone before the next. Never sends, never presses
 * Enter. One at a time: a second call meanwhile is refused as `busy`.
 */
export async function insertText(options: InsertOptions): Promise<InsertOutcome> {
  if (isInserting) return refused('busy');
  isInserting = true;
  try {
    return await insert(options);
  } finally {
    isInserting = false;
  }
}

async function insert(options: InsertOptions): Promise<InsertOutcome> {
  const { request, wait = sleep } = options;
  const first = await findOrOpen(options, wait);
  if (typeof first === 'string') return refused(first);
  const run: Run = { options, wait, page: first.document, composer: first };
  const tried = new Set<StepName>();
  for (let renders = 0; renders <= renderLimit; ) {
    const composer = await present(run);
    if (composer === undefined) break;
    const plain = textFor(composer, request.text);
    const steps = stepsFor(composer, plain, options.skip, request.formatted);
    const step = steps.find(({ name }) => !tried.has(name));
    if (step === undefined) break;
    const text = step.formatted === undefined ? plain : wordsOf(step.formatted);
    const result = await attempt(run, composer, step, text);
    if (result === 'inserted') return { outcome: 'inserted', step: run.lastTried ?? step.name };
    if (result === 'rendered') renders++;
    else if (result === 'unchanged') tried.add(step.name);
    else return refused(result);
  }
  const why = refusal(options);
  if (why !== undefined) return refused(why);
  const isCopied = await (options.copy ?? copyText)(request.text, run.page);
  return isCopied ? { outcome: 'copied' } : refused('not-inserted');
}

type Run = {
  readonly options: InsertOptions;
  readonly wait: Wait;
  readonly page: Document;
  composer: Composer;
  /** Kept from the first attempt on: later the caret is where a failed way has left it. */
  target?: Target;
  lastAim?: Aim;
  lastTried?: StepName;
};

/** One way, once. `unchanged`: the draft is as it was. `rendered`: the composer was exchanged. */
async function attempt(
  run: Run,
  composer: Composer,
  step: Step,
  text: string,
): Promise<Exclude<Verdict, 'wrong'> | 'rendered' | Refusal> {
  const { options, wait } = run;
  const why = refusal(options);
  if (why !== undefined) return why;
  if (run.target === undefined) {
    await leaveDraftToUndo(run, composer);
    run.target = targetIn(composer, options.request.mode, options.caret);
  }
  const aimed = await aim(composer, run.target, text, wait);
  if (!composer.element.isConnected) return 'rendered';
  const lateWhy = refusal(options);
  if (lateWhy !== undefined) return lateWhy;

  // An editor that works slowly may have taken the last way after it was given up.
  if (run.lastAim?.expected === aimed.before && aimed.before !== run.lastAim.before) {
    return 'inserted';
  }
  run.lastAim = aimed;
  run.lastTried = step.name;

  const watching = new AbortController();
  const hasPersonActed = watchPerson(composer.document, watching.signal);
  try {
    const wasTaken = step.run(composer, text);
    const read = () => readNow(run);
    let verdict = await verify(aimed, text, wasTaken, read, hasPersonActed, wait);
    if (verdict === 'inserted' && !hasPersonActed() && !isFormatKept(run, step)) verdict = 'wrong';
    if (verdict === 'inserted') {
      if (!hasPersonActed()) finish(run, text);
      return 'inserted';
    }
    if (run.composer !== composer) return 'rendered';
    if (verdict === 'unchanged') return 'unchanged';
    const mayGoOn = () => !hasPersonActed() && refusal(options) === undefined;
    const isBack = await takeBack(composer, step, aimed.before, () => read() ?? '', wait, mayGoOn);
    return isBack ? 'unchanged' : (refusal(options) ?? 'not-inserted');
  } finally {
    watching.abort();
  }
}

/** Written right after the person's last letter, the text would be undone together with the draft. */
async function leaveDraftToUndo({ options, wait }: Run, composer: Composer): Promise<void> {
  if (composer.kind === 'field') return;
  const pauseMs =
    undoPauseMs(composer.family) - (options.caret?.sinceTyped() ?? Number.POSITIVE_INFINITY);
  if (pauseMs > 0) await wait(pauseMs);
}

/** Asked right before every write: in between the agent may have opened another conversation. */
function refusal(options: InsertOptions): Refusal | undefined {
  if (!options.isSameConversation()) return 'conversation-changed';
  if (options.isNoteMode() && !options.request.allowNote) return 'note-mode';
  return options.signal?.aborted ? 'not-inserted' : undefined;
}

async function findOrOpen(options: InsertOptions, wait: Wait): Promise<Composer | Refusal> {
  const why = refusal(options);
  if (why !== undefined) return why;
  const found = find(options);
  if (found !== undefined) return found;
  if (options.openComposer?.() !== true) return 'no-composer';
  return (await appear(options, wait)) ?? 'no-composer';
}

async function appear(options: InsertOptions, wait: Wait): Promise<Composer | undefined> {
  for (let waitedMs = 0; waitedMs < appearMs; waitedMs += appearPollMs) {
    const composer = find(options);
    if (composer !== undefined) return composer;
    await wait(appearPollMs);
  }
  return undefined;
}

function find({ findComposer }: InsertOptions): Composer | undefined {
  const element = findComposer();
  return element && composerAt(element);
}

/** The composer, found again if it has left the page. */
async function present(run: Run): Promise<Composer | undefined> {
  if (run.composer.element.isConnected) return run.composer;
  const composer = await appear(run.options, run.wait);
  if (composer !== undefined) run.composer = composer;
  return composer;
}

function readNow(run: Run): string | undefined {
  if (!run.composer.element.isConnected) run.composer = find(run.options) ?? run.composer;
  const { element } = run.composer;
  return element.isConnected ? squeeze(readComposer(element)) : undefined;
}

function isFormatKept({ composer }: Run, { formatted }: Step): boolean {
  return formatted === undefined || keepsFormat(composer.element, formatted);
}

/** Line ends as editors have them; a one-line field drops them, which would glue words together. */
function textFor(composer: Composer, text: string): string {
  const lines = text.replace(/\r\n?/g, '\n');
  const isOneLine = composer.element.localName === 'input';
  return isOneLine ? lines.replace(/(?<!\s)\s*\n\s*/g, ' ') : lines;
}

/** Leaves the caret after the text, where the agent goes on writing. */
function finish({ composer, target }: Run, text: string): void {
  if (!hasFocus(composer)) composer.element.focus();
  if (composer.kind === 'field') return;
  const { element } = composer;
  if (caretIn(element) !== undefined && selectionIn(element)?.isCollapsed === true) return;
  const before = target === undefined || target === 'all' ? 0 : target.lettersBefore;
  select(composer, placeAfter(element, before + squeeze(text).length));
}

const refused = (why: Refusal): InsertOutcome => ({ outcome: 'refused', why });

const sleep: Wait = (ms) => new Promise((done) => setTimeout(done, ms));
