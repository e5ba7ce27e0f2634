/** A square matrix, row by row. */
export type Square = Float64Array<ArrayBuffer>;

/**
 * The inverse of the Cholesky factor of a positive definite matrix, of which the lower half is read:
 * a lower triangle T with T · matrix · Tᵀ = 1.
 */
export function inverseFactor(matrix: Square, size: number): Square {
  const factor = factorOf(matrix, size);
  const inverse = new Float64Array(size * size);
  for (let column = 0; column < size; column++) {
    for (let row = column; row < size; row++) {
      let left = row === column ? 1 : 0;
      for (let at = column; at < row; at++) {
        left -= (factor[row * size + at] as number) * (inverse[at * size + column] as number);
      }
      inverse[row * size + column] = left / (factor[row * size + row] as number);
    }
  }
  return inverse;
}

function factorOf(matrix: Square, size: number): Square {
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let left = matrix[row * size + column] as number;
      for (let at = 0; at < column; at++) {
        left -= (factor[row * size + at] as number) * (factor[column * size + at] as number);
      }
      factor[row * size + column] =
        row === column ? Math.sqrt(left) : left / (factor[column * size + column] as number);
    }
  }
  return factor;
}
