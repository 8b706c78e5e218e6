import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import manifest from './manifest';

it('names pictures that are there, in their sizes', async () => {
  const { icons = [] } = manifest();
  for (const { src, sizes } of icons) {
    const { width, height, format } = await sharp(join('public', src)).metadata();
    expect([src, `${width}x${height}`, format]).toEqual([src, sizes, 'png']);
  }
  expect(icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
  expect(icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
});

it.each([
  ['src/app/apple-icon.png', 180, 180],
  ['src/app/opengraph-image.png', 1200, 630],
])('%s has the size that is looked for', async (file, width, height) => {
  expect(await sharp(readFileSync(file)).metadata()).toMatchObject({ width, height, format: 'png' });
});
