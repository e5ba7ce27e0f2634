/** What nobody types but a page may hold: as long as a message can be, or much longer. */
export const hostileMessages: readonly string[] = [
  'a'.repeat(10_000),
  'refund '.repeat(10_000),
  '\ud83d card '.repeat(9_000),
  '😀'.repeat(50_000),
  '退款'.repeat(5_000),
  'where is it? '.repeat(2_000),
  `${'.'.repeat(19_999)}x`,
  `呢${' '.repeat(19_998)}x`,
];
