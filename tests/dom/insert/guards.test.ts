import { beforeEach, describe, expect, test } from 'vitest';
import { type InsertOptions, insertText } from '../../../lib/consoles/insert/insert-text';
import type { InsertRequest } from '../../../lib/protocol/console-messages';

const request: InsertRequest = {
  type: 'insert.request',
  requestId: 'r1',
  conversationKey: 'one',
  text: 'For one alone',
  mode: 'caret',
  allowNote: false,
};

/** A composer that takes nothing, so that every way is tried, and a page that notes each. */
function setUp() {
  const box = document.createElement('div');
  box.contentEditable = 'true';
  box.tabIndex = 0;
  document.body.replaceChildren(box);
  const page = { key: 'one', isNote: false, written: [] as string[], waits: 0 };
  const note = (way: string) =>
    page.written.push(`${way} in ${page.key}${page.isNote ? ', a note' : ''}`);
  box.addEventListener('paste', () => note('paste'));
  document.execCommand = (command) => {
    note(command);
    return false;
  };
  const options = (onWait: () => void): InsertOptions => ({
    request,
    // Its event has a class that is missing here.
    skip: ['beforeinput'],
    findComposer: () => box,
    isSameConversation: () => page.key === 'one',
    isNoteMode: () => page.isNote,
    copy: async () => {
      note('copy');
      return true;
    },
    wait: async () => {
      page.waits++;
      onWait();
    },
  });
  return { page, options };
}

describe('Whenever the page changes while it is written to, nothing more is written', () => {
  let waits = 0;
  beforeEach(async () => {
    const { page, options } = setUp();
    expect(await insertText(options(() => {}))).toEqual({ outcome: 'copied' });
    expect(page.written).toEqual(expect.arrayContaining(['paste in one', 'copy in one']));
    waits = page.waits;
  });

  test('as soon as another conversation is shown', async () => {
    for (let change = 1; change <= waits; change++) {
      const { page, options } = setUp();
      const outcome = await insertText(
        options(() => {
          if (page.waits === change) page.key = 'two';
        }),
      );
      expect(outcome, `at wait ${change}`).toEqual({
        outcome: 'refused',
        why: 'conversation-changed',
      });
      expect(page.written.filter((way) => way.includes('in two'))).toEqual([]);
    }
  });

  test('as soon as the reply box writes notes', async () => {
    for (let change = 1; change <= waits; change++) {
      const { page, options } = setUp();
      const outcome = await insertText(
        options(() => {
          if (page.waits === change) page.isNote = true;
        }),
      );
      expect(outcome, `at wait ${change}`).toEqual({ outcome: 'refused', why: 'note-mode' });
      expect(page.written.filter((way) => way.includes('a note'))).toEqual([]);
    }
  });
});
