import type { FromConsole, ToConsole } from '../../protocol/console-messages';
import type { ReadingPlan } from '../read/reading-plan';
import { showReading } from './show-reading';
import { startTeaching, type Teaching } from './start-teaching';

export type TeachWish = Extract<ToConsole, { type: `teach.${string}` }>;

type Options = {
  readonly window: Window;
  readonly plan: () => ReadingPlan | undefined;
  readonly send: (message: FromConsole) => void;
  readonly signal: AbortSignal;
};

/** Does what a panel asks while somebody teaches; one lesson, or one painting, at a time. */
export function teachDesk({ window, plan, send, signal }: Options): (wish: TeachWish) => void {
  let stay = new AbortController();
  let teaching: Teaching | undefined;

  function stop() {
    stay.abort();
    stay = new AbortController();
    teaching = undefined;
  }

  function over() {
    stop();
    send({ type: 'teach.state', state: null });
  }

  function start() {
    stop();
    teaching = startTeaching({
      window,
      tell: (state) => (state === undefined ? over() : send({ type: 'teach.state', state })),
      signal: stay.signal,
    });
  }
  signal.addEventListener('abort', stop, { once: true });

  return (wish) => {
    switch (wish.type) {
      case 'teach.start':
        return start();
      case 'teach.move':
        return teaching?.move(wish.to);
      case 'teach.field':
        return teaching?.askFor(wish.field);
      case 'teach.show':
        stop();
        if (wish.isShown) showReading(window, plan, stay.signal);
        return;
      case 'teach.stop':
        return over();
    }
  };
}
