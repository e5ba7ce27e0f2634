import type {
  FromConsole,
  InsertRequest,
  KeyBinding,
  ToConsole,
} from '../protocol/console-messages';
import { draftOf, type KeptDraft } from '../protocol/kept-draft';
import type { HostOnlyRecipe, Recipe } from '../protocol/recipe';
import { findRecipe } from './find-recipe';
import type { GuessPlan } from './generic/guess-plan';
import { watchUnknown } from './generic/watch-unknown';
import { insertText } from './insert/insert-text';
import { readComposer } from './insert/read-composer';
import { type CaretMemory, rememberCaret } from './insert/remember-caret';
import { listenForKeys } from './keys';
import { oneAtATime } from './one-at-a-time';
import { findComposer, readComposerState } from './read/find-composer';
import { findVisible } from './read/find-visible';
import { isVisible } from './read/is-visible';
import { findConsoleDocument, readConversationKey } from './read/read-scene';
import type { ReadingPlan } from './read/reading-plan';
import { type WatchState, watchConsole } from './read/watch-console';

export type SessionOptions = {
  readonly window: Window;
  readonly recipes: readonly (Recipe | HostOnlyRecipe)[];
  /** Fetches the reader for pages that no recipe fits; without it they stay unread. */
  readonly loadGuess?: () => Promise<GuessPlan>;
  /** Takes what finds the reply box, for those who must keep out of its way. */
  readonly shareReplyBox?: (find: () => HTMLElement | undefined) => void;
  readonly send: (message: FromConsole) => void;
  readonly signal: AbortSignal;
};

/** How often a page is looked at that no recipe fits: consoles build themselves after loading. */
const lookAgainMs = 1_000;

type ConsoleState = Extract<FromConsole, { type: 'console.state' }>['state'];

/** A message of a panel, and whether that panel is shown as we placed it. */
type Obey = (message: PageWish, isPanelIntact: () => boolean) => void;
/** All that a panel may ask but its own place, which is no matter of the console. */
export type PageWish = Exclude<ToConsole, { type: 'panel.place' }>;

/**
 * The panels' life beside one page: tells them what the console shows, and does what they ask.
 * @returns what to call with each message of a panel
 */
export function startConsoleSession(options: SessionOptions): Obey {
  const { window, recipes, send, signal } = options;
  let recipe: ReadingPlan | undefined;
  let name: string | null = null;
  let caret: CaretMemory | undefined;
  let keys = new AbortController();

  const unknown = new AbortController();
  const inTurn = oneAtATime();

  const lookForConsole = () => {
    const found = findRecipe(recipes, window.document, window.location.href);
    if (found === undefined || !('list' in found)) {
      if (recipe !== undefined) return;
      // One that knows the address only gives the name.
      name = found?.name ?? null;
      send(consoleState('unrecognised'));
      return;
    }
    clearInterval(timer);
    unknown.abort();
    name = found.name;
    send(consoleState('searching'));
    readBy(found, signal, (state) => send(consoleState(state)));
  };
  const timer = setInterval(lookForConsole, lookAgainMs);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    unknown.abort();
    keys.abort();
  });
  options.shareReplyBox?.(composer);
  lookForConsole();
  if (recipe === undefined && options.loadGuess) {
    const tell = watchUnknown({
      window,
      signal: unknown.signal,
      load: options.loadGuess,
      onPlan: (plan, planSignal, { list, roles, composer }) =>
        readBy(plan, planSignal, (state) => {
          tell(state);
          if (state === 'searching') send(consoleState('searching'));
          else send({ ...consoleState('generic'), sure: { list, roles, composer } });
        }),
      onLost: () => {
        recipe = undefined;
      },
    });
  }

  return (message, isPanelIntact) => {
    switch (message.type) {
      case 'insert.request':
        return void insert(message, isPanelIntact);
      case 'composer.focus':
        return composer()?.focus();
      case 'page.leave':
        return send({ type: 'page.leaving', draft: readDraft() });
      case 'page.refresh':
        return window.location.reload();
      case 'keys.listen':
        return listenTo(message.bindings);
    }
  };

  function readBy(plan: ReadingPlan, signal: AbortSignal, onState: (state: WatchState) => void) {
    recipe = plan;
    caret ??= rememberCaret(window.document, options.signal);
    watchConsole({
      recipe: plan,
      window,
      signal,
      onState,
      onConversation: (conversation) => send({ type: 'conversation.read', conversation }),
    });
  }

  function consoleState(state: ConsoleState): Extract<FromConsole, { type: 'console.state' }> {
    return {
      type: 'console.state',
      state,
      host: window.location.host,
      consoleName: name,
    };
  }

  function composer(): HTMLElement | undefined {
    const document = consoleDocument();
    const element = recipe && document && findComposer(recipe, document, isVisible);
    if (element && element.ownerDocument !== window.document) caret?.watch(element.ownerDocument);
    return element;
  }

  function consoleDocument(): Document | undefined {
    return recipe && findConsoleDocument(recipe, window, isVisible);
  }

  function readDraft(): KeptDraft | null {
    const element = composer();
    if (recipe === undefined || element === undefined || isNoteMode()) return null;
    return draftOf(readConversationKey(recipe, window, isVisible), readComposer(element));
  }

  function isNoteMode(): boolean {
    const document = consoleDocument();
    if (recipe === undefined || document === undefined) return false;
    return readComposerState(recipe, document, isVisible).composer === 'note';
  }

  /** Clicks the console's own "Reply", where it shows no reply box before. */
  function openComposer(): boolean {
    const document = consoleDocument();
    if (recipe?.open === undefined || document === undefined) return false;
    const opener = findVisible(document, [recipe.open], isVisible);
    (opener as HTMLElement | undefined)?.click();
    return opener !== undefined;
  }

  function listenTo(bindings: readonly KeyBinding[]) {
    keys.abort();
    keys = new AbortController();
    const onAction = (action: KeyBinding['action']) => send({ type: 'key.pressed', action });
    listenForKeys({ window, bindings, onAction, signal: keys.signal });
  }

  async function insert(request: InsertRequest, isPanelIntact: () => boolean) {
    const { requestId } = request;
    if (!isPanelIntact()) {
      send({
        type: 'insert.done',
        requestId,
        result: { outcome: 'refused', why: 'panel-covered' },
      });
      return;
    }
    // A wish made while another is being fulfilled goes in after it: both were asked for.
    const result = await inTurn(() =>
      insertText({
        request,
        findComposer: composer,
        isSameConversation: () =>
          recipe !== undefined &&
          readConversationKey(recipe, window, isVisible) === request.conversationKey,
        isNoteMode,
        openComposer,
        skip: recipe?.insert?.skip,
        caret,
        signal,
      }),
    );
    send({ type: 'insert.done', requestId, result });
  }
}
