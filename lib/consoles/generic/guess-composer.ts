import { isVisible } from '../read/is-visible';
import { labelOf } from './look';
import { frameDocument, type PageRoot } from './page-roots';
import { otherFieldWords, replyWords, searchWords, sendWords } from './words';

export type ComposerGuess = {
  /** The field, the editable element, or the frame whose body is editable. */
  readonly element: HTMLElement;
  readonly place: PageRoot;
  readonly score: number;
};

const fields =
  'textarea, input:not([type]), input[type=text], [contenteditable]:not([contenteditable=false]), iframe';
const smallest = { width: 120, height: 16 };
const levelsToButton = 4;

/** Where the agent may be writing to the customer, the likeliest first. */
export function guessComposers(places: readonly PageRoot[]): ComposerGuess[] {
  const guesses: ComposerGuess[] = [];
  for (const place of places) {
    for (const element of place.querySelectorAll<HTMLElement>(fields)) {
      if (guesses.length > 40) break;
      const score = scoreOf(element);
      if (score > 0) guesses.push({ element, place, score });
    }
  }
  return guesses.sort((one, other) => other.score - one.score);
}

function scoreOf(element: HTMLElement): number {
  if (!isVisible(element) || element.parentElement?.closest('[contenteditable=true]')) return 0;
  if (element.localName === 'iframe' && !isEditor(element)) return 0;
  if (element.matches(':disabled, :read-only:is(textarea, input)')) return 0;
  const { width, height } = element.getBoundingClientRect();
  if (width < smallest.width || height < smallest.height) return 0;
  const label = labelOf(element);
  if (searchWords.test(label) || element.closest('[role=search]')) return 0;
  const isInput = element.localName === 'input';
  let score = isInput ? 1 : 3;
  score += Math.min(2, Math.log2((width * height) / 8_000) / 2);
  if (replyWords.test(label)) score += 2;
  if (otherFieldWords.test(label)) score -= 3;
  if (element.getAttribute('role') === 'textbox') score += 0.5;
  if (isFocused(element)) score += 3;
  if (hasSendButton(element)) score += 1.5;
  if (element.closest('nav, aside')) score -= 1.5;
  const inForm = element.closest('form')?.querySelectorAll('input[type=text], input:not([type])');
  if (inForm && inForm.length > 2) score -= 4;
  return score;
}

function isEditor(frame: Element): boolean {
  const inner = frameDocument(frame);
  return inner?.designMode === 'on' || inner?.body?.isContentEditable === true;
}

function isFocused(element: Element): boolean {
  const { activeElement } = element.getRootNode() as Document | ShadowRoot;
  return activeElement !== null && element.contains(activeElement);
}

function hasSendButton(element: Element): boolean {
  let around = element.parentElement;
  for (let level = 0; around !== null && level < levelsToButton; level++) {
    const buttons = [...around.querySelectorAll('button, [role=button], input[type=submit]')];
    if (buttons.length > 30) return false;
    if (buttons.some((button) => sendWords.test((button.textContent ?? '').trim()))) return true;
    around = around.parentElement;
  }
  return false;
}
