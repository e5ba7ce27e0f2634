import type { From, Line } from './customer.ts';
import { element } from './element.ts';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

const authorLabels: Partial<Record<From, string>> = {
  note: 'Private note · ',
  bot: 'Automatic reply · ',
};

/** One row of the message list. A row has `.text` even where only a picture was sent. */
export function messageRow(id: string, line: Line, at: Date): HTMLLIElement {
  const row = element('li', {
    class: 'message',
    'data-message-id': id,
    'data-from': line.from,
  });
  row.append(element('div', { class: 'text' }, line.text));
  if (line.photo) row.append(element('img', { class: 'photo', src: line.photo, alt: 'Photo' }));
  if (line.attachment) row.append(element('div', { class: 'attachment' }, line.attachment));
  if (line.voiceSeconds) row.append(voiceNote(line.voiceSeconds));
  row.append(
    element(
      'div',
      { class: 'meta' },
      authorLabels[line.from] ?? '',
      element('time', { datetime: at.toISOString() }, clock.format(at)),
    ),
  );
  return row;
}

function voiceNote(seconds: number): HTMLElement {
  const length = `0:${String(seconds).padStart(2, '0')}`;
  return element(
    'div',
    { class: 'voice', role: 'img', 'aria-label': `Voice note, ${length}` },
    element('span', { class: 'wave' }),
    length,
  );
}

/** The inbox's one line for what was last written. */
export function lastLineOf(line: Line): string {
  if (line.text) return line.text;
  if (line.photo) return '[Photo]';
  if (line.voiceSeconds) return '[Voice note]';
  return line.attachment ?? '';
}
