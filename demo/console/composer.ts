import { Editor } from '@tiptap/core';
import { EditorState } from '@tiptap/pm/state';
import StarterKit from '@tiptap/starter-kit';
import { element } from './element.ts';

export type Composer = {
  /** Moves the reply box into a conversation, with the draft and mode that were left there. */
  showIn(conversationId: string, container: HTMLElement): void;
  /** The draft of the conversation shown; one line a paragraph. */
  text(): string;
};

type Draft = { state: EditorState; note: boolean };

/**
 * The one reply box of the console: a rich-text editor that travels between conversations, as in
 * the consoles it stands for. Each conversation keeps its draft, its undo history and its mode.
 * @param send gets a text that is not blank; the box is empty again by then
 */
export function setUpComposer(send: (text: string, note: boolean) => void): Composer {
  const drafts = new Map<string, Draft>();
  let shownId = '';
  let note = false;

  const replyMode = element('button', { type: 'button', class: 'mode' }, 'Reply');
  const noteMode = element('button', { type: 'button', class: 'mode' }, 'Note');
  const sendButton = element('button', { type: 'button', class: 'send' }, 'Send');
  const field = element('div', { class: 'field' });
  const box = element(
    'div',
    { class: 'reply-box is-empty' },
    element('div', { class: 'modes', role: 'group', 'aria-label': 'Mode' }, replyMode, noteMode),
    field,
    element('div', { class: 'send-row' }, element('span', {}, 'Ctrl + Enter'), sendButton),
  );

  const editor = new Editor({
    element: field,
    // A reply box: paragraphs, line breaks, bold, italic, undo. What is typed stays as typed.
    extensions: [
      StarterKit.configure({
        blockquote: false,
        bulletList: false,
        code: false,
        codeBlock: false,
        dropcursor: false,
        gapcursor: false,
        heading: false,
        horizontalRule: false,
        link: false,
        listItem: false,
        listKeymap: false,
        orderedList: false,
        strike: false,
        trailingNode: false,
        underline: false,
      }),
    ],
    enableInputRules: false,
    enablePasteRules: false,
    injectCSS: false,
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true' },
      handleKeyDown(_view, event) {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return false;
        submit();
        return true;
      },
    },
    onTransaction: refresh,
  });

  function blankState(): EditorState {
    const { schema, plugins } = editor.state;
    return EditorState.create({ schema, plugins });
  }

  function text(): string {
    return editor.getText({ blockSeparator: '\n' });
  }

  function refresh(): void {
    const blank = text().trim() === '';
    const label = note ? 'Write a note, only your team sees it…' : 'Type your reply…';
    box.classList.toggle('is-empty', editor.isEmpty);
    box.classList.toggle('is-note', note);
    replyMode.setAttribute('aria-pressed', String(!note));
    noteMode.setAttribute('aria-pressed', String(note));
    sendButton.textContent = note ? 'Add note' : 'Send';
    sendButton.disabled = blank;
    field.dataset.placeholder = label;
    editor.view.dom.setAttribute('aria-label', label);
  }

  function submit(): void {
    const written = text().trim();
    if (!written) return;
    editor.view.updateState(blankState());
    refresh();
    send(written, note);
  }

  function setNote(next: boolean): void {
    note = next;
    refresh();
    editor.commands.focus();
  }

  replyMode.addEventListener('click', () => setNote(false));
  noteMode.addEventListener('click', () => setNote(true));
  sendButton.addEventListener('click', submit);

  return {
    showIn(conversationId, container) {
      if (shownId) drafts.set(shownId, { state: editor.state, note });
      const draft = drafts.get(conversationId);
      const hadFocus = editor.isFocused;
      shownId = conversationId;
      note = draft?.note ?? false;
      editor.view.updateState(draft?.state ?? blankState());
      container.append(box);
      refresh();
      if (hadFocus) editor.commands.focus();
    },
    text,
  };
}
