import { mountEditor } from './editor-kinds';

/**
 * A small console around the editors: one conversation for each, its messages beside it. Those that
 * were open before stay in the page unseen, as some consoles have it.
 */
export function editorDesk(before: HTMLElement) {
  document.querySelector('#panel')?.remove();
  document.querySelector('#message')?.remove();
  before.remove();
  const desk = document.createElement('main');
  document.body.prepend(desk);

  return async function showConversation(editor: string, words: string): Promise<void> {
    const messages = document.createElement('ol');
    messages.append(
      message(`${editor}-1`, 'agent', 'Hello, how can I help?'),
      message(`${editor}-2`, 'customer', words),
    );
    const form = document.createElement('form');
    const conversation = document.createElement('section');
    conversation.append(messages, form);
    for (const other of desk.children) (other as HTMLElement).hidden = true;
    desk.append(conversation);
    // Only then is it a conversation to answer: some editors take a moment to come up.
    window.editor = await mountEditor(editor, form);
    desk.dataset['conversation'] = editor;
  };
}

function message(id: string, from: string, words: string): HTMLElement {
  const row = document.createElement('li');
  row.dataset['id'] = id;
  row.dataset['from'] = from;
  row.textContent = words;
  return row;
}
