/** Does a brain's long work soon, and tells how much of it is still to come. */
export function idleWork() {
  let due = 0;
  return {
    whenIdle(work: () => void) {
      due++;
      setTimeout(() => {
        work();
        due--;
      });
    },
    due: () => due,
  };
}
