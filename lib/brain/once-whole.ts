import type { BrainCallName } from '../protocol/brain-calls';
import type { BrainHandlers } from './handlers';

/** What a panel asks first; none of it needs all entries. */
const early: ReadonlySet<string> = new Set<BrainCallName>([
  'brain.info',
  'cue.rank',
  'knowledge.summary',
  'settings.change',
  'settings.read',
  'storage.report',
  'team.status',
]);

/** Holds back all calls but the early ones until the knowledge is whole. */
export function onceWhole(handlers: BrainHandlers, whole: Promise<void>): BrainHandlers {
  const held = Object.entries(handlers).map(([name, handler]) => [
    name,
    early.has(name)
      ? handler
      : async (params: never) => {
          await whole;
          return (handler as (params: never) => unknown)(params);
        },
  ]);
  return Object.fromEntries(held) as BrainHandlers;
}
