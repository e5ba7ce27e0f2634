const space = /[ \t\r\n]*/y;
const scalar =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in strings
  /"[^"\\\0-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\0-\x1f]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * Where a text stops being JSON (RFC 8259), as an offset: engines name the place in words of their
 * own or not at all. The text's length when it merely ends too soon.
 */
export function jsonBreak(text: string): number {
  const open: ('[' | '{')[] = [];
  let at = 0;
  let wants: 'value' | 'value-or-end' | 'name' | 'name-or-end' | 'colon' | 'comma' | 'end' =
    'value';
  const afterValue = () => (open.length === 0 ? 'end' : 'comma');
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const length = pattern.exec(text)?.[0].length ?? 0;
    at += length;
    return length > 0;
  };
  for (;;) {
    skip(space);
    const char = text[at];
    if (char === undefined || wants === 'end') return at;
    const closes = open.at(-1) === '[' ? ']' : '}';
    if (char === closes && open.length > 0 && (wants === 'comma' || wants.endsWith('-or-end'))) {
      open.pop();
      at++;
      wants = afterValue();
    } else if (wants === 'comma') {
      if (char !== ',') return at;
      at++;
      wants = open.at(-1) === '[' ? 'value' : 'name';
    } else if (wants === 'colon') {
      if (char !== ':') return at;
      at++;
      wants = 'value';
    } else if (wants.startsWith('name')) {
      if (char !== '"' || !skip(scalar)) return at;
      wants = 'colon';
    } else if (char === '[' || char === '{') {
      open.push(char);
      at++;
      wants = char === '[' ? 'value-or-end' : 'name-or-end';
    } else if (skip(scalar)) wants = afterValue();
    else return at;
  }
}
