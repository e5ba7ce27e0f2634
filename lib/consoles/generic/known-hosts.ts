import type { HostOnly } from '../../protocol/recipe';

/** Consoles of which only the address is known: they are called by their names, and read by their looks. */
export const knownHosts: readonly HostOnly[] = Object.values(
  import.meta.glob<HostOnly>('../hosts/*.json', { eager: true, import: 'default' }),
);
