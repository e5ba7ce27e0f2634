import { answerParts } from '../domain/slots';

export type TextEdit = {
  readonly text: string;
  /** What is selected afterwards: the part to be typed over, or the caret. */
  readonly start: number;
  readonly end: number;
};

/**
 * Puts a slot in the place of what is selected. For `ask:` the words to be typed over are selected
 * afterwards.
 */
export function insertSlot(
  text: string,
  start: number,
  end: number,
  slot: 'customer.name' | 'agent.name' | { readonly ask: string },
): TextEdit {
  const name = typeof slot === 'string' ? slot : `ask:${slot.ask}`;
  const whole = `{{${name}}}`;
  const after = text.slice(0, start) + whole + text.slice(end);
  if (typeof slot === 'string') {
    const caret = start + whole.length;
    return { text: after, start: caret, end: caret };
  }
  const from = start + '{{ask:'.length;
  return { text: after, start: from, end: from + slot.ask.length };
}

/** Makes what is selected bold, or no longer bold when it already is. */
export function toggleBold(text: string, start: number, end: number): TextEdit {
  const chosen = text.slice(start, end);
  if (text.slice(start - 2, start) === '**' && text.slice(end, end + 2) === '**') {
    const plain = text.slice(0, start - 2) + chosen + text.slice(end + 2);
    return { text: plain, start: start - 2, end: end - 2 };
  }
  return {
    text: `${text.slice(0, start)}**${chosen}**${text.slice(end)}`,
    start: start + 2,
    end: end + 2,
  };
}

/** Makes the lines that are selected a list, or no longer one when all of them are. */
export function toggleList(text: string, start: number, end: number): TextEdit {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const to = next < 0 ? text.length : next;
  const lines = text.slice(from, to).split('\n');
  const isList = lines.every((line) => line.startsWith('- '));
  const changed = lines
    .map((line) => {
      if (isList) return line.slice(2);
      return line.startsWith('- ') ? line : `- ${line}`;
    })
    .join('\n');
  return {
    text: text.slice(0, from) + changed + text.slice(to),
    start: from + changed.length,
    end: from + changed.length,
  };
}

/** Braces that look like a slot and are none: they would be sent as they stand. */
export function strayBraces(text: string): string[] {
  const found = new Set<string>();
  for (const part of answerParts(text)) {
    if (part.kind !== 'text') continue;
    for (const [braces] of part.text.matchAll(/\{\{[^{}]{0,100}\}\}/g)) found.add(braces);
  }
  return [...found];
}
