import type { MountEditor } from './test-editor';

/** Each in a file of its own, which is loaded where it is asked for. */
const kinds: { [name: string]: () => Promise<{ mount: MountEditor }> } = {
  textarea: () => import('./kinds/textarea'),
  'textarea-react': () => import('./kinds/textarea-react'),
  'textarea-vue': () => import('./kinds/textarea-vue'),
  'textarea-vue-lazy': async () => ({ mount: (await import('./kinds/textarea-vue')).mountLazy }),
  'textarea-shadow': () => import('./kinds/textarea-shadow'),
  'textarea-closed': async () => ({ mount: (await import('./kinds/textarea-shadow')).mountClosed }),
  input: () => import('./kinds/input'),
  contenteditable: () => import('./kinds/contenteditable'),
  'contenteditable-react': () => import('./kinds/contenteditable-react'),
  'contenteditable-frame': () => import('./kinds/contenteditable-frame'),
  'contenteditable-closed': () => import('./kinds/contenteditable-closed'),
  prosemirror: () => import('./kinds/prosemirror'),
  'prosemirror-rich': async () => ({ mount: (await import('./kinds/prosemirror')).mountRich }),
  tiptap: () => import('./kinds/tiptap'),
  tiptap2: () => import('./kinds/tiptap2'),
  'tiptap2-links': async () => ({ mount: (await import('./kinds/tiptap2')).mountLinks }),
  lexical: () => import('./kinds/lexical'),
  'lexical-links': async () => ({ mount: (await import('./kinds/lexical')).mountLinks }),
  'lexical-plain': async () => ({ mount: (await import('./kinds/lexical')).mountPlain }),
  quill: () => import('./kinds/quill'),
  slate: () => import('./kinds/slate'),
  draft: () => import('./kinds/draft'),
  ckeditor5: () => import('./kinds/ckeditor5'),
  tinymce: () => import('./kinds/tinymce'),
  'tinymce-inline': async () => ({ mount: (await import('./kinds/tinymce')).mountInline }),
  ckeditor4: () => import('./kinds/ckeditor4'),
  'ckeditor4-inline': async () => ({ mount: (await import('./kinds/ckeditor4')).mountInline }),
  wangeditor4: () => import('./kinds/wangeditor4'),
  wangeditor5: () => import('./kinds/wangeditor5'),
  trix: () => import('./kinds/trix'),
  codemirror: () => import('./kinds/codemirror'),
  squire: () => import('./kinds/squire'),
  'medium-editor': () => import('./kinds/medium-editor'),
  summernote: () => import('./kinds/summernote'),
  locked: async () => ({ mount: (await import('./kinds/odd')).mountLocked }),
  doubling: async () => ({ mount: (await import('./kinds/odd')).mountDoubling }),
  spoiling: async () => ({ mount: (await import('./kinds/odd')).mountSpoiling }),
  reverting: async () => ({ mount: (await import('./kinds/odd')).mountReverting }),
  rendering: async () => ({ mount: (await import('./kinds/odd')).mountRendering }),
  dropping: async () => ({ mount: (await import('./kinds/odd')).mountDropping }),
  vanishing: async () => ({ mount: (await import('./kinds/odd')).mountVanishing }),
};

export async function mountEditor(name: string, place: HTMLElement) {
  const load = kinds[name];
  if (load === undefined) throw new Error(`No editor named ${name}`);
  return (await load()).mount(place);
}
