import { expect, it } from 'vitest';
import { smallTalkLast } from '../../../lib/brain/small-talk-last';
import { makeBase, makeEntry } from '../../support/make-entry';

const talk = makeBase({ id: 'small-talk-en', smallTalk: true });
const shop = makeBase({ id: 'shop' });
const found = [
  { base: talk, entry: makeEntry({ id: 'thanks', title: 'Thanks' }) },
  { base: shop, entry: makeEntry({ id: 'refund', title: 'Refund' }) },
  { base: talk, entry: makeEntry({ id: 'bye', title: 'Goodbye' }) },
  { base: shop, entry: makeEntry({ id: 'parcel', title: 'Parcel' }) },
];
const order = (query: string) => smallTalkLast(found, query).map(({ entry }) => entry.id);

it('small talk that Find comes upon stands behind the team’s own answers', () => {
  expect(order('tk')).toEqual(['refund', 'parcel', 'thanks', 'bye']);
});

it('small talk that was looked for keeps its place', () => {
  expect(order('THANK')).toEqual(['thanks', 'refund', 'parcel', 'bye']);
});
