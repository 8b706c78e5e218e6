import type { Box } from '@/domain/snapshot';
import type { Crop } from '../scraper';
import { clipAround } from './frame-clip';
import type { Edges } from './in-page/page-style';

const MAX_BYTES = 60_000;
const QUALITIES = [72, 55, 40, 25];
/** As the frame that is drawn on a page (in-page/page-framer.ts). */
const AIR = 6;

/**
 * Cuts the piece around a box out of a page's picture and frames the box, like the picture that a look takes of a
 * quote: a JPEG of at most 60 KB. `lines` are the boxes of the page's text, none of which is cut where that can be
 * helped. Null where the box is not on the picture, or that cannot be read.
 */
export async function cropPicture(picture: Uint8Array, box: Box, lines: readonly Box[]): Promise<Crop | null> {
  // Loaded by those only who point: the library brings its own memory.
  const { default: sharp } = await import('sharp');
  const size = await sharp(picture)
    .metadata()
    .catch(() => null);
  if (size === null || box.x >= size.width || box.y >= size.height) return null;
  const { width, height } = size;
  const clip = clipAround({ edges: edgesOf(box), lines: lines.map(edgesOf), pageX: 0, pageY: 0, width, height });
  const [left, top] = [Math.floor(clip.x), Math.floor(clip.y)];
  const region = {
    left,
    top,
    width: Math.min(Math.ceil(clip.width), width - left),
    height: Math.min(Math.ceil(clip.height), height - top),
  };
  const input = Buffer.from(frameOf({ ...box, x: box.x - left, y: box.y - top }, region));
  const piece = await sharp(picture).extract(region).composite([{ input }]).png().toBuffer();
  for (const quality of QUALITIES) {
    const bytes = await sharp(piece).jpeg({ quality }).toBuffer();
    if (bytes.length <= MAX_BYTES)
      return { bytes, mediaType: 'image/jpeg', width: region.width, height: region.height };
  }
  return null;
}

function edgesOf({ x, y, width, height }: Box): Edges {
  return { left: x, top: y, right: x + width, bottom: y + height };
}

function frameOf({ x, y, width, height }: Box, picture: { width: number; height: number }): string {
  const at = `x="${x - AIR}" y="${y - AIR}" width="${width + 2 * AIR}" height="${height + 2 * AIR}" rx="4" fill="none"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${picture.width}" height="${picture.height}">
    <rect ${at} stroke="#fff" stroke-opacity="0.85" stroke-width="7"/>
    <rect ${at} stroke="#e8590c" stroke-width="3"/></svg>`;
}
