import type { FromConsole, InsertRequest, ToConsole } from '../protocol/console-messages';
import { draftOf, type KeptDraft } from '../protocol/kept-draft';
import type { Recipe } from '../protocol/recipe';
import { followPage } from './follow-page';
import type { UnknownReader } from './generic/unknown-reader';
import { insertText } from './insert/insert-text';
import { readComposer } from './insert/read-composer';
import { type CaretMemory, rememberCaret } from './insert/remember-caret';
import { oneAtATime } from './one-at-a-time';
import { findComposer, readComposerState } from './read/find-composer';
import { type Found, findVisible } from './read/find-visible';
import { isVisible } from './read/is-visible';
import { readConversationKey } from './read/read-conversation';
import { findConsoleDocument } from './read/read-scene';
import type { TeachWish, teachDesk } from './teach/teach-desk';
import { tellKeys } from './tell-keys';

export type SessionOptions = {
  readonly window: Window;
  readonly recipes: readonly Recipe[];
  /** Fetches the reader for pages that no recipe fits; without it they stay unread. */
  readonly loadReader?: () => Promise<UnknownReader>;
  /** Takes what finds the reply box, for those who must keep out of its way. */
  readonly shareReplyBox?: (find: () => HTMLElement | undefined) => void;
  /** Fetches what teaching needs; without it nothing can be taught. */
  readonly loadTeach?: () => Promise<typeof teachDesk>;
  readonly send: (message: FromConsole) => void;
  readonly signal: AbortSignal;
};

/** A message of a panel, and whether that panel is shown as we placed it. */
type Obey = (message: PageWish, isPanelIntact: () => boolean) => void;
/** All that a panel may ask but what is about itself, which is no matter of the console. */
export type PageWish = Exclude<ToConsole, { type: 'panel.place' | `sight.${string}` }>;

/**
 * The panels' life beside one page: tells them what the console shows, and does what they ask.
 * @returns what to call with each message of a panel
 */
export function startConsoleSession(options: SessionOptions): Obey {
  const { window, recipes, send, signal } = options;
  let caret: CaretMemory | undefined;
  const listenTo = tellKeys({ window, send, signal });

  const { loadReader } = options;
  const onRead = () => {
    caret ??= rememberCaret(window.document, signal);
  };
  const page = followPage({ window, recipes, loadReader, onRead, send, signal });
  let desk: Promise<(wish: TeachWish) => void> | undefined;
  const found: Found = new Map();
  // Asked every second; an insertion searches anew.
  options.shareReplyBox?.(() => composer(found));
  const inTurn = oneAtATime();
  window.addEventListener('focus', () => send({ type: 'page.used' }), { signal });

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
      case 'recipes.use':
        return page.use(message.recipes);
      default:
        return void teach(message);
    }
  };

  /** Only a page that is taught carries the code for it. */
  async function teach(wish: TeachWish) {
    desk ??= options
      .loadTeach?.()
      .then((begin) => begin({ window, plan: page.plan, send, signal }));
    const obey = await desk?.catch(() => undefined);
    if (obey === undefined) desk = undefined;
    obey?.(wish);
  }

  function composer(found?: Found): HTMLElement | undefined {
    const recipe = page.plan();
    const document = consoleDocument();
    const element = recipe && document && findComposer(recipe, document, isVisible, found);
    if (element && element.ownerDocument !== window.document) caret?.watch(element.ownerDocument);
    return element;
  }

  function consoleDocument(): Document | undefined {
    const recipe = page.plan();
    return recipe && findConsoleDocument(recipe, window, isVisible);
  }

  function readDraft(): KeptDraft | null {
    const recipe = page.plan();
    const element = composer();
    if (recipe === undefined || element === undefined || isNoteMode()) return null;
    return draftOf(readConversationKey(recipe, window, isVisible), readComposer(element));
  }

  function isNoteMode(): boolean {
    const recipe = page.plan();
    const document = consoleDocument();
    if (recipe === undefined || document === undefined) return false;
    return readComposerState(recipe, document, isVisible).composer === 'note';
  }

  /** Clicks the console's own "Reply", where it shows no reply box before. */
  function openComposer(): boolean {
    const recipe = page.plan();
    const document = consoleDocument();
    if (recipe?.open === undefined || document === undefined) return false;
    const opener = findVisible(document, [recipe.open], isVisible);
    (opener as HTMLElement | undefined)?.click();
    return opener !== undefined;
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
        findComposer: () => composer(),
        isSameConversation: () => {
          const recipe = page.plan();
          return (
            recipe !== undefined &&
            readConversationKey(recipe, window, isVisible) === request.conversationKey
          );
        },
        isNoteMode,
        openComposer,
        skip: page.plan()?.insert?.skip,
        caret,
        signal,
      }),
    );
    page.noteInsert(result);
    send({ type: 'insert.done', requestId, result });
  }
}
