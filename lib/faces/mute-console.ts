import type { ConsoleLink } from './console-link';

/** For a face that stands beside no page: what it says goes nowhere, and nothing is heard. */
export const muteConsole: ConsoleLink = { send: () => {}, onMessage: () => () => {} };
