import type { BrainCallName } from '../protocol/brain-calls';
import type { BrainHandlers } from './handlers';
import type { Knowledge } from './knowledge';

/** What a panel asks first, and what mends a store; none of it needs all entries. */
const early: ReadonlySet<string> = new Set<BrainCallName>([
  'brain.info',
  'cue.rank',
  'knowledge.summary',
  'settings.change',
  'settings.read',
  'storage.repair',
  'storage.report',
  'team.status',
]);

/** Holds back all calls but the early ones until the knowledge is whole. */
export function onceWhole(
  handlers: BrainHandlers,
  knowledge: Pick<Knowledge, 'whole'>,
): BrainHandlers {
  const held = Object.entries(handlers).map(([name, handler]) => [
    name,
    early.has(name)
      ? handler
      : async (params: never) => {
          await knowledge.whole;
          return (handler as (params: never) => unknown)(params);
        },
  ]);
  return Object.fromEntries(held) as BrainHandlers;
}
