import { describe, expect, it } from 'vitest';
import { clipAround, plainClip } from './frame-clip';
import type { Framed } from './in-page/page-framer';

const line = (left: number, top: number, right: number, bottom = top + 20) => ({ left, top, right, bottom });

/** A price at the right of a 1,366 pixels wide window. */
function framed(lines: Framed['lines'], given: Partial<Framed> = {}): Framed {
  const edges = line(800, 300, 880, 330);
  return { edges, lines: [edges, ...lines], pageX: 0, pageY: 0, width: 1_366, height: 641, ...given };
}

const sides = (given: Framed) => {
  const { x, y, width, height } = clipAround(given);
  return [x, y, x + width, y + height];
};

describe('the piece around a quote', () => {
  it('is 900 × 420 with the quote in the middle where no line is cut', () => {
    const given = framed([line(500, 200, 700), line(900, 400, 1_200)]);
    expect(plainClip(given)).toEqual({ x: 390, y: 105, width: 900, height: 420 });
    expect(clipAround(given)).toEqual(plainClip(given));
  });

  it('moves to hold a heading at the left, and widens where there is something at the right too', () => {
    expect(sides(framed([line(200, 150, 900, 200)]))).toEqual([184, 105, 1_084, 525]);
    expect(sides(framed([line(200, 150, 900, 200), line(1_000, 400, 1_250)]))).toEqual([184, 105, 1_266, 525]);
  });

  it('takes in what the larger piece touches too', () => {
    const [left, , right] = sides(framed([line(300, 150, 600), line(220, 200, 295), line(1_240, 300, 1_300)]));
    expect([left, right]).toEqual([204, 1_316]);
  });

  it('stays in the window and below 1,280 pixels: the lines nearest to the quote go first', () => {
    const wide = framed([line(0, 310, 900), line(1_200, 110, 1_500)], { width: 1_900 });
    expect(sides(wide)).toEqual([0, 105, 916, 525]);
    expect(sides(framed([line(-50, 310, 600)]))[0]).toBe(0);
    expect(clipAround(framed([line(-2_000, 310, 4_000)])).width).toBeLessThanOrEqual(1_280);
  });

  it('cuts no line in its middle at the upper and lower edge; a wall of text as high as the page may be cut', () => {
    expect(sides(framed([line(500, 95, 700, 115), line(500, 515, 700, 535)]))).toEqual([390, 91, 1_290, 539]);
    expect(sides(framed([line(500, 20, 700, 400)]))).toEqual([390, 105, 1_290, 525]);
  });

  it('is the whole of a small window', () => {
    const given = framed([line(0, 0, 390)], { width: 390, height: 300, edges: line(10, 10, 60) });
    expect(clipAround(given)).toEqual({ x: 0, y: 0, width: 390, height: 300 });
  });
});
