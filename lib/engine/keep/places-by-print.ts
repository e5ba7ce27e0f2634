/**
 * Where each of these prints stands, and -1 for any other. A table of numbers, as prints are random
 * already: a Map of as many takes a start ten times as long.
 */
export function placesByPrint(prints: Float64Array): (print: number) => number {
  let room = 4;
  while (room < 2 * prints.length) room *= 2;
  const mask = room - 1;
  /** Places + 1, with linear probing; at most half full. */
  const slots = new Int32Array(room);
  /** The slot of the print, or the empty one where it belongs. */
  const slotOf = (print: number) => {
    let slot = print & mask;
    for (;;) {
      const place = (slots[slot] as number) - 1;
      if (place < 0 || prints[place] === print) return slot;
      slot = (slot + 1) & mask;
    }
  };
  for (let place = 0; place < prints.length; place++) {
    const slot = slotOf(prints[place] as number);
    if (slots[slot] === 0) slots[slot] = place + 1;
  }
  return (print) => (slots[slotOf(print)] as number) - 1;
}
