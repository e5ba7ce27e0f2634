import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerPlainText } from '@lexical/plain-text';
import { registerRichText } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $setSelection,
  createEditor,
  type LexicalEditor,
} from 'lexical';
import type { MountEditor } from '../test-editor';

const mountLexical =
  (register: (editor: LexicalEditor) => void): MountEditor =>
  (place) => {
    const box = document.createElement('div');
    box.contentEditable = 'true';
    box.dataset['composer'] = '';
    place.append(box);
    const editor = createEditor({
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
      setDraft,
    };
  };

export const mount = mountLexical(registerRichText);
export const mountPlain = mountLexical(registerPlainText);
