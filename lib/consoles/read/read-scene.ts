import type { Conversation } from '../../domain/conversation';
import { type FieldValues, pageFields } from '../../domain/slots';
import { longestField, mostLabels } from '../../protocol/conversation-schema';
import type { Recipe, ValueSource } from '../../protocol/recipe';
import { readComposerState } from './find-composer';
import { candidatesOf, type Found, findVisible } from './find-visible';
import type { IsVisible } from './is-visible';
import { clip, readText } from './read-text';
import { readKey, readValue } from './read-value';

/** All of the visible conversation but its messages. */
export type Scene = Omit<Conversation, 'messages'>;

/** The document that holds the conversation: the page's own, or that of the recipe's frame. */
export function findConsoleDocument(
  recipe: Recipe,
  window: Window,
  isVisible: IsVisible,
): Document | undefined {
  if (recipe.frame === undefined) return window.document;
  const frame = findVisible(window.document, [recipe.frame], isVisible);
  // Null for a frame of another origin: it has a console script of its own.
  return (frame as HTMLIFrameElement | undefined)?.contentDocument ?? undefined;
}

/** The message list that is shown; other conversations may be kept hidden beside it. */
export function findList(
  recipe: Recipe,
  document: Document,
  isVisible: IsVisible,
  found?: Found,
): Element | undefined {
  return findVisible(document, recipe.list, isVisible, undefined, found);
}

/** @param list the visible message list */
export function readScene(
  recipe: Recipe,
  window: Window,
  list: Element,
  isVisible: IsVisible,
  found?: Found,
): Scene {
  const document = findConsoleDocument(recipe, window, isVisible) ?? list.ownerDocument;
  const { href, host } = window.location;
  const read = (source: ValueSource | undefined, around?: Element) =>
    source && readValue(source, document, href, isVisible, around, found);
  const customerName = read(recipe.customerName, list);
  const agentName = read(recipe.agentName);
  const fields = readFields(recipe, (source) => read(source, list));
  return {
    key: readKey(recipe.conversationId, (source) => read(source, list)) ?? customerName ?? 'only',
    consoleId: recipe.id,
    host: host.slice(0, 300),
    ...(customerName && { customerName }),
    ...(agentName && { agentName }),
    ...(fields && { fields }),
    ...(recipe.labels && {
      labels: recipe.labels
        .flatMap((path) => candidatesOf(document, path, isVisible).filter(isVisible))
        .slice(0, mostLabels)
        .map((label) => readText(label, undefined, longestField)),
    }),
    ...readComposerState(recipe, document, isVisible, found),
  };
}

/**
 * The key of the conversation that the page shows at this moment; undefined while it shows none.
 * To be asked again right before writing into the reply box.
 */
export function readConversationKey(
  recipe: Recipe,
  window: Window,
  isVisible: IsVisible,
): string | undefined {
  const document = findConsoleDocument(recipe, window, isVisible);
  const list = document && findList(recipe, document, isVisible);
  return list && readScene(recipe, window, list, isVisible).key;
}

function readFields(
  { fields }: Recipe,
  read: (source: ValueSource | undefined) => string | undefined,
): FieldValues | undefined {
  return (
    fields &&
    Object.fromEntries(
      pageFields.flatMap((field) => {
        const value = read(fields[field])?.replace(/\s+/g, ' ');
        return value ? [[field, clip(value, longestField)]] : [];
      }),
    )
  );
}
