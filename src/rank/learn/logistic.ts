/**
 * Logistic regression over numbers of any size: each is measured in its standard deviations, so that the penalty weighs
 * all alike. `rows` have equal width; `right` says which are positive. Returns the constant, then the weights.
 */
export function fitStandardised(
  rows: readonly (readonly number[])[],
  right: readonly boolean[],
  penalty: number,
): number[] {
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, at) => spreadOf(rows.map((row) => row[at] ?? 0)));
  const standard = rows.map((row) => [
    1,
    ...columns.map(({ mean, deviation }, at) => ((row[at] ?? 0) - mean) / deviation),
  ]);
  const [constant = 0, ...weights] = fitLogistic(standard, right, penalty);
  const scaled = columns.map(({ deviation }, at) => (weights[at] ?? 0) / deviation);
  const moved = columns.reduce((sum, { mean }, at) => sum + mean * (scaled[at] ?? 0), 0);
  return [constant - moved, ...scaled].map((weight) => Number(weight.toPrecision(5)));
}

function spreadOf(values: readonly number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length || 1);
  return { mean, deviation: Math.sqrt(square) || 1 };
}

/**
 * Logistic regression by Newton's method with an L2 penalty (the first column, the constant, is not penalised).
 * `rows` have equal width; `right` says which are positive.
 */
export function fitLogistic(rows: readonly (readonly number[])[], right: readonly boolean[], penalty = 1): number[] {
  const width = rows[0]?.length ?? 0;
  let weights: number[] = new Array(width).fill(0);
  for (let step = 0; step < 25; step++) {
    const gradient = weights.map((weight, at) => (at === 0 ? 0 : penalty * weight));
    const hessian = weights.map((_, at) =>
      weights.map((__, other) => (at === other ? (at === 0 ? 1e-6 : penalty) : 0)),
    );
    rows.forEach((row, at) => {
      addRow(row, right[at] === true ? 1 : 0, weights, gradient, hessian);
    });
    const step = solve(hessian, gradient);
    weights = weights.map((weight, at) => weight - (step[at] ?? 0));
    if (step.every((change) => Math.abs(change) < 1e-6)) break;
  }
  return weights.map((weight) => Math.round(weight * 1e4) / 1e4);
}

function addRow(
  row: readonly number[],
  target: number,
  weights: readonly number[],
  gradient: number[],
  hessian: number[][],
): void {
  const score = row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
  const share = 1 / (1 + Math.exp(-score));
  const curve = Math.max(share * (1 - share), 1e-6);
  row.forEach((value, at) => {
    gradient[at] = (gradient[at] ?? 0) + (share - target) * value;
    const line = hessian[at];
    row.forEach((other, column) => {
      if (line) line[column] = (line[column] ?? 0) + curve * value * other;
    });
  });
}

/** Solves A x = b by Gaussian elimination with pivoting. */
function solve(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, vector[at] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let at = column + 1; at < size; at++) {
      if (Math.abs(rows[at]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = at;
    }
    [rows[column], rows[pivot]] = [rows[pivot] ?? [], rows[column] ?? []];
    const top = rows[column] ?? [];
    for (let at = column + 1; at < size; at++) {
      const row = rows[at] ?? [];
      const share = (row[column] ?? 0) / (top[column] || 1e-12);
      for (let other = column; other <= size; other++) row[other] = (row[other] ?? 0) - share * (top[other] ?? 0);
    }
  }
  const solved: number[] = new Array(size).fill(0);
  for (let at = size - 1; at >= 0; at--) {
    const row = rows[at] ?? [];
    let rest = row[size] ?? 0;
    for (let other = at + 1; other < size; other++) rest -= (row[other] ?? 0) * (solved[other] ?? 0);
    solved[at] = rest / (row[at] || 1e-12);
  }
  return solved;
}
