import type { KeySource, ValueSource } from '../../protocol/recipe';

const kinds = 'conversations?|tickets?|chats?|cases?|threads?|sessions?|cid|id';
// The last one: what goes before it are the account, the inbox, the page of a list.
const named = `.*[/?&#](?:${kinds})[/=]([\\w-]*\\d[\\w-]*)`;
const last = '([\\w-]*\\d[\\w-]*)[/?]?$';
const idAttributes = ['data-conversation-id', 'data-chat-id', 'data-ticket-id', 'data-id'];

/**
 * What tells one conversation from the next. Of the id in the address and the customer's name as
 * many as there are; where these are too few, the oldest row as well: better a refusal too many than an
 * answer for another customer.
 */
export function guessKey(
  list: Element,
  address: string,
  name: ValueSource | undefined,
  oldestRow: string,
): KeySource {
  const sources: ValueSource[] = [];
  const path = address.replace(/^https?:\/\/[^/]*/, '');
  const regex = [named, last].find((pattern) => new RegExp(pattern).test(path));
  if (regex !== undefined) sources.push({ from: 'url', regex });
  const attribute = idAttributes.find((one) => list.closest(`[${one}]`) !== null);
  if (attribute) sources.push({ from: 'attribute', selectors: [`[${attribute}]`], attribute });
  const isTold = sources.length > 0 && (regex === named || attribute !== undefined);
  if (name) sources.push(name);
  if (!isTold) sources.push({ from: 'text', selectors: [oldestRow] });
  return { from: 'all', sources };
}
