import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';
import type { MountEditor } from '../test-editor';

export const mount: MountEditor = (place) => {
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
  registerRichText(editor);
  const history = createEmptyHistoryState();
  registerHistory(editor, history, 300);

  function setDraft(text: string) {
    editor.update(
      () => {
        const paragraph = $createParagraphNode();
        if (text !== '') paragraph.append($createTextNode(text));
        $getRoot().clear().append(paragraph);
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
