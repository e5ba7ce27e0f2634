import type { Line } from './customer.ts';

const rowsPerFrame = 10;

const floodTexts = [
  'still nothing here, the light has not changed',
  'Thank you, I am checking that for you now.',
  '还是不行，又试了一遍',
  '好的，请稍等，我再看一下。',
];

/** Feeds many rows, customer and agent in turn, a few per animation frame; resolves after the last. */
export function flood(count: number, add: (line: Line) => void): Promise<void> {
  return new Promise((resolve) => {
    let added = 0;
    function frame(): void {
      for (let inFrame = 0; inFrame < rowsPerFrame && added < count; inFrame++) {
        const text = `${floodTexts[added % floodTexts.length]} (${added + 1})`;
        add({ from: added % 2 === 0 ? 'customer' : 'agent', text });
        added += 1;
      }
      if (added < count) requestAnimationFrame(frame);
      else resolve();
    }
    requestAnimationFrame(frame);
  });
}
