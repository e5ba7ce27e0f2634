import type { MountEditor, TestEditor } from './test-editor';

declare global {
  interface Window {
    editor: TestEditor;
    /** How often the page was asked to send. */
    sent: number;
  }
}

const kinds: { [name: string]: () => Promise<{ mount: MountEditor }> } = {
  textarea: () => import('./kinds/textarea'),
  'textarea-react': () => import('./kinds/textarea-react'),
  'textarea-shadow': () => import('./kinds/textarea-shadow'),
  input: () => import('./kinds/input'),
  contenteditable: () => import('./kinds/contenteditable'),
  'contenteditable-react': () => import('./kinds/contenteditable-react'),
  'contenteditable-frame': () => import('./kinds/contenteditable-frame'),
  prosemirror: () => import('./kinds/prosemirror'),
  tiptap: () => import('./kinds/tiptap'),
  lexical: () => import('./kinds/lexical'),
  quill: () => import('./kinds/quill'),
  slate: () => import('./kinds/slate'),
  draft: () => import('./kinds/draft'),
  ckeditor5: () => import('./kinds/ckeditor5'),
  tinymce: () => import('./kinds/tinymce'),
  locked: async () => ({ mount: (await import('./kinds/odd')).mountLocked }),
  doubling: async () => ({ mount: (await import('./kinds/odd')).mountDoubling }),
  spoiling: async () => ({ mount: (await import('./kinds/odd')).mountSpoiling }),
  reverting: async () => ({ mount: (await import('./kinds/odd')).mountReverting }),
  rendering: async () => ({ mount: (await import('./kinds/odd')).mountRendering }),
  vanishing: async () => ({ mount: (await import('./kinds/odd')).mountVanishing }),
};

const name = new URLSearchParams(location.search).get('editor') ?? '';
const place = document.querySelector<HTMLFormElement>('#composer');
const load = kinds[name];
if (place === null || load === undefined) throw new Error(`No editor named ${name}`);

window.sent = 0;
place.addEventListener('submit', (event) => {
  event.preventDefault();
  window.sent++;
});
document.addEventListener('keydown', (event) => event.key === 'Enter' && window.sent++, true);

window.editor = await (await load()).mount(place);
document.body.dataset['ready'] = 'yes';
