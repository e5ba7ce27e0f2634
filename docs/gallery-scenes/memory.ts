import type { Scene } from '../gallery-stage.ts';
import { redLight } from './panel-steps.ts';

/** The disk is full. */
export const memory: Scene = {
  name: 'memory',
  words: 'No room left',
  room: 2_000_000,
  screens: [
    {
      name: 'storage-full',
      words: 'Answers go on; what cannot be kept is said',
      reach: async (stage) => {
        const { desk, panel, say } = stage;
        await stage.ask(...redLight);
        await desk.ask('knowledge.import', { fileName: 'new.json', content: manyTariffs() }).catch(() => {});
        await panel.frame.getByText(say('There is no room left', '存储空间已满')).first().waitFor();
      },
    },
  ],
};

/** Some 2 KB an entry, that no compression makes much smaller. */
function manyTariffs(): string {
  const words = () => Array.from({ length: 200 }, () => Math.random().toString(36).slice(2)).join(' ');
  const entries = Array.from({ length: 3_000 }, (_, at) => ({
    id: `n${at}`,
    title: `Tariff ${at}`,
    phrasings: [`what does tariff ${at} cost`],
    answer: words(),
  }));
  return JSON.stringify({ format: 'cuecard/1', base: { id: 'tariffs', name: 'Tariffs', language: 'en' }, entries });
}
