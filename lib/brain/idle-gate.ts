type Work = () => void;

/** Work between the calls that can be held back for a while, as when its ground is about to change. */
export type IdleGate = {
  whenIdle(work: Work): void;
  /** Holds back what is given from now on. Gives what lets it go. */
  hold(): () => void;
  readonly isHeld: boolean;
};

export function makeIdleGate(whenIdle: (work: Work) => void): IdleGate {
  let holds = 0;
  let waiting: Work[] = [];
  return {
    whenIdle(work) {
      if (holds > 0) waiting.push(work);
      else whenIdle(work);
    },
    get isHeld() {
      return holds > 0;
    },
    hold() {
      let isOwn = true;
      holds++;
      return () => {
        if (!isOwn) return;
        isOwn = false;
        holds--;
        if (holds > 0) return;
        const due = waiting;
        waiting = [];
        for (const work of due) whenIdle(work);
      };
    },
  };
}
