import { describe, expect, it } from 'vitest';
import { deedWords } from '../../../components/studio/deed-words';
import type { Studio } from '../../../components/studio/studio-context';
import { whyWords } from '../../../components/studio/why-words';
import { wordsIn } from '../../../components/ui/words-in';

const base = { id: 'permits', name: 'Permits' };
const state = { bases: [{ base, entries: 1 }] } as unknown as Studio['state'];
const words = (deed: string, about: string, more: object = {}) =>
  deedWords(
    { id: '1', at: 0, by: 'Ana', deed, about, whom: null, revision: null, approvedBy: [], ...more },
    { state, ...wordsIn('en') },
  );

describe('what is told of a deed', () => {
  // As the hub writes them: hub/services, `writeAudit`.
  it.each([
    ['published', 'permits', 'published in Permits'],
    ['published', '0f3a for permits', 'published in Permits'],
    ['stood already', '0f3a for permits', 'handed in changes of Permits that it had already'],
    ['handed in', '0f3a for permits', 'handed in changes of Permits'],
    ['expired', '0f3a for permits, 2 left', 'had changes of Permits taken back at their end'],
    ['set approvals', '2 for permits', 'set how many must approve changes of Permits: 2'],
    ['invited', 'author of permits', 'made an invite: Author, Permits'],
    ['entries: move', '3 from permits to tea', 'moved answers from Permits to tea: 3'],
    ['added device', '0f3a', 'added a device'],
    ['waved', 'at permits', 'waved at permits'],
  ])('%s, %s', (deed, about, told) => {
    expect(words(deed, about)).toBe(told);
  });

  it('says which revision was published, and who approved it', () => {
    expect(words('published', 'permits', { revision: 4 })).toBe('published revision 4 of Permits');
    expect(words('published', 'permits', { revision: 4, approvedBy: ['Bo', 'Cy'] })).toBe(
      'had revision 4 of Permits published, approved by Bo and Cy',
    );
  });

  it('is plain also where the hub wrote why an answer came or went', () => {
    const studio = { state, ...wordsIn('en') };
    expect(whyWords('move ← permits', studio)).toBe('Moved here from Permits');
    expect(whyWords('override ← permits', studio)).toBe('Copied from Permits');
    expect(whyWords('move → permits', studio)).toBe('Moved to Permits');
    expect(whyWords('We move → permits soon', studio)).toBe('We move → permits soon');
  });
});
