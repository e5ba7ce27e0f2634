import { expect, it } from 'vitest';
import { makeEntrySearch } from '../../../lib/brain/entry-search';
import type { Entry } from '../../../lib/domain/entry';

const entryOf = (at: number, title = `Question ${at} about parcels`): Entry => ({
  base: 'mine',
  id: `e${at}`,
  title,
  phrasings: [{ text: `where is parcel ${at}`, source: 'author' }],
  answer: 'It is on its way to you and will be there soon. '.repeat(4),
  variants: {},
  tags: [],
  mustEdit: false,
  links: [],
  updatedAt: 1,
});
const many = Array.from({ length: 3_000 }, (_, at) => entryOf(at));

it('finds entries before they are indexed, and with slips once they are', () => {
  const idle: (() => void)[] = [];
  const search = makeEntrySearch((work) => idle.push(work));
  search.put(many);
  expect(search.keys('question 2987 ab', 3)[0]).toBe('mine/e2987');
  let slices = 0;
  for (let work = idle.shift(); work; work = idle.shift()) {
    work();
    slices++;
  }
  expect(slices).toBeGreaterThan(1);
  expect(search.keys('qestion 2987', 3)[0]).toBe('mine/e2987');
});

it('keeps one slice waiting at most, however often entries change', () => {
  const idle: (() => void)[] = [];
  const search = makeEntrySearch((work) => idle.push(work));
  for (let at = 0; at < 5; at++) search.put([entryOf(at, `Umbrella ${at}`)]);
  search.remove([{ base: 'mine', id: 'e0' }]);
  expect(idle).toHaveLength(1);
  expect(search.keys('umbrela', 9)).toHaveLength(4);
});
