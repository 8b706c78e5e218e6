import type { PagePicture } from '../scraper';
import type { PageWorld } from './page-world';
import { withTimeout } from './time-out';

const WIDEST = 1_280;
const HIGHEST = 6_000;
const MAX_BYTES = 400_000;
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
    if (bytes.length <= MAX_BYTES) return { bytes, mediaType: 'image/jpeg', width, height };
  }
  return null;
}
