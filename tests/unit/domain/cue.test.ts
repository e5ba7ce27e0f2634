import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../lib/domain/conversation';
import { cueOf } from '../../../lib/domain/cue';
import type { Message, Role } from '../../../lib/domain/message';

let ids = 0;
const says = (role: Role, text: string, over: Partial<Message> = {}): Message => ({
  id: `m${ids++}`,
  role,
  kind: 'text',
  text,
  ...over,
});
const conversation = (...messages: Message[]): Conversation => ({
  key: 'c',
  consoleId: 'x',
  host: 'h',
  messages,
  composer: 'ready',
  hasDraft: false,
});

describe('the cue of a conversation', () => {
  it('is every customer message since somebody last answered', () => {
    const cue = cueOf(
      conversation(
        says('customer', 'old'),
        says('agent', 'yes'),
        says('customer', 'hi'),
        says('customer', 'my bill?'),
      ),
    );
    expect(cue?.text).toBe('hi\nmy bill?');
  });

  it('goes on over notes and system lines, which the customer never saw', () => {
    const cue = cueOf(
      conversation(
        says('customer', 'one'),
        says('note', 'angry!'),
        says('system', 'assigned'),
        says('customer', 'two'),
      ),
    );
    expect(cue?.text).toBe('one\ntwo');
  });

  it('is none when the last word is the agent’s or the bot’s', () => {
    expect(cueOf(conversation(says('customer', 'q'), says('agent', 'a')))).toBeUndefined();
    expect(cueOf(conversation(says('customer', 'q'), says('bot', 'a')))).toBeUndefined();
    expect(cueOf(conversation())).toBeUndefined();
  });

  it('has pictures among its messages but not in its text', () => {
    const cue = cueOf(conversation(says('customer', 'photo.jpg', { kind: 'image' })));
    expect(cue?.text).toBe('');
    expect(cue?.messages.map(({ kind }) => kind)).toEqual(['image']);
  });

  it('keeps its newest messages where there are more words than anybody types', () => {
    const long = 'x'.repeat(12_000);
    const cue = cueOf(
      conversation(says('customer', long), says('customer', long), says('customer', 'help')),
    );
    expect(cue?.text).toBe(`${long}\nhelp`);
    expect(cue?.messages).toHaveLength(3);
    expect(cueOf(conversation(says('customer', 'y'.repeat(20_000))))?.text).toHaveLength(20_000);
  });

  it('has another id with each further message, and the same one as long as nothing changes', () => {
    const messages = [says('customer', 'a', { at: 5 }), says('customer', 'b', { at: 9 })];
    const first = cueOf(conversation(...messages.slice(0, 1)));
    const both = cueOf(conversation(...messages));
    expect(both?.id).not.toBe(first?.id);
    expect(cueOf(conversation(says('system', 'x'), ...messages))?.id).toBe(both?.id);
    expect(both?.since).toBe(5);
  });
});
