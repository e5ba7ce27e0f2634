import { readFileSync } from 'node:fs';
import type { Engine } from '../lib/engine/engine';
import { dayFor, type messageSets, readMessages } from './own-messages';

/** A message as it is written, and which entry answers each of its questions, in their order. */
export type Asked = {
  readonly text: string;
  readonly golds: readonly string[];
  /** Its questions cut by hand, where they are. */
  readonly parts?: readonly string[];
};

/** The lines that were looked at while groups were made, and those that were only measured. */
export type Half = 'tuned' | 'held back';

type Line = { readonly questions: readonly { readonly text: string; readonly gold: string }[] };

/** Messages of several sentences with one question to three, one half of them. */
export function readAsked(set: (typeof messageSets)[number], half: Half): Asked[] {
  const file = new URL(`../tests/fixtures/questions/${set}.jsonl`, import.meta.url);
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .filter((_, at) => at % 2 === (half === 'tuned' ? 0 : 1))
    .map((line) => {
      const { questions } = JSON.parse(line) as Line;
      return {
        text: questions.map(({ text }) => text).join(''),
        golds: questions.map(({ gold }) => gold),
        parts: questions.map(({ text }) => text),
      };
    });
}

/** The messages for ranking that an entry answers; a few ask twice. */
export function readRanked(set: (typeof messageSets)[number]): Asked[] {
  return readMessages(set).flatMap(({ text, gold, also }) =>
    gold === null ? [] : [{ text, golds: also === undefined ? [gold] : [gold, also] }],
  );
}

export type QuestionFigures = {
  /** Messages with several questions. */
  readonly several: number;
  /**
   * Of these, ranking allows it: cut by hand, each question finds its right answer first; where they
   * are not cut, the first three cards of the whole message hold all.
   */
  readonly able: number;
  /** As many groups as questions. */
  readonly cut: number;
  /** And each is led by the right answer. */
  readonly led: number;
  /** Of the able ones. */
  readonly ableLed: number;
  /** Messages with one question, and those that are split. */
  readonly plain: number;
  readonly split: number;
};

export function measureQuestions(
  engine: Engine,
  messages: readonly Asked[],
  onMiss: (message: Asked, groups: readonly string[]) => void = () => {},
): QuestionFigures {
  const figures = { several: 0, able: 0, cut: 0, led: 0, ableLed: 0, plain: 0, split: 0 };
  for (const message of messages) {
    const { text, golds } = message;
    const today = dayFor(golds);
    const { groups, suggestions } = engine.rank({ text, today }, { limit: 3 });
    const leads = groups.map((group) => group.suggestions[0]?.id);
    const isCut = groups.length === golds.length;
    const isLed = isCut && golds.every((gold, at) => leads[at] === gold);
    if (golds.length === 1) {
      figures.plain++;
      if (!isCut) figures.split++;
    } else {
      const first = message.parts?.map(
        (part) => engine.rank({ text: part, today }, { limit: 1 }).suggestions[0]?.id,
      );
      const isAble =
        first === undefined
          ? golds.every((gold) => suggestions.some(({ id }) => id === gold))
          : golds.every((gold, at) => first[at] === gold);
      figures.several++;
      if (isAble) figures.able++;
      if (isAble && isLed) figures.ableLed++;
      if (isCut) figures.cut++;
      if (isLed) figures.led++;
    }
    if (golds.length === 1 ? isCut : isLed) continue;
    onMiss(
      message,
      groups.map(({ range: [start, end] }, at) => `[${text.slice(start, end)}] ${leads[at]}`),
    );
  }
  return figures;
}
