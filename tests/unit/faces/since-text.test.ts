import { expect, it } from 'vitest';
import { sinceText } from '../../../lib/faces/since-text';

const now = new Date(2026, 10, 23, 9, 30).getTime();
const at = (day: number, hour: number, minute: number) =>
  new Date(2026, 10, day, hour, minute).getTime();
// Between time and AM stands a narrow space in some versions of Unicode's data.
const plain = (text: string) => text.replace(/\s/gu, ' ');

it('tells the time of what was today, and the day too of what was not', () => {
  expect(plain(sinceText(at(23, 0, 5), now, 'en'))).toBe('12:05 AM');
  expect(plain(sinceText(at(22, 23, 55), now, 'en'))).toBe('Nov 22, 11:55 PM');
  expect(plain(sinceText(at(23, 0, 5), now, 'zh'))).toBe('00:05');
  expect(plain(sinceText(at(2, 23, 55), now, 'zh'))).toBe('11月2日 23:55');
});
