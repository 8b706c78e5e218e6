/** Red, green, blue, 0 to 255; null: not known (image, gradient, variable, unknown name). */
export type Rgb = readonly [number, number, number];

const NAMED: Record<string, Rgb> = {
  white: [255, 255, 255],
  black: [0, 0, 0],
  red: [255, 0, 0],
  green: [0, 128, 0],
  blue: [0, 0, 255],
  yellow: [255, 255, 0],
  gray: [128, 128, 128],
  grey: [128, 128, 128],
  silver: [192, 192, 192],
  lightgray: [211, 211, 211],
  lightgrey: [211, 211, 211],
  whitesmoke: [245, 245, 245],
  snow: [255, 250, 250],
  ivory: [255, 255, 240],
  navy: [0, 0, 128],
};

/** A CSS colour. "transparent": nothing is drawn. Null: a form that is not read here. */
export function readColor(value: string): Rgb | 'transparent' | null {
  if (value === 'transparent') return 'transparent';
  const hex = /^#([\da-f]{3,8})$/.exec(value)?.[1];
  if (hex !== undefined) return readHex(hex);
  const hsl = /^hsla?\([\d.]+(?:deg)?[\s,]+([\d.]+)%[\s,]+([\d.]+)%\)$/.exec(value);
  // Black, white and greys; which hue does not matter there.
  if (hsl && (Number(hsl[1]) === 0 || /^(0|100)$/.test(hsl[2] ?? ''))) {
    const grey = Number(hsl[2]) * 2.55;
    return [grey, grey, grey];
  }
  const numbers = /^rgba?\(([^()]{1,60})\)$/.exec(value)?.[1];
  if (numbers === undefined) return NAMED[value] ?? null;
  const parts = numbers.split(/[\s,/]+/).filter((part) => part !== '');
  const [red, green, blue, alpha] = parts.map((part) =>
    part.endsWith('%') ? Number.parseFloat(part) * 2.55 : Number(part),
  );
  if (alpha === 0) return 'transparent';
  if (red === undefined || green === undefined || blue === undefined || Number.isNaN(red + green + blue)) return null;
  return [red, green, blue];
}

/** So close that nobody can read one on the other (at most 3 % in each channel). */
export function looksTheSame(one: Rgb, other: Rgb): boolean {
  return one.every((channel, index) => Math.abs(channel - (other[index] ?? 0)) <= 8);
}

function readHex(hex: string): Rgb | 'transparent' | null {
  const short = hex.length === 3 || hex.length === 4;
  if (!short && hex.length !== 6 && hex.length !== 8) return null;
  const width = short ? 1 : 2;
  const channels = [0, 1, 2, 3].map((index) => {
    const part = hex.slice(index * width, (index + 1) * width);
    return part === '' ? 255 : Number.parseInt(short ? part + part : part, 16);
  });
  const [red = 0, green = 0, blue = 0, alpha = 255] = channels;
  return alpha === 0 ? 'transparent' : [red, green, blue];
}
