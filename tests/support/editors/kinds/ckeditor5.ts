import {
  Bold,
  ClassicEditor,
  Essentials,
  Link,
  List,
  type ModelElement,
  Paragraph,
} from 'ckeditor5';
import type { MountEditor } from '../test-editor';

export const mount: MountEditor = async (place) => {
  const box = document.createElement('div');
  place.append(box);
  const editor = await ClassicEditor.create(box, {
    licenseKey: 'GPL',
    plugins: [Essentials, Paragraph, Bold, Link, List],
  });
  const root = editor.model.document.getRoot();
  editor.editing.view.change((writer) => {
    const editable = editor.editing.view.document.getRoot();
    if (editable) writer.setAttribute('data-composer', '', editable);
  });
  return {
    model: () =>
      [...(root?.getChildren() ?? [])].map((child) => lineOf(child as ModelElement)).join('\n'),
    html: () => editor.getData(),
    setDraft: (text) => editor.setData(text === '' ? '' : `<p>${text}</p>`),
  };
};

function lineOf(element: ModelElement): string {
  return [...element.getChildren()]
    .map((child) => (child.is('$text') ? child.data : child.is('element', 'softBreak') ? '\n' : ''))
    .join('');
}
