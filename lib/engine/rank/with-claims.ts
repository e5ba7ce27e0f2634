/** As many cards as are in view at once. */
const inView = 3;

/** Moves claimed entries from further down into view, behind the best one. */
export function withClaims<Each>(
  ranked: readonly Each[],
  isClaimed: (each: Each) => boolean,
): Each[] {
  const view = ranked.slice(0, inView);
  const further = ranked.slice(inView);
  for (const claim of further.filter(isClaimed)) {
    const givesWay = view.findLastIndex((each, at) => at > 0 && !isClaimed(each));
    if (givesWay < 0) break;
    const [moved] = view.splice(givesWay, 1);
    view.push(claim);
    further.splice(further.indexOf(claim), 1);
    if (moved !== undefined) further.unshift(moved);
  }
  return [...view, ...further];
}
