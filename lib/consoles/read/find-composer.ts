import type { ComposerState } from '../../domain/conversation';
import type { Recipe } from '../../protocol/recipe';
import { type Found, findVisible } from './find-visible';
import type { IsVisible } from './is-visible';
import type { ReadingPlan } from './reading-plan';

/** The visible reply box; for an editor in a same-origin iframe, the body in it. */
export function findComposer(
  recipe: Recipe,
  document: Document,
  isVisible: IsVisible,
  found?: Found,
): HTMLElement | undefined {
  const element = findVisible(document, recipe.composer, isVisible, undefined, found);
  if (element === undefined) return undefined;
  if (element.tagName !== 'IFRAME') return element as HTMLElement;
  return (element as HTMLIFrameElement).contentDocument?.body;
}

/** A reply box that a click of ours brings up counts as ready: inserting opens it. */
export function readComposerState(
  recipe: ReadingPlan,
  document: Document,
  isVisible: IsVisible,
  found?: Found,
): { readonly composer: ComposerState; readonly hasDraft: boolean } {
  const element = findComposer(recipe, document, isVisible, found);
  if (element === undefined || !isWritable(element)) {
    const opens =
      element === undefined &&
      recipe.open !== undefined &&
      findVisible(document, [recipe.open], isVisible) !== undefined;
    return { composer: opens ? 'ready' : 'missing', hasDraft: false };
  }
  const isNote = recipe.noteModeWhen
    ? findVisible(document, recipe.noteModeWhen, isVisible, undefined, found)
    : recipe.isNote?.(element);
  return { composer: isNote ? 'note' : 'ready', hasDraft: hasDraft(element) };
}

function isTextField(element: Element): element is HTMLTextAreaElement | HTMLInputElement {
  return element.tagName === 'TEXTAREA' || element.tagName === 'INPUT';
}

function isWritable(element: HTMLElement): boolean {
  if (isTextField(element)) return !element.disabled && !element.readOnly;
  return element.getAttribute('contenteditable') !== 'false';
}

function hasDraft(element: HTMLElement): boolean {
  // Slate writes its placeholder into the box as text; editors pad empty lines with U+FEFF, U+200B.
  const placeholder = element.querySelector('[data-slate-placeholder]')?.textContent ?? '';
  const text = isTextField(element) ? element.value : (element.textContent ?? '');
  return text.replace(placeholder, '').replace(/[\s\u200b\ufeff]/g, '') !== '';
}
