import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cropPicture } from './crop-picture';

const page = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#f0f0f0' } })
    .jpeg()
    .toBuffer();

const BOX = { x: 600, y: 1_500, width: 80, height: 20 };

async function colourAt(bytes: Uint8Array, left: number, top: number): Promise<number[]> {
  return [...(await sharp(bytes).extract({ left, top, width: 1, height: 1 }).raw().toBuffer())];
}

describe('the piece of a page’s picture', () => {
  it('is 900 × 420 around the box, with the box framed', async () => {
    const crop = await cropPicture(await page(1_280, 2_000), BOX, [BOX]);
    expect(crop).toMatchObject({ mediaType: 'image/jpeg', width: 900, height: 420 });
    const bytes = crop?.bytes ?? new Uint8Array();
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 900, height: 420 });
    const [red = 0, green = 0, blue = 255] = await colourAt(bytes, 450, 194);
    expect([red > 200, green < 130, blue < 80]).toEqual([true, true, true]);
    expect((await colourAt(bytes, 450, 210)).every((part) => part > 220)).toBe(true);
  });

  it('holds whole lines, and no more than there is of a small page', async () => {
    const left = { x: 20, y: 1_490, width: 500, height: 20 };
    expect(await cropPicture(await page(1_280, 2_000), BOX, [BOX, left])).toMatchObject({ width: 900 });
    expect(await cropPicture(await page(700, 300), { ...BOX, y: 280 }, [])).toMatchObject({ width: 700, height: 300 });
  });

  it('is as large as 60 KB at most', async () => {
    const noise = await sharp({
      create: {
        width: 1_280,
        height: 2_000,
        channels: 3,
        background: '#000',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .jpeg()
      .toBuffer();
    const crop = await cropPicture(noise, BOX, []);
    expect(crop?.bytes.length ?? 0).toBeLessThanOrEqual(60_000);
  });

  it('is none where the box is below the picture, or the picture cannot be read', async () => {
    expect(await cropPicture(await page(1_280, 1_400), BOX, [])).toBeNull();
    expect(await cropPicture(new Uint8Array([9, 8]), BOX, [])).toBeNull();
  });
});
