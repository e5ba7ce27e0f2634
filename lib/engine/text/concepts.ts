import { madeOnce } from '../../base/made-once';
import { conceptsEn } from './concepts-en';
import { conceptsZh } from './concepts-zh';
import { stemOf } from './stem';

const nothing: readonly string[] = [];
// Not when the script is loaded: that is when a start waits for it.
const english = madeOnce(() =>
  readTable(conceptsEn, (word) =>
    word
      .split('-')
      .map((part) => stemOf(part))
      .join(' '),
  ),
);
const chinese = madeOnce(() => {
  const groups = readTable(conceptsZh, (word) => stemOf(word));
  const longest = [...groups.keys()].reduce((most, { length }) => Math.max(most, length), 0);
  return { groups, longest };
});

/**
 * The concepts of a stem, or of stems with a blank between. A base of few phrasings has the word
 * that a customer uses seldom, but often another one of the same concept.
 */
export function conceptsOf(stems: string): readonly string[] {
  return english().get(stems) ?? nothing;
}

/** The Chinese concepts of the stem of an English word that stands in a Chinese text. */
export function conceptsOfMixedIn(stem: string): readonly string[] {
  return chinese().groups.get(stem) ?? nothing;
}

/** The concepts of the words in a run of Han characters, each once. */
export function conceptsIn(run: string): readonly string[] {
  const found = new Set<string>();
  const { groups, longest } = chinese();
  for (let from = 0; from < run.length; from++) {
    const most = Math.min(longest, run.length - from);
    for (let length = most; length > 0; length--) {
      for (const name of groups.get(run.slice(from, from + length)) ?? nothing) found.add(name);
    }
  }
  return [...found];
}

/**
 * By word the names of its groups: an equals sign, which no token has, the first word and the
 * line. Chinese names hold Han, as the rarity of a feature is counted by script.
 */
function readTable(table: string, keyOf: (word: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  table
    .trim()
    .split('\n')
    .forEach((line, at) => {
      const words = line.split(' ');
      const name = `=${words[0]}${at}`;
      for (const key of new Set(words.map(keyOf))) {
        groups.set(key, [...(groups.get(key) ?? []), name]);
      }
    });
  return groups;
}
