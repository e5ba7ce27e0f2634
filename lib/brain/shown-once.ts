/** How many cues are remembered; panels that show the same one do so within moments. */
const mostRemembered = 2_000;

/**
 * Gives back what keeps a cue from counting as shown twice, when a docked panel and the side panel
 * show it at the same time: the first to tell counts, and the others get its event's number.
 */
export function makeShownOnce() {
  const told = new Map<string, Promise<number>>();
  return (cueId: string, record: () => Promise<number>): Promise<number> => {
    const first = told.get(cueId);
    if (first !== undefined) return first;
    const recording = record();
    told.set(cueId, recording);
    // What was not kept may be told again.
    recording.catch(() => told.delete(cueId));
    for (const oldest of told.keys()) {
      if (told.size <= mostRemembered) break;
      told.delete(oldest);
    }
    return recording;
  };
}
