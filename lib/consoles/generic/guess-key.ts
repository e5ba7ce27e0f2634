import { lastIdPattern, namedIdPattern } from '../../protocol/page-patterns';
import type { KeySource, ValueSource } from '../../protocol/recipe';

const idAttributes = ['data-conversation-id', 'data-chat-id', 'data-ticket-id', 'data-id'];

/**
 * What tells one conversation from the next. Of the id in the address and the customer's name as
 * many as there are; where these are too few, what is said as well: better a refusal too many than an
 * answer for another customer.
 */
export function guessKey(list: Element, address: string, name: ValueSource | undefined): KeySource {
  const sources: Extract<KeySource, { from: 'all' }>['sources'] = [];
  const path = address.replace(/^https?:\/\/[^/]*/, '');
  const regex = [namedIdPattern, lastIdPattern].find((pattern) => new RegExp(pattern).test(path));
  if (regex !== undefined) sources.push({ from: 'url', regex });
  const attribute = idAttributes.find((one) => list.closest(`[${one}]`) !== null);
  if (attribute) sources.push({ from: 'attribute', selectors: [`[${attribute}]`], attribute });
  const isTold = sources.length > 0 && (regex === namedIdPattern || attribute !== undefined);
  if (name) sources.push(name);
  if (!isTold) sources.push({ from: 'rows' });
  return { from: 'all', sources };
}
