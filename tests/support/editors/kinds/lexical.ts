import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { LinkNode } from '@lexical/link';
import { ListItemNode, ListNode, registerList } from '@lexical/list';
import { registerPlainText } from '@lexical/plain-text';
import { registerRichText } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $isElementNode,
  $setSelection,
  type CreateEditorArgs,
  createEditor,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import type { MountEditor } from '../test-editor';

const mountLexical =
  (register: (editor: LexicalEditor) => void, nodes: CreateEditorArgs['nodes'] = []): MountEditor =>
  (place) => {
    const box = document.createElement('div');
    box.contentEditable = 'true';
    box.dataset['composer'] = '';
    place.append(box);
    const editor = createEditor({
      nodes,
      onError: (error) => {
        throw error;
      },
    });
    editor.setRootElement(box);
    register(editor);
    const history = createEmptyHistoryState();
    registerHistory(editor, history, 300);

    function setDraft(text: string) {
      editor.update(
        () => {
          const paragraph = $createParagraphNode();
          if (text !== '') paragraph.append($createTextNode(text));
          $getRoot().clear().append(paragraph);
          $setSelection(null);
        },
        { discrete: true, tag: 'history-merge' },
      );
      history.undoStack = [];
      history.redoStack = [];
    }

    setDraft('');
    return {
      model: () =>
        editor.read(() =>
          $getRoot()
            .getChildren()
            .map((child) => child.getTextContent())
            .join('\n'),
        ),
      html: () =>
        editor.read(() =>
          $getRoot()
            .getChildren()
            .map((child) => htmlOf(child, editor))
            .join(''),
        ),
      setDraft,
    };
  };

/** As the nodes themselves are exported, each by its own way. */
function htmlOf(node: LexicalNode, editor: LexicalEditor): string {
  const { element } = node.exportDOM(editor);
  if (!(element instanceof HTMLElement)) return '';
  if ($isElementNode(node)) {
    element.innerHTML = node
      .getChildren()
      .map((child) => htmlOf(child, editor))
      .join('');
  }
  return element.outerHTML;
}

export const mount = mountLexical(registerRichText);
/** With what the editor's own packages have for lists and links, as rich editors register it. */
export const mountLinks = mountLexical(
  (editor) => {
    registerRichText(editor);
    registerList(editor);
  },
  [ListNode, ListItemNode, LinkNode],
);
export const mountPlain = mountLexical(registerPlainText);
