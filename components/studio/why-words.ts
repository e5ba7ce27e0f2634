import { baseWords } from './base-words';
import type { Studio } from './studio-context';

/** Why something was published. What the hub wrote of an answer that moved is told in plain words. */
export function whyWords(why: string, studio: Pick<Studio, 'state' | 't'>): string {
  const [, how, way, kb] = /^(move|copy|override) ([←→]) (\S+)$/.exec(why) ?? [];
  if (kb === undefined) return why;
  const base = baseWords(kb, studio);
  if (way === '→') return studio.t('history.moved-to', { base });
  return studio.t(how === 'move' ? 'history.moved-from' : 'history.copied-from', { base });
}
