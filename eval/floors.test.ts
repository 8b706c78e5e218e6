import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { belowFloors, FLOORS } from './floors';
import { floorsSection } from './report';

type Measured = Parameters<typeof belowFloors>[0];
const atFloors = Object.fromEntries(FLOORS.map(({ key, floor }) => [key, floor ?? 0])) as Measured;
const HELD = FLOORS.flatMap((one) => (one.floor === null ? [] : [{ ...one, floor: one.floor }]));

describe('floors', () => {
  it('are kept by what just reaches them', () => expect(belowFloors(atFloors)).toEqual([]));

  it.each(HELD)('are not kept by less: $key', ({ key, name, kind, floor }) => {
    const worse = { ...atFloors, [key]: kind === 'share' ? floor - 0.001 : floor + 1 };
    expect(belowFloors(worse)).toEqual([expect.stringContaining(name)]);
  });

  it('are not kept by what could not be measured', () => {
    expect(belowFloors({ ...atFloors, reading: Number.NaN })).toHaveLength(1);
  });

  it('are those that docs/accuracy.md states', () => {
    expect(readFileSync('docs/accuracy.md', 'utf8')).toContain(floorsSection());
  });
});
