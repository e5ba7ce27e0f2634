// What the pure folders use of the world and every one of Node, worker and browser has.
declare const crypto: { getRandomValues(array: Uint8Array): Uint8Array };
declare const performance: { now(): number };
declare module 'snowball-stemmers';
