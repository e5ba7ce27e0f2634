import { create, insertMultiple, search } from '@orama/orama';
import flexsearch from 'flexsearch';
import Fuse from 'fuse.js';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import type { LabelledEntry } from './labelled-base.ts';

/** Ids of the best entries, best first. */
type Search = (text: string, limit: number) => string[] | Promise<string[]>;
export type Peer = (entries: readonly LabelledEntry[]) => Search | Promise<Search>;

/** One text for all that is known of an entry; what most libraries rank best with. */
const textOf = ({ title, questions }: LabelledEntry) => [title, ...questions].join('\n');

const fuse =
  (useTokenSearch: boolean): Peer =>
  (entries) => {
    const keys = ['title', 'questions'];
    const index = new Fuse([...entries], { keys, useTokenSearch, ignoreLocation: true });
    return (text, limit) => index.search(text, { limit }).map(({ item }) => item.id);
  };

/** Each library as its documentation sets it up for finding texts by a question. */
export const peers: { readonly [name: string]: Peer } = {
  async cuecard(entries) {
    const { make } = (await import('../.output/bench/ranker.mjs' as string)) as {
      make(entries: readonly LabelledEntry[], language: string): { search: MakeSearch };
    };
    const { search } = make(entries, 'en');
    return (text, limit) => search(text, limit).map(([id]) => id);
  },
  minisearch(entries) {
    const index = new MiniSearch<{ id: string; text: string }>({ fields: ['text'] });
    index.addAll(entries.map((entry) => ({ id: entry.id, text: textOf(entry) })));
    return (text, limit) =>
      index
        .search(text, { prefix: true, fuzzy: 0.2 })
        .slice(0, limit)
        .map(({ id }) => String(id));
  },
  lunr(entries) {
    const index = lunr(function build(this: lunr.Builder) {
      this.field('text');
      for (const entry of entries) this.add({ id: entry.id, text: textOf(entry) });
    });
    return (text, limit) =>
      index
        .query((query) => {
          for (const token of lunr.tokenizer(text)) query.term(String(token), {});
        })
        .slice(0, limit)
        .map(({ ref }) => ref);
  },
  flexsearch(entries) {
    const index = new flexsearch.Index({ tokenize: 'forward' });
    for (const [at, entry] of entries.entries()) index.add(at, textOf(entry));
    return (text, limit) =>
      (index.search(text, { limit, suggest: true }) as number[]).flatMap(
        (at) => entries[at]?.id ?? [],
      );
  },
  async orama(entries) {
    const index = create({ schema: { id: 'string', text: 'string' } });
    await insertMultiple(
      index,
      entries.map((entry) => ({ id: entry.id, text: textOf(entry) })),
    );
    return async (term, limit) => {
      const { hits } = await search(index, { term, limit, properties: ['text'] });
      return hits.map(({ document }) => String(document.id));
    };
  },
  'fuse.js': fuse(false),
  'fuse.js, token search': fuse(true),
};

type MakeSearch = (text: string, limit: number) => [id: string, score: number][];
