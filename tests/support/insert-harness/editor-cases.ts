/** One of the real editors, and what it cannot hold exactly. */
export type EditorCase = {
  readonly editor: string;
  readonly label: string;
  /** In what the model differs, and why that is right: applied to it and to the wanted text. */
  readonly tolerance?: { readonly why: string; readonly alike: (text: string) => string };
};

export const editorCases: readonly EditorCase[] = [
  { editor: 'textarea', label: 'textarea' },
  { editor: 'textarea-react', label: 'textarea, controlled by React' },
  { editor: 'textarea-shadow', label: 'textarea in an open shadow root' },
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
  { editor: 'prosemirror', label: 'ProseMirror' },
  { editor: 'tiptap', label: 'TipTap 3' },
  { editor: 'lexical', label: 'Lexical, rich text' },
  { editor: 'quill', label: 'Quill 2' },
  { editor: 'slate', label: 'Slate' },
  { editor: 'draft', label: 'Draft.js' },
  { editor: 'ckeditor5', label: 'CKEditor 5' },
  {
    editor: 'tinymce',
    label: 'TinyMCE 8, iframe',
    tolerance: {
      why: 'writes a space at the edge of what is pasted as a no-break space',
      alike: (text) => text.replaceAll('\u00a0', ' '),
    },
  },
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
    draft: 'Hello, regards',
    mode: 'caret',
    caretBeforeEnd: 7,
  },
  {
    name: 'replace the draft',
    text: 'The new answer,\n\nin full.',
    draft: 'An old draft',
    mode: 'replace',
    caretBeforeEnd: 4,
  },
];

/** The draft as it has to be afterwards. */
export function expectedText({ text, draft, mode, caretBeforeEnd }: Scenario): string {
  if (mode === 'replace') return text;
  const at = draft.length - caretBeforeEnd;
  return draft.slice(0, at) + text + draft.slice(at);
}
