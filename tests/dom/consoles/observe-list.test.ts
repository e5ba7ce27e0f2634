import { expect, test, vi } from 'vitest';
import { makeRowEars } from '../../../lib/consoles/read/observe-list';
import { mustFindRecipe, sampleRow, showSampleConsole } from './page';

test('rows that stay as they are stay known, and one that changes is forgotten', async () => {
  const list = showSampleConsole();
  const row = sampleRow({ id: '1', from: 'customer', text: 'Helo' });
  const other = sampleRow({ id: '2', from: 'customer', text: 'Anyone?' });
  list.append(row, other);
  const onRows = vi.fn();
  const ears = makeRowEars(mustFindRecipe('sample-console'), onRows);
  for (const each of [row, other]) ears.listen(list).set(each, { row: undefined });
  (row.querySelector('.text')?.firstChild as Text).data = 'Hello';
  await expect.poll(() => onRows.mock.calls.length).toBeGreaterThan(0);
  expect(ears.listen(list).has(row)).toBe(false);
  expect(ears.listen(list).has(other)).toBe(true);
  ears.stop();
});

test('nothing is known of rows that may have changed while nobody listened', () => {
  const list = showSampleConsole([{ id: '1', from: 'customer', text: 'Hello' }]);
  const row = list.firstElementChild as Element;
  const ears = makeRowEars(mustFindRecipe('sample-console'), () => {});
  ears.listen(list).set(row, { row: undefined });
  ears.stop();
  expect(ears.listen(list).has(row)).toBe(false);
  ears.stop();
});
