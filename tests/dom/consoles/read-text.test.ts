import { expect, test } from 'vitest';
import { readText } from '../../../lib/consoles/read/read-text';
import { mustQuery, showPage } from './page';

function textOf(html: string, skip?: string, limit?: number): string {
  showPage(`<body><div id="row">${html}</div></body>`);
  return readText(mustQuery('#row'), skip, limit);
}

test.each([
  ['a<br>b', 'a\nb'],
  ['a<br><br>b', 'a\n\nb'],
  ['<p>a</p><p>b</p>', 'a\nb'],
  ['<p>a</p><p><br></p><p>b</p>', 'a\n\nb'],
  ['<ul><li>a</li><li>b <b>c</b></li></ul>', 'a\nb c'],
  ['<div><div>a</div></div>\n  <div>b</div>', 'a\nb'],
  ['<table><tr><td>a</td><td>b</td></tr></table>', 'a\nb'],
  ['<span>a</span><time>10:03</time>', 'a\n10:03'],
  ['a<br>', 'a'],
  ['a<br><br>', 'a'],
])('%s reads as its lines', (html, text) => {
  expect(textOf(html)).toBe(text);
});

test('white space of the source is no text', () => {
  expect(textOf('\n    one\n   <span>two </span>\t three ​\n')).toBe('one two three');
});

test('lines that the page shows as typed are kept', () => {
  expect(textOf('<span style="white-space: pre-wrap">one\n\ntwo  three</span>')).toBe(
    'one\n\ntwo three',
  );
});

test('pictures within the text read as what they stand for', () => {
  expect(textOf('thanks <img alt="😀">!')).toBe('thanks 😀!');
});

test('what nobody sees or can read is left out', () => {
  const unseen =
    '<span hidden>h</span><i aria-hidden="true">i</i><style>s</style><script>j</script>' +
    '<button>More</button><svg><title>t</title></svg><template>x</template>';
  expect(textOf(`seen${unseen}`)).toBe('seen');
});

test('parts that are asked to be skipped are', () => {
  expect(textOf('see <a class="file">a.pdf</a>', '.file')).toBe('see');
});

test('an endless text is cut, and not through a character', () => {
  expect(textOf('<b>abcd</b>'.repeat(50), undefined, 10)).toBe('abcdabcdab');
  expect(textOf('abc😀', undefined, 4)).toBe('abc');
});

test('markup in a text stays text', () => {
  expect(textOf('&lt;img src=x onerror=alert(1)&gt;')).toBe('<img src=x onerror=alert(1)>');
});
