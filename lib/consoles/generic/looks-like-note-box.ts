import { isVisible } from '../read/is-visible';
import { wordsIn } from './look';
import { looksYellow } from './row-signs';
import { noteBoxWords, replyBoxWords } from './words';

const labels = ['placeholder', 'data-placeholder', 'aria-placeholder', 'aria-label', 'title'];
/** What is chosen of several: tabs, switches, ticked boxes. */
const chosen =
  '[aria-selected=true], [aria-pressed=true], [aria-checked=true], :checked, .active, .selected, .current, .is-active, .is-selected';
const levelsUp = 5;
/** Tabs and buttons above and below a reply box are so high; what is higher holds messages, too. */
const mostAroundPx = 200;
const mostChosen = 30;
const longestLabel = 40;

/** Whether a reply box writes for staff only, by its own words, the chosen tab beside it or its colour. */
export function looksLikeNoteBox(composer: Element): boolean {
  const label = [composer, composer.firstElementChild]
    .flatMap((one) => labels.map((name) => one?.getAttribute(name) ?? ''))
    .join(' ');
  if (saysNote(label)) return true;
  if (looksYellow(composer)) return true;
  const { height } = composer.getBoundingClientRect();
  let around: Element | null = startOf(composer);
  for (let level = 0; around !== null && level < levelsUp; level++) {
    if (around.getBoundingClientRect().height > height + mostAroundPx) return false;
    if (looksYellow(around)) return true;
    const marks = [...around.querySelectorAll(chosen)].slice(0, mostChosen);
    if (marks.some((mark) => !composer.contains(mark) && isNoteMark(mark))) return true;
    around = around.parentElement ?? (around.getRootNode() as Partial<ShadowRoot>).host ?? null;
  }
  return false;
}

/** From the body of an editor in a frame up to the frame itself. */
function startOf(composer: Element): Element | null {
  return composer.localName === 'body'
    ? (composer.ownerDocument.defaultView?.frameElement ?? null)
    : composer.parentElement;
}

function isNoteMark(mark: Element): boolean {
  const named =
    (mark as HTMLInputElement).labels?.[0] ?? (mark.matches('input') ? mark.parentElement : mark);
  const words = named ? wordsIn(named, longestLabel + 1) : '';
  const label = words || (mark.getAttribute('aria-label') ?? '');
  return label.length <= longestLabel && saysNote(label) && isVisible(named ?? mark);
}

const saysNote = (words: string) => noteBoxWords.test(words) && !replyBoxWords.test(words);
