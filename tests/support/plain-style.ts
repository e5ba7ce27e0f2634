import type { Recipe } from '../../lib/protocol/recipe.ts';

const page =
  'body { font: 15px/1.45 system-ui; max-width: 760px; margin: 24px auto; padding: 0 16px } ul, ol { list-style: none; padding: 0 } h1, h2 { font-size: 18px } p, pre { margin: 0; font: inherit } img { max-width: 120px } svg { width: 16px; height: 16px } :is(span, time, strong, header a):not(:last-child, [contenteditable] *) { margin-inline-end: 6px } .h-0 { height: 0; overflow: hidden } .material-icons { display: none } textarea, [contenteditable] { display: block; box-sizing: border-box; width: 100%; min-height: 84px; margin: 12px 0; padding: 8px 10px; border: 1px solid #888; border-radius: 6px; font: inherit } textarea { field-sizing: content }';
const bubble =
  'display: block; width: fit-content; max-width: 75%; margin: 8px auto 8px 0; padding: 7px 12px; border-radius: 10px; background: #eef0f2;';

/** In the order in which a row is given its role, the first last: it stands over the others. */
const looks = {
  customer: bubble,
  agent: `${bubble} margin: 8px 0 8px auto; background: #dcebfd;`,
  bot: `${bubble} margin: 8px 0 8px auto; background: #eae6fb;`,
  system: 'width: auto; max-width: none; background: none; color: #777; text-align: center;',
  note: `${bubble} margin: 8px 0 8px auto; background: #fdf3cf;`,
  draft: `${bubble} margin: 8px 0 8px auto; opacity: 0.5;`,
  pending: 'opacity: 0.5;',
} as const;

/**
 * The pages of consoles with a recipe carry no styles: enough to see who wrote what, and what is a
 * reply box.
 */
export function plainStyle({ row, roles, kinds }: Recipe): string {
  const rules = Object.entries(looks).map(([role, look]) => {
    const signs = roles[role as keyof typeof looks]?.join();
    return signs === undefined ? '' : `:where(${row}):where(${signs}, :has(${signs})) { ${look} }`;
  });
  const voice = `:where(${kinds?.voice?.join() ?? 'audio'}):empty::before { content: '▶ 0:12' }`;
  return `<style>${page} ${rules.join(' ')} ${voice}</style>`;
}
