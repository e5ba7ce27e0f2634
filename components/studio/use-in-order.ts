import { useState } from 'react';

/**
 * For answers that may come in another order than they were asked for: called with each question,
 * it gives what says, when the answer comes, whether none to a later question came before.
 */
export function useInOrder(): () => () => boolean {
  const [count] = useState({ asked: 0, newest: 0 });
  return () => {
    const mine = ++count.asked;
    return () => {
      if (mine < count.newest) return false;
      count.newest = mine;
      return true;
    };
  };
}
