import { expect, test } from 'vitest';
import { oneAtATime } from '../../../lib/consoles/one-at-a-time';

test('the first task starts at once, the others one after the other, whatever became of it', async () => {
  const inTurn = oneAtATime();
  const done: string[] = [];
  const first = Promise.withResolvers<string>();
  const failing = inTurn(() => {
    done.push('first begins');
    return first.promise;
  });
  const second = inTurn(async () => done.push('second'));
  const third = inTurn(async () => done.push('third'));
  expect(done).toEqual(['first begins']);
  first.reject(new Error('not in'));
  await expect(failing).rejects.toThrow('not in');
  await Promise.all([second, third]);
  expect(done).toEqual(['first begins', 'second', 'third']);
  const later = inTurn(async () => done.push('later'));
  expect(done.at(-1)).toBe('later');
  await later;
});
