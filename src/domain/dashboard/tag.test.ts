import { expect, it } from 'vitest';
import { LIMITS } from '../limits';
import { changedTags, Tag } from './tag';

it.each([
  ['home', 'home'],
  ['  #Winter   shoes\n', 'Winter shoes'],
  ['a\u200b\u202eb', 'a b'],
  ['<b>x</b>', '<b>x</b>'],
])('reads the tag %j as %j', (written, tag) => {
  expect(Tag.parse(written)).toBe(tag);
});

it.each(['', ' # ', '\u200b', 'x'.repeat(LIMITS.tagMax + 1), 'x'.repeat(2_000_000)])(
  'takes no %#. for a tag',
  (written) => {
    expect(Tag.safeParse(written).success).toBe(false);
  },
);

it('adds a tag once, however it is written, and takes it away', () => {
  expect(changedTags(['Home'], { add: 'gifts' })).toEqual(['Home', 'gifts']);
  expect(changedTags(['Home'], { add: 'home' })).toEqual(['Home']);
  expect(changedTags(['Home', 'gifts'], { remove: 'HOME' })).toEqual(['gifts']);
  expect(changedTags([], { remove: 'none' })).toEqual([]);
});

it('knows when there are too many', () => {
  const full = Array.from({ length: LIMITS.tagsPerMonitor }, (_, at) => `tag ${at}`);
  expect(changedTags(full, { add: 'one more' })).toBeNull();
  expect(changedTags(full, { add: 'TAG 1' })).toEqual(full);
  expect(changedTags(full, { add: 'one more', remove: 'tag 0' })).toHaveLength(LIMITS.tagsPerMonitor);
});
