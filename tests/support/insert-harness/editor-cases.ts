type Tolerance = { readonly why: string; readonly alike: (text: string) => string };

const noBreakSpaces: Tolerance = {
  why: 'writes a space at the edge of what is pasted as a no-break space',
  alike: (text) => text.replaceAll('\u00a0', ' '),
};

/** One of the real editors, and what it cannot hold exactly. */
export type EditorCase = {
  readonly editor: string;
  readonly label: string;
  /** In what the model differs, and why that is right: applied to it and to the wanted text. */
  readonly tolerance?: Tolerance;
  /** `part`: its history does not bring every draft back in its model. */
  readonly undo?: 'whole' | 'part';
  /** Whether it takes bold, lists and links; else it gets plain text. */
  readonly formatting?: 'kept' | 'plain';
  /** What a reader of the table should know besides. */
  readonly note?: string;
};

export const editorCases: readonly EditorCase[] = [
  { editor: 'textarea', label: 'textarea' },
  { editor: 'textarea-react', label: 'textarea, controlled by React' },
  { editor: 'textarea-vue', label: 'textarea, v-model of Vue' },
  {
    editor: 'textarea-vue-lazy',
    label: 'textarea, v-model.lazy of Vue',
    undo: 'part',
    note: 'the field undoes; Vue takes that over, as all typing, when the field is left',
  },
  { editor: 'textarea-shadow', label: 'textarea in an open shadow root' },
  { editor: 'textarea-closed', label: 'textarea in a closed shadow root' },
  {
    editor: 'input',
    label: 'input',
    tolerance: {
      why: 'has one line: a space stands for the line ends, so that words stay apart',
      alike: (text) => text.replace(/\n+/g, ' '),
    },
  },
  { editor: 'contenteditable', label: 'contenteditable' },
  { editor: 'contenteditable-react', label: 'contenteditable, read by React' },
  { editor: 'contenteditable-frame', label: 'iframe with an editable body' },
  { editor: 'contenteditable-closed', label: 'contenteditable in a closed shadow root' },
  {
    editor: 'prosemirror',
    label: 'ProseMirror',
    note: 'its schema here has neither lists nor links; what it drops is undone and written as plain text',
  },
  { editor: 'prosemirror-rich', label: 'ProseMirror with lists and links', formatting: 'kept' },
  {
    editor: 'tiptap2',
    label: 'TipTap 2',
    note: 'its starter kit has no links; what it drops is undone and written as plain text',
  },
  { editor: 'tiptap2-links', label: 'TipTap 2 with links', formatting: 'kept' },
  { editor: 'tiptap', label: 'TipTap 3', formatting: 'kept' },
  {
    editor: 'lexical',
    label: 'Lexical, rich text',
    note: 'its bare rich text has neither lists nor links; what it drops is undone and written as plain text',
  },
  { editor: 'lexical-links', label: 'Lexical with lists and links', formatting: 'kept' },
  { editor: 'lexical-plain', label: 'Lexical, plain text' },
  { editor: 'quill', label: 'Quill 2', formatting: 'kept' },
  { editor: 'slate', label: 'Slate' },
  { editor: 'draft', label: 'Draft.js' },
  { editor: 'ckeditor5', label: 'CKEditor 5', formatting: 'kept' },
  {
    editor: 'tinymce',
    label: 'TinyMCE 8, iframe',
    formatting: 'kept',
    tolerance: noBreakSpaces,
  },
  {
    editor: 'tinymce-inline',
    label: 'TinyMCE 8, inline',
    formatting: 'kept',
    tolerance: noBreakSpaces,
  },
  {
    editor: 'ckeditor4',
    label: 'CKEditor 4, iframe',
    formatting: 'kept',
    tolerance: {
      why: 'in Firefox keeps the empty paragraph that it began with',
      alike: (text) => text.trimEnd(),
    },
  },
  { editor: 'ckeditor4-inline', label: 'CKEditor 4, inline', formatting: 'kept' },
  { editor: 'wangeditor4', label: 'wangEditor 4', formatting: 'kept' },
  { editor: 'wangeditor5', label: 'wangEditor 5' },
  { editor: 'trix', label: 'Trix' },
  { editor: 'codemirror', label: 'CodeMirror 6' },
  { editor: 'squire', label: 'Squire' },
  { editor: 'medium-editor', label: 'MediumEditor', formatting: 'kept' },
  { editor: 'summernote', label: 'Summernote', formatting: 'kept' },
];

export type Scenario = {
  readonly name: string;
  readonly text: string;
  readonly draft: string;
  readonly mode: 'caret' | 'replace';
  /** How far before the draft's end the caret stands. */
  readonly caretBeforeEnd: number;
};

const empty = { draft: '', mode: 'caret', caretBeforeEnd: 0 } as const;

export const scenarios: readonly Scenario[] = [
  { ...empty, name: 'one line', text: 'Your parcel left this morning & is on its way <3.' },
  { ...empty, name: 'CJK and emoji', text: '您好，包裹已经发出😀，请留意👩‍👩‍👧短信。' },
  { ...empty, name: 'four lines, one blank', text: 'Hello,\nfirst do this.\n\nThen do that.' },
  {
    name: 'at the caret',
    text: 'thank you for waiting. ',
    draft: 'Hello, B',
    mode: 'caret',
    caretBeforeEnd: 1,
  },
  {
    name: 'replace the draft',
    text: 'The new answer,\n\nin full.',
    draft: 'An old draft',
    mode: 'replace',
    caretBeforeEnd: 1,
  },
];

/** The draft as it has to be afterwards. */
export function expectedText({ text, draft, mode, caretBeforeEnd }: Scenario): string {
  if (mode === 'replace') return text;
  const at = draft.length - caretBeforeEnd;
  return draft.slice(0, at) + text + draft.slice(at);
}

/** An answer with all that may be formatted, and how it reads where it is. */
export const formattedAnswer = {
  text: 'Please do this:\n- open Settings\n- read the guide (https://help.example/start?a=1&b=2)\nThank you.',
  formatted: [
    { listed: false, runs: [{ text: 'Please do this:' }] },
    { listed: true, runs: [{ text: 'open ' }, { text: 'Settings', bold: true }] },
    {
      listed: true,
      runs: [{ text: 'read ' }, { text: 'the guide', href: 'https://help.example/start?a=1&b=2' }],
    },
    { listed: false, runs: [{ text: 'Thank you.' }] },
  ],
  words: 'Please do this:\nopen Settings\nread the guide\nThank you.',
} as const;
