import type { Conversation } from '../../domain/conversation';
import { type FieldValues, pageFields } from '../../domain/slots';
import { longestField, mostLabels } from '../../protocol/conversation-schema';
import type { Recipe, ValueSource } from '../../protocol/recipe';
import { readComposerState } from './find-composer';
import { candidatesOf, type Found, findVisible } from './find-visible';
import { isScrolledAway } from './is-scrolled-away';
import type { IsVisible } from './is-visible';
import { clip, readText } from './read-text';
import { readKey, readValue } from './read-value';
import type { ReadingPlan } from './reading-plan';

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

/** @param list the visible message list, and what is said in it */
export function readScene(
  recipe: ReadingPlan,
  window: Window,
  list: Element,
  messages: Conversation['messages'],
  isVisible: IsVisible,
  found?: Found,
): Conversation {
  const document = findConsoleDocument(recipe, window, isVisible) ?? list.ownerDocument;
  const { href, host } = window.location;
  const read = (source: ValueSource | undefined, around?: Element) =>
    source && readValue(source, document, href, isVisible, around, found);
  const readNear = (source: ValueSource | undefined) => read(source, list);
  const customerName = readNear(recipe.customerName);
  const agentName = read(recipe.agentName);
  const fields = readFields(recipe, readNear);
  return {
    key:
      readKey(recipe.conversationId, readNear, messages, () => isScrolledAway(list, recipe)) ??
      customerName ??
      'only',
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
    messages,
  };
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
