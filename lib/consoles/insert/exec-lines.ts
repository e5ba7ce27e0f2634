import type { Step } from './step';

/**
 * The browser's own editing, as if typed, line by line: one call with line ends in it drops or
 * doubles them on most editable elements in Chromium. Firefox makes the same line breaks from one
 * call as from several, and would need an undo for each of several.
 */
export const execLines: Step = {
  name: 'exec-lines',
  isNative: true,
  run(composer, text) {
    const { document } = composer;
    if (isFirefox(document)) return document.execCommand('insertText', false, text);
    return text.split('\n').every((line, index) => {
      const broke = index === 0 || document.execCommand('insertLineBreak');
      return broke && (line === '' || document.execCommand('insertText', false, line));
    });
  },
};

/** Windows of no other browser have this property. */
const isFirefox = ({ defaultView }: Document) =>
  defaultView !== null && 'mozInnerScreenX' in defaultView;
