import { composerAt } from '../../../lib/consoles/insert/composer';
import { insertText } from '../../../lib/consoles/insert/insert-text';
import { readComposer } from '../../../lib/consoles/insert/read-composer';
import { rememberCaret } from '../../../lib/consoles/insert/remember-caret';
import type { InsertRequest } from '../../../lib/protocol/console-messages';

/**
 * The cascade alone in a content script's world, told by events of the page what to insert. The
 * page's body says which conversation it shows, and whether its composer writes notes.
 */
const caret = rememberCaret(document, new AbortController().signal);
const findComposer = () => document.querySelector('[data-composer]') ?? undefined;

document.addEventListener('harness-insert', (event) => {
  const request = JSON.parse((event as CustomEvent<string>).detail) as InsertRequest;
  const options = {
    request,
    caret,
    findComposer,
    openComposer: () => {
      const opener = document.querySelector<HTMLElement>('[data-open]');
      opener?.click();
      return opener !== null;
    },
    isSameConversation: () => document.body.dataset['conversation'] === request.conversationKey,
    isNoteMode: () => document.body.dataset['note'] === 'yes',
  };
  insertText(options).then((outcome) => {
    const found = findComposer();
    const composer = found && composerAt(found);
    answer(request.requestId, { outcome, read: composer && readComposer(composer.element) });
  });
});

function answer(requestId: string, detail: unknown): void {
  const event = new CustomEvent(`harness-done-${requestId}`, { detail: JSON.stringify(detail) });
  document.dispatchEvent(event);
}

document.documentElement.dataset['harness'] = 'ready';
