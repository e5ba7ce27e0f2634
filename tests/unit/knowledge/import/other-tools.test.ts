import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { htmlToText } from '../../../../lib/knowledge/import/html-to-text';
import { cpuTime } from '../../../support/cpu-time';
import { entriesOf, plan } from '../support/plan-file';

const fixture = (name: string) => readFile(`tests/fixtures/import/${name}`);

describe('the export of another tool', () => {
  it.each([
    ['zendesk-macros.json', 'zendesk'],
    ['chatwoot-canned-responses.json', 'chatwoot'],
    ['intercom-macros.csv', 'intercom'],
    ['intercom-articles.csv', 'intercom'],
    ['freshdesk-canned-responses.csv', 'freshdesk'],
    ['freshdesk-articles.csv', 'freshdesk'],
  ])('%s is known, and its answers become plain text with our slots', async (name, format) => {
    const read = await plan(name, await fixture(name));
    expect(read.source.format).toBe(format);
    expect(read.bad).toEqual([]);
    const expected = await fixture(name.replace(/\.\w+$/, '.expected.json'));
    expect(entriesOf(read)).toEqual(JSON.parse(expected.toString()));
  });

  it('names the line of an entry that cannot be used', async () => {
    const text = '[\n{"short_code":"a","content":"b"},\n{"short_code":"c"}\n]';
    const read = await plan('x.json', text);
    expect(read.bad).toMatchObject([{ row: 3, kind: 'no-title' }]);
    expect(entriesOf(read)).toHaveLength(1);
  });
});

describe('an answer in HTML', () => {
  it.each([
    ['<p>One</p><p>Two<br>three</p>', 'One\n\nTwo\nthree'],
    ['<div>One</div>\n<div>Two</div>', 'One\nTwo'],
    [
      'Do:<ul>\n <li>this</li>\n <li><b>that</b></li></ul>then go',
      'Do:\n\n- this\n- **that**\n\nthen go',
    ],
    [
      '<a href="https://x.example/a?b=1&amp;c">our page</a>',
      '[our page](https://x.example/a?b=1&c)',
    ],
    ['<a href="javascript:alert(1)">our page</a>', 'our page'],
    ['<script>alert(1)</script><style>p{}</style>text', 'text'],
    ['1 &lt; 2 &amp;&amp; 3 > 2 &unknown; &#20320;', '1 < 2 && 3 > 2 &unknown; 你'],
    ['if 1 <2 and <x> 7> 3', 'if 1 <2 and <x> 7> 3'],
    ['<img src=x onerror=alert(1)>hello<', 'hello<'],
  ])('%s', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it('of 80 kB of opened tags takes no longer than it is long', () => {
    const start = cpuTime();
    for (const piece of ['<p', '<a href="', '<p>', '&#', '< ', '<li>', '<p><']) {
      htmlToText(piece.repeat(80_000 / piece.length));
      htmlToText(`${piece.repeat(200_000 / piece.length)}>`);
    }
    expect(cpuTime() - start).toBeLessThan(3_000);
  });
});
