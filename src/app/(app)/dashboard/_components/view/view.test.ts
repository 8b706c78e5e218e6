import { expect, it } from 'vitest';
import { aCardView, aMonitorView } from '@/test/trpc-answers';
import { chosenOf, countStates, type Item, itemsOf, movedTo, tagsOf } from './choose';
import { type DashboardView, readView, stateOf, viewQuery, WHOLE_VIEW } from './dashboard-view';

const AT = Date.UTC(2026, 10, 22, 12);

it('stands in the address and is read from it', () => {
  const view: DashboardView = { search: 'blue kettle & co', state: 'failing', tag: 'Für Oma', sort: 'changed' };
  expect(readView(new URLSearchParams(viewQuery(view)))).toEqual(view);
  expect(viewQuery(WHOLE_VIEW)).toBe('');
});

it('leaves out what an address cannot mean', () => {
  const params = new URLSearchParams({ state: 'constructor', sort: '__proto__', tag: '', q: 'a'.repeat(5_000) });
  expect(readView(params)).toEqual({ ...WHOLE_VIEW, search: 'a'.repeat(100) });
});

it.each([
  [{}, 'waiting'],
  [{ armed: false, told: true }, 'true'],
  [{ lastOutcome: 'blocked' }, 'failing'],
  [{ lastOutcome: 'blocked', isActive: false }, 'paused'],
  [{ lastChecked: null, lastOutcome: null }, 'unchecked'],
] as const)('%o is %s', (other, state) => expect(stateOf(aMonitorView(other))).toBe(state));

function anItem(name: string, card: Parameters<typeof aCardView>[0] = {}, other: object = {}): Item {
  return { monitor: aMonitorView({ id: name, name, ...other }), card: aCardView({ id: name, ...card }) };
}
const change = (minute: number) => ({ ...aCardView().change, at: new Date(AT + minute * 60_000) }) as never;
const items = [
  anItem('Tea 10', { tags: ['Kitchen'], change: change(1) }),
  anItem('tea 9', { tags: ['kitchen', 'gifts'], change: null }, { lastChecked: null, lastOutcome: null }),
  anItem('Boots', { change: change(5) }, { isActive: false, sources: ['https://shoes.example.org/b'] }),
];
const namesOf = (view: Partial<DashboardView>) =>
  chosenOf(items, { ...WHOLE_VIEW, ...view }).map(({ monitor }) => monitor.name);

it('filters by words in name, page and tags, by state and by tag', () => {
  expect(namesOf({ search: ' TEA  9' })).toEqual(['tea 9']);
  expect(namesOf({ search: 'shoes.example' })).toEqual(['Boots']);
  expect(namesOf({ search: 'gift' })).toEqual(['tea 9']);
  expect(namesOf({ state: 'paused' })).toEqual(['Boots']);
  expect(namesOf({ tag: 'KITCHEN' })).toEqual(['Tea 10', 'tea 9']);
  expect(namesOf({ tag: 'kitchen', state: 'paused' })).toEqual([]);
});

it('sorts by name as people do, by the last change and the last check', () => {
  expect(namesOf({ sort: 'name' })).toEqual(['Boots', 'tea 9', 'Tea 10']);
  expect(namesOf({ sort: 'changed' })).toEqual(['Boots', 'Tea 10', 'tea 9']);
  expect(namesOf({ sort: 'checked' }).at(-1)).toBe('tea 9');
});

it('counts states and gathers tags once', () => {
  expect(countStates(items)).toEqual([
    ['waiting', 1],
    ['paused', 1],
    ['unchecked', 1],
  ]);
  expect(tagsOf(items)).toEqual(['gifts', 'kitchen']);
});

it('lies in the order of its own, what is new first', () => {
  const monitors = ['a', 'b', 'c'].map((id) => aMonitorView({ id }));
  const ordered = itemsOf(monitors, [aCardView({ id: 'c' }), aCardView({ id: 'a' })]);
  expect(ordered.map(({ monitor }) => monitor.id)).toEqual(['b', 'c', 'a']);
});

it('moves one to the place of another, either way', () => {
  expect(movedTo(['a', 'b', 'c', 'd'], 'a', 'c')).toEqual(['b', 'c', 'a', 'd']);
  expect(movedTo(['a', 'b', 'c', 'd'], 'd', 'b')).toEqual(['a', 'd', 'b', 'c']);
  expect(movedTo(['a', 'b'], 'a', 'gone')).toEqual(['a', 'b']);
});
