// Matrices of correlations: their Cholesky factor, and the nearest one that can be where what is stated cannot.

type Matrix = readonly (readonly number[])[];

/** Below it a pivot is nothing: a member is then wholly made of those before it. */
const NOTHING = 1e-12;
/** Ranks are offered in thousandths. */
const ROUNDING = 1e-3;

/**
 * The lower triangle L with L L' = matrix, row by row, so that more rows below change none above.
 * @returns undefined if the matrix is not positive semi-definite
 */
export function factorOf(matrix: Matrix): Matrix | undefined {
  const rows: number[][] = [];
  for (const [index, line] of matrix.entries()) {
    const row: number[] = [];
    for (let column = 0; column < index; column++) {
      const above = rows[column] ?? [];
      const rest = (line[column] ?? 0) - dot(row, above, column);
      const pivot = above[column] ?? 0;
      if (pivot === 0 && Math.abs(rest) > 1e-9) return undefined;
      row.push(pivot === 0 ? 0 : rest / pivot);
    }
    const left = (line[index] ?? 0) - dot(row, row, index);
    if (left < -NOTHING) return undefined;
    row.push(left < NOTHING ? 0 : Math.sqrt(left));
    rows.push(row);
  }
  return rows;
}

function dot(left: readonly number[], right: readonly number[], length: number): number {
  let sum = 0;
  for (let index = 0; index < length; index++) sum += (left[index] ?? 0) * (right[index] ?? 0);
  return sum;
}

/**
 * The nearest correlation matrix (in the sum of squares) that leaves a little room, by alternating projections: onto the matrices
 * without negative eigenvalues, and onto those with ones in the diagonal (Higham, "Computing the nearest correlation matrix", 2002).
 */
export function nearestCorrelation(matrix: Matrix): Matrix {
  let current: Matrix = matrix;
  let correction: Matrix = matrix.map((row) => row.map(() => 0));
  for (let step = 0; step < 500; step++) {
    const shifted = combine(current, correction, (value, change) => value - change);
    const projected = withoutNegative(shifted);
    correction = combine(projected, shifted, (value, before) => value - before);
    const next = projected.map((row, index) => row.map((value, column) => (index === column ? 1 : value)));
    const moved = Math.max(
      ...next.flatMap((row, index) =>
        row.map((value, column) => Math.abs(value - (current[index]?.[column] ?? 0))),
      ),
    );
    current = next;
    if (moved < 1e-9) break;
  }
  return current;
}

const combine = (left: Matrix, right: Matrix, join: (one: number, other: number) => number): Matrix =>
  left.map((row, index) => row.map((value, column) => join(value, right[index]?.[column] ?? 0)));

/** The nearest matrix whose eigenvalues all have a little size, so that its ranks can be rounded. */
function withoutNegative(matrix: Matrix): Matrix {
  const { values, vectors } = eigen(matrix);
  const least = ROUNDING * matrix.length;
  return matrix.map((row, i) =>
    row.map((_, j) =>
      values.reduce(
        (sum, value, k) => sum + Math.max(value, least) * (vectors[i]?.[k] ?? 0) * (vectors[j]?.[k] ?? 0),
        0,
      ),
    ),
  );
}

/** Eigenvalues and eigenvectors (in columns) of a symmetric matrix, by Jacobi's rotations. */
function eigen(matrix: Matrix): { readonly values: readonly number[]; readonly vectors: Matrix } {
  const size = matrix.length;
  const a = matrix.map((row) => [...row]);
  const v = matrix.map((row, index) => row.map((_, column) => (index === column ? 1 : 0)));
  const rotate = (
    rows: number[][],
    i: number,
    j: number,
    k: number,
    l: number,
    sine: number,
    tau: number,
  ): void => {
    const [one, other] = [rows[i]?.[j] ?? 0, rows[k]?.[l] ?? 0];
    const [first, second] = [rows[i], rows[k]];
    if (first !== undefined) first[j] = one - sine * (other + one * tau);
    if (second !== undefined) second[l] = other + sine * (one - other * tau);
  };
  for (let sweep = 0; sweep < 60; sweep++)
    for (let p = 0; p < size; p++)
      for (let q = p + 1; q < size; q++) {
        const off = a[p]?.[q] ?? 0;
        if (Math.abs(off) < 1e-16) continue;
        const theta = ((a[q]?.[q] ?? 0) - (a[p]?.[p] ?? 0)) / (2 * off);
        const tangent = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const cosine = 1 / Math.sqrt(tangent * tangent + 1);
        const sine = tangent * cosine;
        const tau = sine / (1 + cosine);
        for (let k = 0; k < size; k++) rotate(a, k, p, k, q, sine, tau);
        for (let k = 0; k < size; k++) rotate(a, p, k, q, k, sine, tau);
        for (let k = 0; k < size; k++) rotate(v, k, p, k, q, sine, tau);
      }
  return { values: a.map((row, index) => row[index] ?? 0), vectors: v };
}

/** The correlation of normal numbers whose ranks are correlated so: 2 sin(pi rank / 6), by its series, so that no bit of it depends on an engine. */
export function normalCorrelation(rank: number): number {
  if (Math.abs(rank) === 1) return rank;
  const angle = (Math.PI * rank) / 6;
  let term = angle;
  let sum = angle;
  for (let power = 3; power < 25; power += 2) {
    term *= (-angle * angle) / (power * (power - 1));
    sum += term;
  }
  return 2 * sum;
}

/** The rank correlation of normal numbers with a correlation, in thousandths. */
export const rankOf = (correlation: number): number =>
  Number(((6 / Math.PI) * Math.asin(Math.min(1, Math.max(-1, correlation)) / 2)).toFixed(3)) + 0;
