import * as v from 'valibot';
import { type MoodReading, moods } from '../domain/mood';
import { longestMessage } from './conversation-schema';
import { count } from './wire-types';

const mood = v.picklist(moods);

export const moodSchema: v.GenericSchema<unknown, MoodReading> = v.strictObject({
  mood,
  confidence: v.number(),
  words: v.array(
    v.strictObject({
      text: v.pipe(v.string(), v.maxLength(longestMessage)),
      range: v.strictTuple([count, count]),
      mood,
    }),
  ),
});
