import { tellChange } from './set-field';
import type { Step } from './step';

/** The browser's own editing of a text field: the only way that leaves its undo whole. */
export const execInField: Step = {
  name: 'exec',
  isNative: true,
  run(composer, text) {
    if (composer.kind !== 'field') return false;
    const done = composer.document.execCommand('insertText', false, text);
    if (done) tellChange(composer.element);
    return done;
  },
};
