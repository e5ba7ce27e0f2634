import type { teachDesk } from './teach-desk';

/** The world of the console script, which the teaching script is put into when needed. */
export type TeachWorld = { cuecardTeach?: typeof teachDesk };
