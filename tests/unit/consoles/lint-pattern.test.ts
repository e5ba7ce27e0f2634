import { expect, it } from 'vitest';
import { lintPattern } from '../../../lib/protocol/lint-pattern';

it.each([
  String.raw`^https://[^/]+\.desk\.example/agent/tickets/\d`,
  String.raw`^https://app\.(?:eu\.|au\.)?desk\.example/[^?]*/conversation/\d`,
  String.raw`/tickets/(\d+)`,
  String.raw`^https://[^/]+\.desk\.example/a/(\d+)`,
  '^(?:face|account_box)?(.+)',
])('lets %s pass', (pattern) => {
  expect(lintPattern(pattern)).toEqual([]);
});

it.each([
  ['(', 'is no regular expression'],
  ['^(a+)+$', 'repeats a group'],
  ['^(?:a|b){2,}$', 'repeats a group'],
  [String.raw`^(.)\1$`, 'looks around or back'],
  ['(?=a)b', 'looks around or back'],
  [String.raw`\d+$`, 'may try each start'],
  ['^.*tickets/(.*)', 'may try each start'],
  [String.raw`^\w+\w+$`, 'may try each start'],
])('refuses %s', (pattern, why) => {
  expect(lintPattern(pattern).join()).toContain(why);
});
