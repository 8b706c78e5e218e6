type Line = readonly (readonly [at: number, value: number])[];

interface Drawn {
  path: string;
  /** Where the line ends. */
  end: { x: number; y: number };
}

const round = (number: number) => Math.round(number * 10) / 10;

/**
 * A line through its points within `width` × `height`, `pad` from each edge; a value that never changed lies in the
 * middle. `steps`: it stays what it was until it is another, as a yes or no does. Null where nothing is to be drawn.
 */
export function linePath(
  line: Line,
  size: { width: number; height: number; pad: number },
  steps: boolean,
): Drawn | null {
  const [first, last] = [line[0], line.at(-1)];
  if (!first || !last || line.length < 2) return null;
  const values = line.map(([, value]) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const { width, height, pad } = size;
  const [span, range] = [last[0] - first[0], high - low];
  const points = line.map(([at, value], index) => ({
    x: round(pad + (width - 2 * pad) * (span > 0 ? (at - first[0]) / span : index / (line.length - 1))),
    y: round(range > 0 ? height - pad - (height - 2 * pad) * ((value - low) / range) : height / 2),
  }));
  const path = points.map(({ x, y }, at) => (at === 0 ? `M${x} ${y}` : steps ? `H${x}V${y}` : `L${x} ${y}`)).join('');
  return { path, end: points.at(-1) ?? { x: width, y: height } };
}
