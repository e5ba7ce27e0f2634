import { nameInLinePattern } from '../../protocol/page-patterns';
import type { ValueSource } from '../../protocol/recipe';
import type { ReadingPlan } from '../read/reading-plan';
import { type ComposerGuess, guessComposers } from './guess-composer';
import { guessKey } from './guess-key';
import { guessFrom, guessList, type ListGuess } from './guess-list';
import { guessName } from './guess-name';
import { judge, learnSigns, roleBySigns } from './judge-row';
import { looksLikeNoteBox } from './looks-like-note-box';
import { type PageRoot, pageRoots } from './page-roots';
import { repeatedLabels } from './repeated-labels';
import { type RoleSigns, signsOf } from './row-signs';
import { pathTo, selectorFor } from './selector-for';
import { deliveryMark } from './words';

/** How sure each part is, 0 to 1. */
export type Sureness = {
  readonly composer: number;
  readonly list: number;
  readonly roles: number;
  readonly name: number;
};

export type PlanGuess = { readonly plan: ReadingPlan | undefined; readonly sure: Sureness };

const mostComposers = 4;
const enough = { composer: 0.4, list: 0.4, roles: 0.5, name: 0.5 } as const;

/**
 * How a page that no recipe fits may be read: undefined where too little is sure.
 * @param known the list, where that is known
 */
export function guessPlan(window: Window, known?: Element): PlanGuess {
  const places = pageRoots(window.document);
  const pair = guessPair(places, known);
  if (pair?.list === undefined) {
    const sure = {
      composer: pair ? sureOf(pair.composer.score, 7) : 0,
      list: 0,
      roles: 0,
      name: 0,
    };
    return { plan: undefined, sure };
  }
  const { composer, list } = pair;
  const column = list.list.getBoundingClientRect();
  const rows = list.rows.map((row) => signsOf(row, column));
  const names = rows.flatMap(({ author }) => author ?? []);
  const often = names.filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
  const named = guessName(list.list, often);
  const isTopDown = readsDown(list);
  const inherits =
    often.length < 1 || rows.every((row) => row.author) ? 'no' : isTopDown ? 'previous' : 'next';
  const isNewestFirst = newestFirst(list, composer.element);
  const oldestAuthor = (isNewestFirst ? rows.at(-1) : rows[0])?.author;
  const signs = learnSigns(rows, named?.name, inherits, oldestAuthor);
  const sure = {
    composer: sureOf(composer.score, 7),
    list: known === undefined ? sureOf(list.score, 14) : 1,
    roles: sureOfRoles(rows, signs),
    name: named?.sure ?? 0,
  };
  const isEnough =
    sure.composer >= enough.composer && sure.list >= enough.list && sure.roles >= enough.roles;
  if (!isEnough) return { plan: undefined, sure };

  const listPath = pathTo(list.list);
  const listSelector = selectorFor(list.list);
  const order = isNewestFirst ? 'newest-first' : 'oldest-first';
  const name: ValueSource | undefined = named && {
    from: 'text',
    selectors: [pathTo(named.element)],
    regex: nameInLinePattern,
  };
  const labels = [...often, ...repeatedLabels(list.rows)];
  const plan: ReadingPlan = {
    id: 'generic',
    name: 'Read without a recipe',
    version: 1,
    checked: { on: '2026-11-22', standing: 'reported' },
    match: {},
    list: [listPath],
    row: `${listSelector} > ${list.rowFilter || '*'}`,
    roles: { customer: [':not(*)'] },
    isWritten: (line) => isWritten(line, labels),
    roleOf: (row) => roleBySigns(row, signs),
    isNote: looksLikeNoteBox,
    order,
    conversationId: guessKey(list.list, window.location.href, name),
    ...(name && sure.name >= enough.name ? { customerName: name } : {}),
    composer: [pathTo(composer.element)],
  };
  return { plan, sure };
}

const time = /(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[ T]?)?\d{1,2}:\d\d(:\d\d)?( ?[ap]\.?m\.?)?/i;

/** "Priya Nair <priya@example.org> to …": whom a mail is from, in names and not in a sentence. */
function isMailHeader(line: string): boolean {
  const name = /^([^<>@]{1,60})<[^<>@\s]+@[^<>\s]+>/.exec(line)?.[1];
  const words = name?.trim().split(/\s+/) ?? [];
  return name !== undefined && words.every((word) => /^[\p{Lu}\p{Script=Han}]/u.test(word));
}

/** Times, authors and marks of delivery stand in lines of their own. */
export function isWritten(line: string, labels: readonly string[]): boolean {
  const rest = line.replace(time, '').trim();
  const isOnlyMark = line.length < 24 && deliveryMark.test(line);
  return (
    rest !== '' &&
    !isOnlyMark &&
    !isMailHeader(line) &&
    !labels.some((label) => label.replace(time, '').trim() === rest)
  );
}

type Pair = {
  readonly composer: ComposerGuess;
  readonly list: ListGuess | undefined;
};

function guessPair(places: readonly PageRoot[], known: Element | undefined): Pair | undefined {
  let best: Pair | undefined;
  const worth = ({ composer, list }: Pair) =>
    list ? composer.score + Math.min(14, list.score) : 0;
  for (const composer of guessComposers(places).slice(0, mostComposers)) {
    const lists =
      known === undefined
        ? placesBeside(places, composer.place).map((place) => guessList(place, composer.element))
        : [guessFrom(known, composer.element)];
    for (const list of lists) {
      const pair = { composer, list };
      if (best === undefined || worth(pair) > worth(best)) best = pair;
    }
  }
  return best;
}

/** Only trees that share the composer's coordinates: those in the same document. */
function placesBeside(places: readonly PageRoot[], beside: PageRoot): readonly PageRoot[] {
  const documentOf = (root: PageRoot) => root.ownerDocument ?? root;
  return places.filter((place) => documentOf(place) === documentOf(beside));
}

const sureOf = (score: number, full: number) => Math.max(0, Math.min(1, score / full));

function sureOfRoles(rows: readonly ReturnType<typeof signsOf>[], signs: RoleSigns): number {
  const verdicts = rows.map((row) => judge(row, signs));
  const roles = new Set(verdicts.map((verdict) => verdict?.role));
  const told = verdicts.filter(Boolean).length / rows.length;
  // All rows of one role: it may be so, but nothing in the page shows the difference.
  const isTold = roles.has('customer') || roles.has('agent');
  return !isTold ? 0 : roles.has('customer') && roles.has('agent') ? told : told * 0.6;
}

/** Whether the first row of the list stands highest. */
function readsDown({ rows }: ListGuess): boolean {
  const top = rows[0]?.getBoundingClientRect().top ?? 0;
  return top <= (rows.at(-1)?.getBoundingClientRect().top ?? 0);
}

export function newestFirst(list: ListGuess, composer: Element): boolean {
  const times = list.rows.map((row) =>
    Date.parse(row.querySelector('time[datetime]')?.getAttribute('datetime') ?? ''),
  );
  const known = times.filter(Number.isFinite);
  const [first, last] = [known[0], known.at(-1)];
  if (first !== undefined && last !== undefined && first !== last) return first > last;
  const box = list.rows[0]?.getBoundingClientRect();
  const isComposerOnTop = box !== undefined && composer.getBoundingClientRect().bottom <= box.top;
  return isComposerOnTop === readsDown(list);
}
