import type { Entry } from '../../lib/domain/entry';
import type { KnowledgeBase } from '../../lib/domain/knowledge-base';

/** A whole entry of which a test names just what matters to it. */
export const makeEntry = (part: Partial<Entry> & Pick<Entry, 'id'>): Entry => ({
  base: 'base',
  title: `Title of ${part.id}`,
  phrasings: [{ text: `question of ${part.id}`, source: 'author' }],
  answer: `Answer of ${part.id}.`,
  variants: {},
  tags: [],
  mustEdit: false,
  links: [],
  updatedAt: 0,
  ...part,
});

export const makeBase = (
  part: Partial<KnowledgeBase> & Pick<KnowledgeBase, 'id'>,
): KnowledgeBase => ({
  name: `Base ${part.id}`,
  scope: 'shared',
  language: 'en',
  smallTalk: false,
  updatedAt: 0,
  ...part,
});
