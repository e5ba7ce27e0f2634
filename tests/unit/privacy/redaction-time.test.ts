import { describe, expect, it } from 'vitest';
import { digitGroups } from '../../../lib/privacy/digit-groups';
import { findMails } from '../../../lib/privacy/find-mails';
import { findNumbers } from '../../../lib/privacy/find-numbers';
import { foldText } from '../../../lib/privacy/fold-text';
import { redact } from '../../../lib/privacy/redact';
import { cpuTime } from '../../support/cpu-time';

/** Repeated, each makes some rule begin again and again, or look back or ahead as far as it can. */
const pieces = [
  ...['1', '@', '-', ' ', '.', '(', '+', '#', 'a', '１', '　', '。', '\u200b', '😀', '\ud83d'],
  ...['1 ', '1-', '12 12 ', '(1) ', '+1', '+(', '00 ', '1.', '1 - ', '13812345678', '1381234567'],
  ...['a@', '@a', 'a.', '1@', 'a@b.', 'a@b.c', '.a.-@', '@.', 'a@b@', 'é@', 'a-.'],
  ...['order 1234567 ', 'phone # ', 'card 4111111111111111 ', '4111 ', '电话', '订单号1', '卡号：'],
  ...[
    '11010519491231002X',
    '110105 19491231 002',
    'x1234567',
    '1234567x',
    '1234567 ',
    '$1 ',
    '- - ',
  ],
];

const finders: readonly [string, (text: string) => unknown][] = [
  ['foldText', foldText],
  ['digitGroups', digitGroups],
  ['findMails', findMails],
  ['findNumbers', findNumbers],
  ['redact', redact],
];

/** The best of some runs, in ms: the others were held up by something else. */
function best(work: () => unknown, runs: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const startedAt = cpuTime();
    work();
    least = Math.min(least, cpuTime() - startedAt);
  }
  return least;
}

const generousMs = 1_500;
/** For what a busy machine takes in between; what grows with the square takes seconds. */
const slackMs = 25;

describe.each(finders)('%s takes time in proportion to the length', (_, find) => {
  it.each(pieces)('of %j repeated to 80 kB', (piece) => {
    const repeated = (length: number) => piece.repeat(Math.ceil(length / piece.length));
    const [short, long] = [repeated(20_000), repeated(80_000)];
    // Four times the text may take six times as long, never sixteen.
    let excess = Number.POSITIVE_INFINITY;
    for (let turn = 0; turn < 5 && excess > 0; turn++) {
      const shortMs = best(() => find(short), 2);
      const longMs = best(() => find(long), 2);
      excess = Math.max(longMs - 6 * shortMs - slackMs, longMs - generousMs);
    }
    expect(excess).toBeLessThanOrEqual(0);
  });
});
