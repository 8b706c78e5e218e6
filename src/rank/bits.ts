/** How many bits are set. */
export function countBits(bits: number): number {
  let [count, rest] = [0, bits];
  for (; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** The weight of the wanted words that are present, from 0 to 1; a half where nothing is wanted. */
export function weighBits(wanted: number, present: number, weights: ArrayLike<number>): number {
  let [sum, total] = [0, 0];
  for (let word = 0; word < weights.length; word++) {
    if ((wanted & (1 << word)) === 0) continue;
    total += weights[word] ?? 0;
    if ((present & (1 << word)) !== 0) sum += weights[word] ?? 0;
  }
  return total === 0 ? 0.5 : sum / total;
}
