import { editorDesk } from './editor-desk';
import { mountEditor } from './editor-kinds';
import type { TestEditor } from './test-editor';

declare global {
  interface Window {
    editor: TestEditor;
    /** How often the page was asked to send. */
    sent: number;
    /** Opens another conversation, in a page that was opened without naming an editor. */
    showConversation(editor: string, words: string): Promise<void>;
  }
}

const name = new URLSearchParams(location.search).get('editor');
const place = document.querySelector<HTMLFormElement>('#composer');
if (place === null) throw new Error('No place for the editor');

window.sent = 0;
document.addEventListener('submit', (event) => {
  event.preventDefault();
  window.sent++;
});
document.addEventListener('keydown', (event) => event.key === 'Enter' && window.sent++, true);

if (name === null) window.showConversation = editorDesk(place);
else window.editor = await mountEditor(name, place);
document.body.dataset['ready'] = 'yes';
