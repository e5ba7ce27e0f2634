/**
 * Starts each task when those given before it have ended, well or badly. With none before it, a
 * task starts within the call itself, so that the page still sees the agent's click as its cause.
 */
export function oneAtATime(): <Result>(task: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> | undefined;
  return (task) => {
    const turn = last === undefined ? task() : last.then(task);
    const ended: Promise<unknown> = turn
      .catch(() => {})
      .then(() => {
        if (last === ended) last = undefined;
      });
    last = ended;
    return turn;
  };
}
