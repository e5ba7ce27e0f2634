import type { FormattedLine } from '../../domain/formatted-line';
import { beforeInput } from './before-input';
import type { Composer } from './composer';
import { execInField } from './exec-in-field';
import { execLines } from './exec-lines';
import { formattedSteps } from './formatted-steps';
import { paste, pasteHtml } from './paste';
import { setField } from './set-field';
import type { Step, StepName } from './step';

/** Steps that a recipe may rule out; `exec` stands for both ways of the browser's own editing. */
export type SkippedStep = 'paste' | 'paste-html' | 'beforeinput' | 'exec';

/**
 * Which steps to try, in order. Paste stands before the browser's own editing: what the latter puts
 * into a framework's editor may be seen in the DOM and yet be missing from what is sent, which a
 * content script cannot tell.
 */
export function stepsFor(
  composer: Composer,
  text: string,
  skip: readonly SkippedStep[] = [],
  formatted?: readonly FormattedLine[],
): readonly Step[] {
  const plain = orderFor(composer, /^\n|\n\n|\n$/.test(text));
  return [...formattedSteps(composer, text, formatted), ...plain].filter(
    ({ name }) => !skip.some((skipped) => skipped === skippedAs(name)),
  );
}

/** What a recipe calls a step. The setter cannot be ruled out. */
function skippedAs(name: StepName): SkippedStep | undefined {
  switch (name) {
    case 'exec-lines':
    case 'exec-formatted':
    case 'exec':
      return 'exec';
    case 'setter':
      return undefined;
    case 'paste-formatted':
      return 'paste-html';
    default:
      return name;
  }
}

function orderFor(composer: Composer, hasBlankLines: boolean): Step[] {
  if (composer.kind === 'field') return [execInField, setField];
  switch (composer.family) {
    case 'prosemirror':
    case 'ckeditor5':
      // Both drop the blank lines of plain text, and keep empty paragraphs of HTML.
      return hasBlankLines
        ? [pasteHtml, paste, beforeInput, execLines]
        : [paste, pasteHtml, beforeInput, execLines];
    case 'slate':
    case 'draft':
      // Never HTML (nothing arrives, or links are lost), never exec (the model is corrupted).
      return [paste, beforeInput];
    case 'trix':
      return [paste, beforeInput, execLines];
    case 'native':
    case 'ckeditor4':
      // To a paste CKEditor 4 adds an empty paragraph in Firefox.
      return [execLines, paste];
    case 'quill':
    case 'tinymce':
    case 'lexical':
    case 'other':
      return [paste, beforeInput, execLines];
  }
}
