import { type Box, boxOfSpan, type Snapshot, type Span } from '@/domain/snapshot';
import type { Crop, PagePicture } from '../scraper';
import { clipAround, plainClip } from './frame-clip';
import { type Framed, PageFramer } from './in-page/page-framer';
import type { Edges } from './in-page/page-style';
import { withTimeout } from './look-end';
import type { PageWorld } from './page-world';

const MAX_BYTES = 60_000;
/** The qualities tried, with about the share of the first one's bytes that a page of text takes with each. */
const QUALITIES = [
  { quality: 72, share: 1 },
  { quality: 55, share: 0.82 },
  { quality: 40, share: 0.7 },
  { quality: 25, share: 0.55 },
  { quality: 18, share: 0.45 },
  { quality: 10, share: 0.3 },
];
const FRAME_MS = 8_000;

/**
 * Takes the picture of the piece of the page around a span, with the span framed: a JPEG (every mail program shows
 * it) of at most 60 KB, about 900 × 420 CSS pixels, with no line of text cut where that can be helped. Null where the
 * span has no box or the page is gone.
 */
export function framer(world: PageWorld, snapshot: Snapshot): (span: Span) => Promise<Crop | null> {
  return async (span) => {
    const box = boxOfSpan(snapshot, span);
    if (box === null) return null;
    const quote = snapshot.text.slice(span.start, span.end);
    return withTimeout(takeCrop(world, quote, box), FRAME_MS, 'the picture').catch(() => null);
  };
}

async function takeCrop(world: PageWorld, quote: string, box: Box): Promise<Crop | null> {
  const old: Edges = { left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height };
  const framed = await world.evaluate<Framed>(call(`show(${JSON.stringify(quote)}, ${JSON.stringify(old)})`));
  try {
    return await shoot(world, framed);
  } finally {
    // Nobody waits for it: what is asked of the page next comes after it.
    world.evaluate(call('hide()')).catch(() => undefined);
  }
}

function call(method: string): string {
  return `(() => { const __name = (value) => value; return new (${PageFramer})().${method}; })()`;
}

async function shoot(world: PageWorld, framed: Framed): Promise<Crop | null> {
  // The plain piece is smaller, for pages so full of colour that the better one does not fit into 60 KB.
  for (const clip of [clipAround(framed), plainClip(framed)]) {
    const inPage = { ...clip, x: clip.x + framed.pageX, y: clip.y + framed.pageY, scale: 1 };
    let whole = 0;
    for (const { quality, share } of QUALITIES) {
      // What is sure to be too large is not drawn: each picture takes as long as the one before.
      if (whole * share > MAX_BYTES * 1.1) continue;
      const { data } = await world.session.send('Page.captureScreenshot', { format: 'jpeg', quality, clip: inPage });
      const bytes = Buffer.from(data, 'base64');
      if (bytes.length <= MAX_BYTES) {
        return { bytes, mediaType: 'image/jpeg', width: clip.width, height: clip.height };
      }
      whole = bytes.length / share;
    }
  }
  return null;
}

const WIDEST = 1_280;
const HIGHEST = 6_000;
const MAX_PICTURE_BYTES = 400_000;
/** Quality and height in turn: a long page full of colour is shown as far as it fits. */
const TRIES = [
  { quality: 60, height: HIGHEST },
  { quality: 35, height: HIGHEST },
  { quality: 35, height: 3_000 },
  { quality: 20, height: 2_000 },
];
const PICTURE_MS = 10_000;

/**
 * Takes the picture of the page from its top left, in the page's own CSS pixels: a JPEG of at most 400 KB. Null where
 * it does not fit or the page is gone.
 */
export function picturer(world: PageWorld): () => Promise<PagePicture | null> {
  return () => withTimeout(takePicture(world), PICTURE_MS, 'the picture of the page').catch(() => null);
}

async function takePicture({ session }: PageWorld): Promise<PagePicture | null> {
  const { cssContentSize } = await session.send('Page.getLayoutMetrics');
  const width = Math.min(WIDEST, Math.ceil(cssContentSize.width));
  for (const { quality, height: most } of TRIES) {
    const height = Math.min(most, Math.ceil(cssContentSize.height));
    const clip = { x: 0, y: 0, width, height, scale: 1 };
    const asked = { format: 'jpeg', quality, clip, captureBeyondViewport: true } as const;
    const { data } = await session.send('Page.captureScreenshot', asked);
    const bytes = Buffer.from(data, 'base64');
    if (bytes.length <= MAX_PICTURE_BYTES) return { bytes, mediaType: 'image/jpeg', width, height };
  }
  return null;
}
