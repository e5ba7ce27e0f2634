import type { Customer } from './customer.ts';
import { harbourCustomers } from './harbour-customers.ts';
import { kapokCustomers } from './kapok-customers.ts';

/** Minutes since anything was written there. */
function quietFor(customer: Customer): number {
  return Math.min(...customer.history.map((line) => line.minutesAgo));
}

/** Everybody in the inbox, last heard of first; the one shown when the page opens leads. */
export const people: readonly Customer[] = [...harbourCustomers, ...kapokCustomers].sort(
  (one, other) => quietFor(one) - quietFor(other),
);

export const firstShown = 'c-maria';
