import type { StoryMessage } from './story.ts';

export type StoryPlayer = {
  /** Plays the next message at once and returns it; null when all are told. */
  playNext(): StoryMessage | null;
};

/**
 * Tells the story message by message.
 * @param speed how many times faster than written; 0 tells nothing by itself
 */
export function playStory(
  story: readonly StoryMessage[],
  speed: number,
  say: (message: StoryMessage) => void,
): StoryPlayer {
  let told = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function schedule(): void {
    clearTimeout(timer);
    const next = story[told];
    if (speed > 0 && next) timer = setTimeout(playNext, next.afterMs / speed);
  }

  function playNext(): StoryMessage | null {
    const next = story[told];
    if (!next) return null;
    told += 1;
    say(next);
    schedule();
    return next;
  }

  schedule();
  return { playNext };
}

/** Reads `?speed=N` and `?story=off`; anything that is no positive number means as written. */
export function storySpeed(search: string): number {
  const query = new URLSearchParams(search);
  if (query.get('story') === 'off') return 0;
  const speed = Number(query.get('speed') ?? 1);
  return Number.isFinite(speed) && speed > 0 ? speed : 1;
}
