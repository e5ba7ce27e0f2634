import type { EngineEntry } from '../../../../lib/engine/engine';

/** An entry of the base "shop" that has nothing but what it is found by; its id is its title. */
export const shopEntry = (
  id: string,
  phrasings: string[],
  language: EngineEntry['language'] = 'en',
): EngineEntry => ({
  base: 'shop',
  id,
  title: id,
  phrasings,
  answer: '',
  smallTalk: false,
  language,
});
