import type { Style } from './cascade';

/** What an element hands down to its children. */
export interface Inherited {
  /** `visibility`; a child may be visible again. */
  visible: boolean;
  /** False at font-size 0; a child may have a size again. */
  sized: boolean;
  color: Rgb | 'transparent' | null;
  /** Colour behind the text; null where an image, a gradient or an unseen sheet may lie there. */
  canvas: Rgb | null;
  preformatted: boolean;
  /** The parent lays its children out apart from each other (flex, grid). */
  apart: boolean;
}

const FAR_AWAY = -500;

/** True where the element and all below it are not drawn. `byDefault`: what its markup says, if no style does. */
export function isGone(style: Style, byDefault: boolean): boolean {
  if (style.size === 0) return byDefault;
  if (byDefault && style.get('display') === undefined) return true;
  let hides = HIDES.get(style);
  if (hides === undefined) {
    hides = isHiding(style);
    HIDES.set(style, hides);
  }
  return hides;
}

/** Many elements share a style. */
const HIDES = new WeakMap<Style, boolean>();

function isHiding(style: Style): boolean {
  if (style.get('display') === 'none' || style.get('content-visibility') === 'hidden') return true;
  const moves = (style.get('animation') ?? style.get('animation-name') ?? 'none') !== 'none';
  const opacity = style.get('opacity');
  // An animation from 0 ends visible; without it the value is final.
  if (opacity !== undefined && Number.parseFloat(opacity) < 0.05 && !moves) return true;
  if (/opacity\(0(\.0\d*)?%?\)/.test(style.get('filter') ?? '')) return true;
  return isClipped(style) || isFarAway(style);
}

/** Drawn text: visible, of some size, and not in the colour of what lies behind it. */
export function isReadable(inherited: Inherited): boolean {
  const { color, canvas } = inherited;
  if (!inherited.visible || !inherited.sized || color === 'transparent') return false;
  return color === null || canvas === null || !looksTheSame(color, canvas);
}

export function inheritFrom(above: Inherited, style: Style): Inherited {
  if (style.size === 0) return above.apart ? { ...above, apart: false } : above;
  const visibility = style.get('visibility');
  const size = style.get('font-size') ?? /(?:^|\s)([\d.]+(?:px|em|rem|%|pt)?)\//.exec(style.get('font') ?? '')?.[1];
  const color = style.get('-webkit-text-fill-color') ?? style.get('color');
  const space = style.get('white-space');
  return {
    visible: visibility === undefined || visibility === 'inherit' ? above.visible : visibility === 'visible',
    sized: size === undefined || /^(inherit|[\d.]+(em|%))$/.test(size) ? above.sized && !isZero(size) : !isZero(size),
    color: color === undefined || color === 'inherit' ? above.color : readColor(color),
    canvas: canvasBehind(above.canvas, style),
    preformatted: space === undefined ? above.preformatted : /^(pre|pre-line|pre-wrap|break-spaces)$/.test(space),
    apart: /^(inline-)?(flex|grid)$/.test(style.get('display') ?? ''),
  };
}

export function isStruckThrough(style: Style): boolean {
  const line = style.get('text-decoration-line') ?? style.get('text-decoration');
  return line?.includes('line-through') ?? false;
}

function canvasBehind(above: Rgb | null, style: Style): Rgb | null {
  // What is taken out of the flow may lie over a picture.
  if (isOutOfFlow(style)) return null;
  if ((style.get('background-image') ?? 'none') !== 'none') return null;
  const value = style.get('background-color') ?? style.get('background');
  if (value === undefined || value === 'none' || value === 'inherit') return above;
  const color = readColor(value);
  return color === 'transparent' ? above : color;
}

function isClipped(style: Style): boolean {
  const clip = style.get('clip') ?? '';
  if (isOutOfFlow(style) && /^rect\((?:[\s,]*[01](?:px)?){4}\s*\)$/.test(clip.slice(0, 60))) return true;
  if (/^(inset\((50|100)%|circle\(0|polygon\((0(px|%)? 0(px|%)?,? ?)+\))/.test(style.get('clip-path') ?? ''))
    return true;
  if (/\bscale[xy]?\(\s*0\s*[,)]|\brotate[xy]\(90deg\)/.test(style.get('transform') ?? '')) return true;
  if (/^0(\.0+)?(\s|$)/.test(style.get('scale') ?? '')) return true;
  if (!/hidden|clip/.test(style.get('overflow') ?? '')) return false;
  return ['width', 'height', 'max-height'].some((property) => isTiny(style.get(property)));
}

function isFarAway(style: Style): boolean {
  if (pixels(style.get('text-indent')) <= FAR_AWAY) return true;
  if (pixels(style.get('margin-left')) <= FAR_AWAY || pixels(style.get('translate')?.split(' ')[0]) <= FAR_AWAY)
    return true;
  const shift = /translate(?:x|y|3d)?\(\s*(-\d[\d.]*(?:px|em|rem|vw))/.exec(style.get('transform') ?? '')?.[1];
  if (pixels(shift) <= FAR_AWAY) return true;
  if (!isOutOfFlow(style) && style.get('position') !== 'relative') return false;
  const inset = style.get('inset')?.split(/\s+/) ?? [];
  // A bar fixed above the window comes down only later.
  const edge = style.get('position') === 'fixed' ? -100 : FAR_AWAY;
  if (pixels(style.get('top') ?? inset[0]) <= edge || pixels(style.get('margin-top')) <= FAR_AWAY) return true;
  return [style.get('left') ?? inset[3], style.get('right') ?? inset[1]].some((value) => pixels(value) <= FAR_AWAY);
}

function isOutOfFlow(style: Style): boolean {
  const position = style.get('position');
  return position === 'absolute' || position === 'fixed';
}

function isZero(size: string | undefined): boolean {
  return size !== undefined && /^(0+(\.0+)?(px|em|rem|pt|%)?|0?\.\d+px|1(\.\d+)?px)$/.test(size);
}

function isTiny(size: string | undefined): boolean {
  return size !== undefined && /^[01](\.0+)?(px)?$/.test(size);
}

/** Lengths in pixels, roughly; 0 for what is not a length. */
function pixels(length: string | undefined): number {
  const found = /^(-?[\d.]+)(px|em|rem|vw|vh|pt)$/.exec(length?.slice(0, 20) ?? '');
  if (found === null) return 0;
  const factor = found[2] === 'px' ? 1 : found[2] === 'pt' ? 1.33 : found[2]?.startsWith('v') ? 12.8 : 16;
  return Number(found[1]) * factor;
}

/** Red, green, blue, 0 to 255; null: not known (image, gradient, variable, unknown name). */
type Rgb = readonly [number, number, number];

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
function readColor(value: string): Rgb | 'transparent' | null {
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
function looksTheSame(one: Rgb, other: Rgb): boolean {
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

/**
 * Class names that by wide convention hide an element. Used only where the page's own sheets are not at hand (they
 * are linked, and a cheap look does not load them). Sources: Bootstrap, Tailwind, WordPress, Foundation, large shops.
 */
const FOR_SCREEN_READERS = new Set(
  (
    'sr-only visually-hidden visuallyhidden visually-hidden-focusable screen-reader-text screen-reader-only ' +
    'screenreader-only show-for-sr a-offscreen offscreen off-screen element-invisible u-visually-hidden ' +
    'assistive-text accessibly-hidden a11y-hidden'
  ).split(' '),
);
const GONE = new Set(
  'hidden d-none is-hidden u-hidden hide display-none dn uk-hidden element-hidden aok-hidden'.split(' '),
);

/** Shown again on a wide screen: "hidden md:block", "d-none d-lg-flex". */
const SHOWN_WIDE = new RegExp(
  '^(?:(?:sm|md|lg|xl):(?:block|flex|grid|inline(?:-block|-flex)?|table(?:-cell|-row)?|contents)|' +
    'd-(?:sm|md|lg|xl)-(?!none)[a-z-]{4,20})$',
);
/** Hidden on a wide screen only: the version for phones. */
const GONE_WIDE = new RegExp(
  '^(?:(?:sm|md|lg|xl):hidden|d-(?:sm|md|lg|xl)-none|hidden-(?:desktop|lg|md)|mobile-only|visible-xs|' +
    'hide-for-(?:large|medium)|show-for-small-only)$',
);

/** Whether the classes hide the element on a wide screen. `known`: a sheet of the page itself speaks of the class. */
export function hiddenByClass(classes: string[], known: (name: string) => boolean): boolean {
  let hidden = false;
  for (const name of classes) {
    if (known(name)) continue;
    if (FOR_SCREEN_READERS.has(name) || GONE.has(name) || GONE_WIDE.test(name)) hidden = true;
    if (SHOWN_WIDE.test(name)) return false;
  }
  return hidden;
}
