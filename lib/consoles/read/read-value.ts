import type { Message } from '../../domain/message';
import type { KeySource, ValueSource } from '../../protocol/recipe';
import { type Found, findVisible } from './find-visible';
import { hash } from './hash';
import type { IsVisible } from './is-visible';
import { makeAnchors } from './make-anchors';
import { clip, readText } from './read-text';

const longestValue = 300;
/** Recipes' regular expressions only ever run on so many characters. */
const longestSearched = 500;

/**
 * A value that a recipe names, at most 300 characters; undefined when it is not there or empty.
 * @param address the page's address
 * @param around the message list: of several matches the one that contains it is meant
 */
export function readValue(
  source: ValueSource,
  document: Document,
  address: string,
  isVisible: IsVisible,
  around?: Element,
  found?: Found,
): string | undefined {
  const raw = readRaw(source, document, address, isVisible, around, found)?.slice(
    0,
    longestSearched,
  );
  if (raw === undefined) return undefined;
  const value = source.regex === undefined ? raw : firstGroup(raw, source.regex);
  return clip(value?.trim() ?? '', longestValue) || undefined;
}

/** One page a script: its conversations are told apart among themselves. */
const anchorOf = makeAnchors();

/** Several values together read as their hash: it may be stored, and some are a customer's words. */
export function readKey(
  source: KeySource,
  read: (source: ValueSource) => string | undefined,
  messages: readonly Message[],
  isScrolled: () => boolean,
): string | undefined {
  if (source.from !== 'all') return read(source);
  // What stands before the rows tells that it is the same customer's list that was scrolled.
  const values: (string | undefined)[] = [];
  const anchor = () => anchorOf(messages, () => values.some(Boolean) && isScrolled());
  for (const one of source.sources) values.push(one.from === 'rows' ? anchor() : read(one));
  return values.some((value) => value !== undefined) ? hash(values.join('\n')) : undefined;
}

function readRaw(
  source: ValueSource,
  document: Document,
  address: string,
  isVisible: IsVisible,
  around: Element | undefined,
  found: Found | undefined,
): string | undefined {
  if (source.from === 'url') return address;
  const element = findVisible(document, source.selectors, isVisible, around, found);
  if (element === undefined) return undefined;
  return source.from === 'text'
    ? readText(element, undefined, longestSearched)
    : (element.getAttribute(source.attribute) ?? undefined);
}

function firstGroup(text: string, pattern: string): string | undefined {
  const match = new RegExp(pattern).exec(text);
  return match === null ? undefined : (match[1] ?? match[0]);
}
