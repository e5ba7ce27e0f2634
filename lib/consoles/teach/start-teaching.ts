import type { Recipe } from '../../protocol/recipe';
import type { TaughtField, TeachState } from '../../protocol/teach-messages';
import { withSides } from '../generic/complete-recipe';
import { textsIn, wordsIn } from '../generic/look';
import { isVisible } from '../read/is-visible';
import { readConversationKey } from '../read/read-conversation';
import { readText } from '../read/read-text';
import { candidatesFor } from './candidates';
import { composerNear } from './composer-near';
import { type DrawnBox, layGlass } from './lay-glass';
import { makeRecipe, type TeachProblem, type ToldRows, tellRows } from './make-recipe';
import { pageBox } from './page-box';
import { paintReading, paintRows } from './paint-reading';
import { readForTeacher } from './read-for-teacher';
import { askFor, firstLesson, type Lesson, pointedAt, stepBack } from './teach-step';

type Problem = TeachState['problem'];
export type TeachMove = 'next' | 'previous' | 'pick' | 'back';
export type Teaching = {
  move(to: TeachMove): void;
  askFor(field: TaughtField): void;
};
export type TeachOptions = {
  readonly window: Window;
  /** Undefined when the person has given up. */
  readonly tell: (state: TeachState | undefined) => void;
  readonly signal: AbortSignal;
};

const repaintMs = 150;
const longestWords = 160;

/** Lets a person point out, click by click or key by key, how the page in front is read. */
export function startTeaching({ window, tell, signal }: TeachOptions): Teaching {
  const { document } = window;
  let lesson: Lesson<Element> = firstLesson();
  let rows: ToldRows | undefined;
  let made: Recipe | undefined;
  let problem: Problem = null;
  let candidate: Element | undefined;
  let walked = candidatesFor('customer', document, []);
  /** Place among the candidates; -1 while the pointer is what chooses. */
  let at = -1;

  const glass = layGlass({ document, onMove: hover, onPick: pick, onKey: move, signal });
  const timer = window.setInterval(paint, repaintMs);
  document.addEventListener('scroll', paint, { capture: true, passive: true, signal });
  signal.addEventListener('abort', () => window.clearInterval(timer), { once: true });
  glass.close(true);
  show();
  return { move, askFor: ask };

  function hover(element: Element) {
    const next = snap(element);
    if (next === candidate && at === -1) return;
    candidate = next;
    at = -1;
    paint();
  }

  /** What would be taken: a message as a whole, the reply box rather than its frame or its label. */
  function snap(element: Element): Element | undefined {
    if (lesson.step === 'composer') return composerNear(element);
    const row = walked.elements.find((one) => one.contains(element));
    return lesson.step === 'customer' || lesson.step === 'agent' ? (row ?? element) : element;
  }

  function pick(element: Element) {
    const thing = lesson.step === 'composer' ? composerNear(element) : element;
    problem = problemWith(thing);
    if (thing === undefined || problem !== null) return show();
    go(pointedAt(lesson, thing));
  }

  function problemWith(thing: Element | undefined): Problem {
    if (thing === undefined) return 'no-composer';
    if (lesson.step !== 'composer' && wordsIn(thing, 20) === '') return 'no-words';
    if (lesson.step !== 'agent' || lesson.customer === undefined) return null;
    const told: ToldRows | TeachProblem = tellRows(lesson.customer, thing);
    if (typeof told === 'string') return told;
    rows = told;
    return null;
  }

  function go(next: Lesson<Element>) {
    lesson = next;
    candidate = undefined;
    at = -1;
    if (next.step === 'customer' || next.step === 'agent') rows = undefined;
    made = next.step === 'check' ? make() : undefined;
    if (next.step === 'check' && made === undefined) problem = 'not-read';
    glass.close(next.step !== 'check');
    walked = candidatesFor(next.step, document, rows?.rows ?? []);
    show();
  }

  function make(): Recipe | undefined {
    const { customer, composer, fields } = lesson;
    if (customer === undefined || composer === undefined || rows === undefined) return undefined;
    const { customer: customerName, ...others } = Object.fromEntries(fields);
    const named = new Map(Object.entries(others) as [Exclude<TaughtField, 'customer'>, Element][]);
    const today = new Date().toISOString().slice(0, 10);
    return makeRecipe({ customer, rows, composer, customerName, fields: named }, window, today);
  }

  function move(to: TeachMove) {
    if (to === 'back') {
      const before = stepBack(lesson);
      problem = null;
      if (before === undefined) tell(undefined);
      else go(before);
      return;
    }
    if (to === 'pick') {
      if (candidate !== undefined) pick(candidate);
      return;
    }
    const { elements, first } = walked;
    if (elements.length === 0) return;
    const step = to === 'next' ? 1 : -1;
    at = at === -1 ? first : (at + step + elements.length) % elements.length;
    candidate = elements[at];
    candidate?.scrollIntoView({ block: 'nearest' });
    show();
  }

  function ask(field: TaughtField) {
    problem = null;
    go(askFor(lesson, field));
  }

  function show() {
    paint();
    tell({
      step: lesson.step,
      field: lesson.field,
      problem,
      candidate:
        candidate === undefined
          ? null
          : {
              words: wordsOf(candidate),
              at: at + 1,
              of: walked.elements.length,
            },
      reading: made === undefined ? null : readForTeacher(made, window),
      made:
        made === undefined
          ? null
          : { recipe: made, key: readConversationKey(withSides(made), window, isVisible) ?? '' },
    });
  }

  function paint() {
    if (signal.aborted) return;
    const boxes: DrawnBox[] = [];
    if (made !== undefined) boxes.push(...paintReading(withSides(made), window));
    else {
      if (rows !== undefined) boxes.push(...paintRows(withSides(rows), rows.rows));
      else boxes.push(...boxOf('customer', lesson.customer && rowOf(lesson.customer)));
      boxes.push(...boxOf('composer', lesson.composer));
    }
    boxes.push(...boxOf('candidate', candidate));
    glass.draw(boxes);
  }

  function rowOf(element: Element): Element {
    return walked.elements.find((one) => one.contains(element)) ?? element;
  }
}

function boxOf(kind: DrawnBox['kind'], element: Element | undefined): DrawnBox[] {
  const box = element && pageBox(element);
  return box === undefined ? [] : [{ kind, box }];
}

function wordsOf(element: Element): string {
  const label = element.getAttribute('aria-label') ?? element.getAttribute('placeholder') ?? '';
  const isField = element.matches('textarea, input, [contenteditable], iframe');
  if (isField) return label.slice(0, longestWords);
  // A row's parts side by side, such as a message and its time, are words apart.
  const parts = textsIn(element, 20).map(({ text }) => text);
  return (parts.join(' ') || readText(element, undefined, longestWords)).slice(0, longestWords);
}
