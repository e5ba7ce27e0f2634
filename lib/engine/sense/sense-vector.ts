import { senseSize as size } from './word-senses';

/** Gives the vector length 1; false when it has none. */
export function normalise(vector: Float64Array): boolean {
  let squares = 0;
  for (const value of vector) squares += value * value;
  if (squares < 1e-12) return false;
  const by = 1 / Math.sqrt(squares);
  for (let axis = 0; axis < size; axis++) vector[axis] = (vector[axis] as number) * by;
  return true;
}

export function addVector(to: Float64Array, vector: Float64Array): void {
  for (let axis = 0; axis < size; axis++) {
    to[axis] = (to[axis] as number) + (vector[axis] as number);
  }
}

/** As seen from the mean, of length 1; false when it is the mean. */
export function centre(vector: Float64Array, mean: Float32Array): boolean {
  for (let axis = 0; axis < size; axis++) {
    vector[axis] = (vector[axis] as number) - (mean[axis] as number);
  }
  return normalise(vector);
}

/** @param axes of a frame (sense-frame.ts) */
export function turn(vector: Float64Array, axes: Float32Array): void {
  for (let row = size - 1; row >= 0; row--) {
    let sum = 0;
    for (let column = 0; column <= row; column++) {
      sum += (axes[row * size + column] as number) * (vector[column] as number);
    }
    vector[row] = sum;
  }
}
