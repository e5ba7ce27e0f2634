import { print53 } from '../../domain/words-print';
import type { KeptOverlay } from '../learn/kept-overlay';
import { learningTuning } from '../learn/learning-tuning';
import { prefixed, unprefixed } from './prefixed';
import { charactersOf, readSnapshot, type Sections, textOf, writeSnapshot } from './snapshot-file';

/** Raised with every change to what lessons make of the same model, or to the sections below. */
const format = 1;
const version = print53(JSON.stringify([format, learningTuning])) | 0;

/** What lessons made of a model, as bytes in parts; neither their texts nor those of entries are in it. */
export function keepOverlay(kept: KeptOverlay): Iterable<Uint8Array> {
  const { features, words, grams, picked, rejected, from, repairs, lessons, model } = kept;
  const sections: Sections = {
    ...prefixed('features', features),
    ...prefixed('words', words),
    ...prefixed('grams', grams),
    ...prefixed('picked', picked),
    ...prefixed('rejected', rejected),
    ...prefixed('from', from),
    repairs: charactersOf(JSON.stringify(repairs)),
    lessons,
    model: Float64Array.of(model),
  };
  return writeSnapshot(sections, version);
}

/** Undefined for what is damaged or of another version: lessons are then learned again. */
export function keptOverlay(parts: readonly Uint8Array[]): KeptOverlay | undefined {
  const sections = readSnapshot(parts, version);
  if (typeof sections === 'string') return undefined;
  return {
    features: unprefixed('features', sections) as KeptOverlay['features'],
    words: unprefixed('words', sections) as KeptOverlay['words'],
    grams: unprefixed('grams', sections) as KeptOverlay['grams'],
    picked: unprefixed('picked', sections) as KeptOverlay['picked'],
    rejected: unprefixed('rejected', sections) as KeptOverlay['rejected'],
    from: unprefixed('from', sections) as KeptOverlay['from'],
    repairs: JSON.parse(textOf(sections['repairs'] as Uint16Array)) as KeptOverlay['repairs'],
    lessons: sections['lessons'] as Float64Array,
    model: sections['model']?.[0] ?? 0,
  };
}
