import { findNearDuplicates } from '../lib/engine/care/near-duplicates';
import type { EngineEntry } from '../lib/engine/engine';
import { makeLargeBase } from './large-base';

type Made = Pick<EngineEntry, 'id' | 'title' | 'phrasings' | 'answer'>;

/** Among made-up entries so many that ask as another does and answer another number of minutes. */
export function measureOverlaps(count: number, planted: number) {
  const file = JSON.parse(makeLargeBase('en', count).content) as { entries: Made[] };
  const entries = file.entries.map(
    (entry): EngineEntry => ({
      ...entry,
      base: 'large',
      smallTalk: false,
      language: 'en',
    }),
  );
  for (let at = 0; at < planted; at++) {
    const from = entries[at * 97];
    if (from === undefined) continue;
    const answer = from.answer.replace('ten minutes', 'forty minutes');
    entries[count - 1 - at] = {
      ...from,
      id: `planted-${at}`,
      answer: answer.replace('ten', '20').replace('forty', '40'),
    };
  }
  const usage = process.cpuUsage();
  const started = performance.now();
  const finding = findNearDuplicates(entries);
  let longestSliceMs = 0;
  let at = performance.now();
  let step = finding.next();
  for (; !step.done; step = finding.next()) {
    longestSliceMs = Math.max(longestSliceMs, performance.now() - at);
    at = performance.now();
  }
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(usage);
  const cpuMs = (user + system) / 1_000;
  const found = step.value.filter(
    ({ kind, other }) => kind === 'contradiction' && entries[other]?.id.startsWith('planted'),
  );
  return { ms, cpuMs, longestSliceMs, found: new Set(found.map(({ other }) => other)).size };
}
