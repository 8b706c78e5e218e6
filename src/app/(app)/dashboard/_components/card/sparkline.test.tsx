// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { linePath } from './line-path';
import { Sparkline } from './sparkline';

const SIZE = { width: 100, height: 40, pad: 0 };

afterEach(cleanup);

describe('the line', () => {
  it('goes by time, the highest on top', () => {
    const line: [number, number][] = [
      [0, 10],
      [25, 30],
      [100, 20],
    ];
    expect(linePath(line, SIZE, false)).toEqual({ path: 'M0 40L25 0L100 20', end: { x: 100, y: 20 } });
  });

  it('of a yes or no stays until it changes', () => {
    const line: [number, number][] = [
      [0, 0],
      [50, 1],
      [100, 1],
    ];
    expect(linePath(line, SIZE, true)?.path).toBe('M0 40H50V0H100V0');
  });

  it('lies in the middle where nothing changed, and needs two points', () => {
    const flat: [number, number][] = [
      [0, 5],
      [10, 5],
    ];
    expect(linePath(flat, SIZE, false)?.path).toBe('M0 20L100 20');
    expect(linePath(flat.slice(0, 1), SIZE, false)).toBeNull();
    expect(linePath([], SIZE, false)).toBeNull();
  });

  it('of readings at one moment goes by their order', () => {
    const line: [number, number][] = [
      [7, 1],
      [7, 2],
      [7, 1],
    ];
    expect(linePath(line, SIZE, false)?.path).toBe('M0 40L50 0L100 40');
  });
});

const LINE: [number, number][] = [
  [0, 349],
  [10, 279],
  [20, 300.5],
];
const price = { type: 'number', number: '300.50', unit: 'USD' } as const;

it('says its range to who does not see it', () => {
  render(<Sparkline line={LINE} value={price} alert={false} />);
  expect(screen.getByRole('img', { name: 'The last values: $279.00 to $349.00' })).toBeTruthy();
});

it('is not there before the second reading', () => {
  render(<Sparkline line={LINE.slice(0, 1)} value={price} alert={false} />);
  expect(screen.queryByRole('img')).toBeNull();
});

it('marks a change that was told', () => {
  render(<Sparkline line={LINE} value={price} alert />);
  expect(screen.getByRole('img').querySelector('circle')?.hasAttribute('data-alert')).toBe(true);
});
