import type { Node } from '@tiptap/pm/model';
import type { EditorView } from '@tiptap/pm/view';

/** The document's text, a line for each paragraph and each hard break. */
export function modelOf(doc: Node): string {
  return doc.textBetween(0, doc.content.size, '\n', (leaf) =>
    /^hard_?break$/i.test(leaf.type.name) ? '\n' : '',
  );
}

export function replaceDraft(view: EditorView, text: string): void {
  const { schema, doc, tr } = view.state;
  const paragraph = schema.nodes['paragraph'];
  if (paragraph === undefined) throw new Error('The schema has no paragraph');
  const content = text === '' ? null : schema.text(text);
  tr.replaceWith(0, doc.content.size, paragraph.create(null, content));
  view.dispatch(tr.setMeta('addToHistory', false));
}
