/** A sentence as its words' numbers, what is to come of it, and how much it counts. */
export type Example = {
  readonly words: readonly number[];
  readonly goal: Float32Array;
  readonly weight: number;
};

const steps = 40;
const ridge = 3;

/**
 * A vector for each word, so that those of a sentence, summed and divided by the root of their
 * number, come as near as possible to its goal: ridge regression, by conjugate gradients with the
 * diagonal taken off, one column of the goals like another.
 */
export function fitWords(examples: readonly Example[], words: number, size: number): Float64Array {
  const found = new Float64Array(words * size);
  const left = new Float64Array(words * size);
  const diagonal = new Float64Array(words).fill(ridge);
  const sum = new Float64Array(size);
  for (const { words: own, goal, weight } of examples) {
    const by = scaleOf(own);
    for (const word of own) {
      diagonal[word] = at(diagonal, word) + weight * by * by;
      for (let axis = 0; axis < size; axis++) {
        const place = word * size + axis;
        left[place] = at(left, place) + weight * by * at(goal, axis);
      }
    }
  }
  const scaled = left.map((value, place) => value / at(diagonal, Math.floor(place / size)));
  const course = scaled.slice();
  let lengths = columnDots(left, scaled);
  for (let step = 0; step < steps; step++) {
    const turned = course.map((value) => ridge * value);
    for (const { words: own, weight } of examples) {
      const by = scaleOf(own);
      sum.fill(0);
      for (const word of own) {
        for (let axis = 0; axis < size; axis++) {
          sum[axis] = at(sum, axis) + at(course, word * size + axis);
        }
      }
      const back = weight * by * by;
      for (const word of own) {
        for (let axis = 0; axis < size; axis++) {
          const place = word * size + axis;
          turned[place] = at(turned, place) + back * at(sum, axis);
        }
      }
    }
    const across = columnDots(course, turned);
    for (let place = 0; place < found.length; place++) {
      const by = at(lengths, place % size) / Math.max(1e-12, at(across, place % size));
      found[place] = at(found, place) + by * at(course, place);
      left[place] = at(left, place) - by * at(turned, place);
      scaled[place] = at(left, place) / at(diagonal, Math.floor(place / size));
    }
    const next = columnDots(left, scaled);
    for (let place = 0; place < found.length; place++) {
      const keep = at(next, place % size) / Math.max(1e-12, at(lengths, place % size));
      course[place] = at(scaled, place) + keep * at(course, place);
    }
    lengths = next;
  }
  return found;

  function columnDots(one: Float64Array, other: Float64Array): Float64Array {
    const dots = new Float64Array(size);
    for (let place = 0; place < one.length; place++) {
      const axis = place % size;
      dots[axis] = at(dots, axis) + at(one, place) * at(other, place);
    }
    return dots;
  }
}

const scaleOf = (words: readonly number[]) => 1 / Math.sqrt(Math.max(1, words.length));
const at = (numbers: Float64Array | Float32Array, place: number) => numbers[place] as number;
