import type { Conversation } from '../domain/conversation';
import type { Break } from '../protocol/console-health';
import type { FromConsole, InsertOutcome } from '../protocol/console-messages';
import type { Recipe } from '../protocol/recipe';
import { findRecipe } from './find-recipe';
import type { UnknownReader } from './generic/unknown-reader';
import { suspicionOf } from './judge-health';
import { lookNowAndThen } from './look-now-and-then';
import { isVisible } from './read/is-visible';
import { readConversation } from './read/read-conversation';
import type { ReadingPlan } from './read/reading-plan';
import { type WatchState, watchConsole } from './read/watch-console';
import { watchHealth } from './watch-health';

type Options = {
  readonly window: Window;
  readonly recipes: readonly Recipe[];
  readonly loadReader: (() => Promise<UnknownReader>) | undefined;
  /** There is something to read from now on. */
  readonly onRead: () => void;
  readonly send: (message: FromConsole) => void;
  readonly signal: AbortSignal;
};

export type FollowedPage = {
  /** What the page is read by now. */
  plan(): ReadingPlan | undefined;
  /** Recipes that go before the bundled ones. */
  use(taught: readonly Recipe[]): void;
  noteInsert(result: InsertOutcome): void;
};

type ConsoleState = Extract<FromConsole, { type: 'console.state' }>['state'];

/** How often a page is looked at that no recipe fits: consoles build themselves after loading. */
const lookAgainMs = 1_000;
/** Before it is looked at without a recipe. */
const buildsMs = 500;
const lookForRecoveryMs = 5_000;
/** Why an insertion did not work that says nothing of the recipe. */
const agentsOwn = ['conversation-changed', 'note-mode', 'busy', 'panel-covered'];

/**
 * Reads the page by the first that fits: a taught recipe, one of the hub, a bundled one, or what the
 * page looks like; by the latter, too, when a recipe has stopped to fit.
 */
export function followPage(options: Options): FollowedPage {
  const { window, recipes, loadReader, onRead, send, signal } = options;
  let taught: readonly Recipe[] = [];
  let plan: ReadingPlan | undefined;
  let known: Recipe | undefined;
  let name: string | null = null;
  let run = new AbortController();
  let failed = 0;
  let broken: Break | undefined;

  signal.addEventListener('abort', () => run.abort());
  begin();

  return {
    plan: () => plan,
    use(next) {
      if (JSON.stringify(next) === JSON.stringify(taught)) return;
      taught = next;
      const found = find();
      if (JSON.stringify(found) !== JSON.stringify(known)) begin();
    },
    noteInsert(result) {
      if (result.outcome === 'refused' && agentsOwn.includes(result.why)) return;
      failed = result.outcome === 'inserted' ? 0 : failed + 1;
      if (failed > 0 || broken !== 'inserts' || known === undefined) return;
      broken = undefined;
      send({ type: 'console.health', consoleId: known.id, broken: null });
    },
  };

  function find() {
    return findRecipe([...taught, ...recipes], window.document, window.location.href);
  }

  function begin() {
    run.abort();
    run = new AbortController();
    // What was read by another recipe has another key, and may have been read wrong.
    if (plan !== undefined) send({ type: 'conversation.read', conversation: null });
    plan = undefined;
    name = null;
    failed = 0;
    broken = undefined;
    const own = run.signal;
    const unknown = new AbortController();
    own.addEventListener('abort', () => unknown.abort());
    const look = () => {
      known = find();
      if (known !== undefined) {
        name = known.name;
        clearInterval(timer);
        unknown.abort();
        void readByRecipe(known, own);
        return true;
      }
      if (plan === undefined) tell('unrecognised');
      return false;
    };
    const timer = setInterval(look, lookAgainMs);
    own.addEventListener('abort', () => clearInterval(timer));
    if (!look() && loadReader !== undefined) void readByLooks(loadReader, unknown.signal);
  }

  async function readByRecipe(recipe: Recipe, own: AbortSignal) {
    let isListFound = false;
    let conversation: Conversation | null = null;
    tell('searching');
    send({ type: 'console.health', consoleId: recipe.id, broken: null });
    const isComplete = recipe.noteModeWhen && !recipe.customerSide;
    const reader = isComplete ? undefined : await loadReader?.().catch(() => undefined);
    if (own.aborted) return;
    const whole = reader?.complete(recipe) ?? recipe;
    const reading = new AbortController();
    own.addEventListener('abort', () => reading.abort());
    read(whole, reading.signal, {
      onState: (state) => {
        isListFound = state === 'reading';
        tell(state);
      },
      onConversation: (read) => {
        conversation = read;
      },
    });
    if (loadReader === undefined) return;
    const load = loadReader;
    watchHealth({
      window,
      recipe,
      signal: reading.signal,
      load,
      read: (guessed) => readConversation(guessed, window, isVisible),
      sight: () => ({ isListFound, conversation, failed }),
      onBroken(what, seesMore) {
        failed = 0;
        broken = what;
        send({ type: 'console.health', consoleId: recipe.id, broken });
        if (!seesMore) return;
        reading.abort();
        void readByLooks(load, own);
        if (what !== 'inserts') beginWhenBack(whole, own);
      },
    });
  }

  /** The conversation that the recipe could not read may have been one of a kind. */
  function beginWhenBack(recipe: ReadingPlan, own: AbortSignal) {
    const look = () => {
      const conversation = readConversation(recipe, window, isVisible) ?? null;
      const sight = { isListFound: conversation !== null, conversation, failed: 0 };
      if (suspicionOf(sight) === undefined) begin();
    };
    lookNowAndThen(look, lookForRecoveryMs, own);
  }

  async function readByLooks(load: () => Promise<UnknownReader>, own: AbortSignal) {
    await new Promise((done) => window.setTimeout(done, buildsMs));
    const reader = own.aborted ? undefined : await load().catch(() => undefined);
    // Aborted while it was loaded, or the extension is gone from this page.
    if (own.aborted || reader === undefined) return;
    // Some consoles are known by their address only.
    name ??= reader.nameOf(window);
    const tellWatch = reader.watch({
      window,
      signal: own,
      onPlan: (guessed, planSignal, { list, roles, composer }) =>
        read(guessed, planSignal, {
          onState: (state) => {
            tellWatch(state);
            if (state === 'searching') tell('searching');
            else send({ ...consoleState('generic'), sure: { list, roles, composer } });
          },
          onConversation: () => {},
        }),
      onLost: () => {
        plan = undefined;
      },
    });
  }

  function read(
    next: ReadingPlan,
    own: AbortSignal,
    heard: {
      readonly onState: (state: WatchState) => void;
      readonly onConversation: (conversation: Conversation | null) => void;
    },
  ) {
    plan = next;
    onRead();
    watchConsole({
      recipe: next,
      window,
      signal: own,
      onState: heard.onState,
      onConversation: (conversation) => {
        heard.onConversation(conversation);
        send({ type: 'conversation.read', conversation });
      },
    });
  }

  function tell(state: ConsoleState) {
    send(consoleState(state));
  }

  function consoleState(state: ConsoleState): Extract<FromConsole, { type: 'console.state' }> {
    const { host } = window.location;
    return { type: 'console.state', state, host, consoleName: name };
  }
}
