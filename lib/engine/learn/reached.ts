/** A few of many places, each named once. */
export type Reached = {
  readonly places: readonly number[];
  add(place: number): void;
  clear(): void;
};

export function createReached(size: number): Reached {
  const isIn = new Uint8Array(size);
  const places: number[] = [];
  return {
    places,
    add(place) {
      if (isIn[place] === 1) return;
      isIn[place] = 1;
      places.push(place);
    },
    clear() {
      for (const place of places) isIn[place] = 0;
      places.length = 0;
    },
  };
}
