import type { Language } from '../domain/language';
import type { Route } from '../domain/route';

/** What the engine needs to know of an entry. (base, id) is unique. */
export type EngineEntry = {
  readonly base: string;
  readonly id: string;
  readonly title: string;
  /** Customers' ways of asking. The title counts as one more. */
  readonly phrasings: readonly string[];
  readonly answer: string;
  readonly smallTalk: boolean;
  readonly language: Language;
  /** Other languages that it has an answer in. */
  readonly alsoIn?: readonly Language[];
  /** First and last day on which it may be suggested, as YYYY-MM-DD. */
  readonly validFrom?: string;
  readonly validUntil?: string;
  /** Its base's; shared when it is not given. */
  readonly scope?: 'shared' | 'exclusive';
  readonly routes?: readonly Route[];
  /** Ids of the shared entries in whose place it stands wherever its base applies. */
  readonly overrides?: readonly string[];
  /**
   * The `wordsPrint` of an entry whose texts are not at hand yet: they are all empty, and as many as
   * they will be.
   */
  readonly print?: number;
};
