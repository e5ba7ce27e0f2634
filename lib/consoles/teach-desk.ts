import type { FromConsole, ToConsole } from '../protocol/console-messages';
import type { ReadingPlan } from './read/reading-plan';
import type { Teaching } from './teach/start-teaching';
import type { TeachKit } from './teach/teach-world';

type TeachWish = Extract<ToConsole, { type: `teach.${string}` }>;

type Options = {
  readonly window: Window;
  /** Only a page that is taught carries the code for it. */
  readonly load: (() => Promise<TeachKit>) | undefined;
  readonly plan: () => ReadingPlan | undefined;
  readonly send: (message: FromConsole) => void;
  readonly signal: AbortSignal;
};

/** Does what a panel asks while somebody teaches; one lesson, or one painting, at a time. */
export function teachDesk({ window, load, plan, send, signal }: Options) {
  let stay = new AbortController();
  let teaching: Teaching | undefined;

  async function begin(run: (kit: TeachKit, signal: AbortSignal) => void) {
    stop();
    const own = stay;
    const kit = await load?.().catch(() => undefined);
    if (kit !== undefined && !own.signal.aborted && !signal.aborted) run(kit, own.signal);
  }

  function stop() {
    stay.abort();
    stay = new AbortController();
    teaching = undefined;
  }

  function over() {
    stop();
    send({ type: 'teach.state', state: null });
  }
  signal.addEventListener('abort', stop, { once: true });

  return (wish: TeachWish): void => {
    switch (wish.type) {
      case 'teach.start':
        void begin((kit, signal) => {
          const tell: Parameters<TeachKit['startTeaching']>[0]['tell'] = (state) =>
            state === undefined ? over() : send({ type: 'teach.state', state });
          teaching = kit.startTeaching({ window, tell, signal });
        });
        break;
      case 'teach.move':
        teaching?.move(wish.to);
        break;
      case 'teach.field':
        teaching?.askFor(wish.field);
        break;
      case 'teach.show':
        if (!wish.isShown) stop();
        else void begin((kit, signal) => kit.showReading(window, plan, signal));
        break;
      case 'teach.stop':
        over();
    }
  };
}
