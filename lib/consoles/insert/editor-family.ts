/**
 * Editors that need another order of steps than the default. They are told apart by classes and
 * attributes alone: a content script sees no properties that the page's scripts set on elements.
 */
export type EditorFamily =
  | 'prosemirror'
  | 'quill'
  | 'ckeditor5'
  | 'ckeditor4'
  | 'tinymce'
  | 'lexical'
  | 'slate'
  | 'draft'
  | 'trix'
  | 'native'
  | 'other';

/** Selectors match the editing host itself or something that it is inside. */
const families: readonly (readonly [selector: string, family: EditorFamily])[] = [
  ['.ProseMirror', 'prosemirror'],
  ['.ql-editor', 'quill'],
  ['.ck-editor__editable', 'ckeditor5'],
  // wangEditor 5 has Slate inside and its attribute.
  ['[data-slate-editor]', 'slate'],
  ['.public-DraftEditor-content, .DraftEditor-root', 'draft'],
  ['trix-editor', 'trix'],
  ['.cke_editable', 'ckeditor4'],
  ['.mce-content-body', 'tinymce'],
  ['[data-lexical-editor]', 'lexical'],
  // Summernote, Froala, MediumEditor, wangEditor 4: they watch what the browser itself does.
  ['.note-editable, .fr-element, .medium-editor-element, .w-e-text', 'native'],
];

export function editorFamilyOf(host: Element): EditorFamily {
  return families.find(([selector]) => host.closest(selector) !== null)?.[1] ?? 'other';
}

/** An editor counts from when it took the letter in, which on a busy page is after it was typed. */
const lateMs = 100;

/**
 * How long after the last typed letter an editor begins a new step of its undo history: the
 * defaults of prosemirror-history (newGroupDelay) and of Quill's history module (delay).
 */
export function undoPauseMs(family: EditorFamily): number {
  if (family === 'prosemirror') return 500 + lateMs;
  return family === 'quill' ? 1000 + lateMs : 0;
}
