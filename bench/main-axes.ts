/** Far more than the axes move by at the end. */
const rounds = 40;

/**
 * The directions in which centred vectors spread most (principal components), widest first: the
 * covariance applied to a few directions again and again, made orthonormal each time.
 */
export function mainAxes(vectors: readonly (readonly number[])[], count: number): number[][] {
  const covariance = covarianceOf(vectors);
  const size = covariance.length;
  let axes: Float64Array[] = Array.from({ length: count }, (_, axis) =>
    Float64Array.from({ length: size }, (_, at) => Math.sin(1 + axis * 7.3 + at * (axis + 1.7))),
  );
  for (let round = 0; round < rounds; round++) {
    axes = orthonormal(axes.map((axis) => Float64Array.from(covariance, (row) => dot(row, axis))));
  }
  return axes.map((axis) => [...axis]);
}

function covarianceOf(vectors: readonly (readonly number[])[]): Float64Array[] {
  const size = vectors[0]?.length ?? 0;
  const covariance = Array.from({ length: size }, () => new Float64Array(size));
  for (const vector of vectors) {
    covariance.forEach((row, at) => {
      const value = vector[at] as number;
      for (let other = 0; other < size; other++) {
        row[other] = (row[other] as number) + value * (vector[other] as number);
      }
    });
  }
  return covariance;
}

/** Gram and Schmidt's way, each against those before it. */
function orthonormal(vectors: readonly Float64Array[]): Float64Array[] {
  const done: Float64Array[] = [];
  for (const vector of vectors) {
    const own = Float64Array.from(vector);
    for (const before of done) {
      const along = dot(own, before);
      for (let at = 0; at < own.length; at++) {
        own[at] = (own[at] as number) - along * (before[at] as number);
      }
    }
    const length = Math.sqrt(dot(own, own)) || 1;
    done.push(own.map((value) => value / length));
  }
  return done;
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] as number) * (other[at] as number);
  return sum;
}
