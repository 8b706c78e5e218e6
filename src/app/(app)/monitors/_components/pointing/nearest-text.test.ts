import { expect, it } from 'vitest';
import { nearestText } from './nearest-text';

const text = (name: string, x: number, y: number) => ({ name, box: { x, y, width: 40, height: 20 } });
const TEXTS = [text('price', 10, 10), text('stock', 100, 10), text('title', 10, 200)];

it.each([
  [{ x: 20, y: 20 }, 'price'],
  [{ x: 80, y: 20 }, 'stock'],
  [{ x: 70, y: 20 }, 'price'],
  [{ x: 20, y: 190 }, 'title'],
])('the text under the pointer, or the nearest: %j is %s', (point, name) => {
  expect(nearestText(TEXTS, point)?.name).toBe(name);
});

it('nothing far from every text', () => {
  expect(nearestText(TEXTS, { x: 600, y: 600 })).toBeNull();
  expect(nearestText([], { x: 0, y: 0 })).toBeNull();
});
