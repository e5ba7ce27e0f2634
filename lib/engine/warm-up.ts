import { createEngine } from './engine';
import { moodOf } from './mood';
import { addSense, senseOf, senseSize } from './sense/word-senses';
import { conceptsIn, conceptsOf } from './text/concepts';

/**
 * Makes, table by table, what the first message would wait for: while a disk is read, that costs nothing.
 */
export const warmUpSteps: readonly (() => void)[] = [
  () => void conceptsOf(''),
  () => void conceptsIn('你'),
  () => void moodOf('hello'),
  () => addSense(senseOf('hello') ?? 0, 0, new Float64Array(senseSize)),
  () => void createEngine({ train: 'later' }).rank({ text: 'Hello 你好', today: '' }),
];
