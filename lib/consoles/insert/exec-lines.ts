import type { Step } from './step';

/**
 * The browser's own editing, as if typed, line by line: one call with line ends in it drops or
 * doubles them on most editable elements.
 */
export const execLines: Step = {
  name: 'exec-lines',
  isNative: true,
  run(composer, text) {
    const { document } = composer;
    return text.split('\n').every((line, index) => {
      const broke = index === 0 || document.execCommand('insertLineBreak');
      return broke && (line === '' || document.execCommand('insertText', false, line));
    });
  },
};
