import type { Box } from '@/domain/snapshot';
import type { Framed } from './in-page/page-framer';
import type { Edges } from './in-page/page-style';

const WIDTH = 900;
const HEIGHT = 420;
/** Wider pictures could not be read where they are shown 560 pixels wide, as in mails. */
const WIDEST = 1_280;
const AIR = 16;
/** Higher lines are no lines of text that somebody would miss the half of. */
const HIGHEST_LINE = 120;

/** 900 × 420 in the window with the quote in the middle, as far as the window allows; in its coordinates. */
export function plainClip({ edges, width, height }: Framed): Box {
  const wide = Math.min(WIDTH, width);
  const high = Math.min(HEIGHT, height);
  return {
    x: place((edges.left + edges.right) / 2, wide, width),
    y: place((edges.top + edges.bottom) / 2, high, height),
    width: wide,
    height: high,
  };
}

/** The plain piece, larger where it would cut a line of text, as far as the window and 1,280 pixels allow. */
export function clipAround(framed: Framed): Box {
  const { x, y, width, height } = plainClip(framed);
  const plain = { left: x, top: y, right: x + width, bottom: y + height };
  const { left, top, right, bottom } = heightened(widened(plain, framed), framed);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function place(middle: number, size: number, whole: number): number {
  return Math.round(Math.min(Math.max(middle - size / 2, 0), Math.max(0, whole - size)));
}

const touches = (clip: Edges, line: Edges) =>
  line.left < clip.right && line.right > clip.left && line.top < clip.bottom && line.bottom > clip.top;

/** Moved and widened until it holds every line that it touches; those nearest to the quote go first. */
function widened(plain: Edges, { edges, lines, width }: Framed): Edges {
  const away = (line: Edges) => Math.abs(line.top + line.bottom - edges.top - edges.bottom);
  const others = new Set(lines.filter((line) => line.right > 0 && line.left < width).sort((a, b) => away(a) - away(b)));
  let [clip, held] = [plain, edges];
  for (let grown = true; grown; ) {
    grown = false;
    for (const line of others) {
      if (!touches(clip, line)) continue;
      others.delete(line);
      const more = {
        ...held,
        left: Math.max(0, Math.min(held.left, Math.floor(line.left - AIR))),
        right: Math.min(width, Math.max(held.right, Math.ceil(line.right + AIR))),
      };
      if (more.right - more.left > WIDEST) continue;
      [clip, held, grown] = [around(more, plain, width), more, true];
    }
  }
  return clip;
}

/** As wide as the plain piece at least, and as near to its place as holding this allows. */
function around(held: Edges, plain: Edges, width: number): Edges {
  const wide = Math.max(plain.right - plain.left, held.right - held.left);
  const nearest = Math.min(Math.max(plain.left, held.right - wide), held.left);
  const left = Math.max(0, Math.min(nearest, width - wide));
  return { ...plain, left, right: left + wide };
}

/** No line is cut in its middle at the upper and the lower edge. */
function heightened(clip: Edges, { lines, height }: Framed): Edges {
  const cut = (edge: number) =>
    lines.filter(
      (line) => touches(clip, line) && line.top < edge && line.bottom > edge && line.bottom - line.top <= HIGHEST_LINE,
    );
  const top = Math.min(clip.top, ...cut(clip.top).map((line) => Math.floor(line.top - AIR / 4)));
  const bottom = Math.max(clip.bottom, ...cut(clip.bottom).map((line) => Math.ceil(line.bottom + AIR / 4)));
  return { ...clip, top: Math.max(0, top), bottom: Math.min(height, bottom) };
}
