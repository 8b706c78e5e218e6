import { sameTag } from '@/domain/dashboard/same-tag';
import type { CardView } from '@/trpc/card-view';
import type { MonitorView } from '@/trpc/monitor-view';
import { type DashboardView, type Sort, STATES, type State, stateOf } from './dashboard-view';

/** A monitor with what its card shows. */
export interface Item {
  monitor: MonitorView;
  card: CardView;
}

const bare = (id: string): CardView => ({ id, tags: [], quote: null, readAt: null, change: null, line: [] });

/** The monitors in the order of their own; one whose card is not there yet comes first. */
export function itemsOf(monitors: readonly MonitorView[], cards: readonly CardView[]): Item[] {
  const places = new Map(cards.map((card, at) => [card.id, { card, at }]));
  const placed = monitors.map((monitor) => ({ monitor, place: places.get(monitor.id) }));
  placed.sort((one, other) => (one.place?.at ?? -1) - (other.place?.at ?? -1));
  return placed.map(({ monitor, place }) => ({ monitor, card: place?.card ?? bare(monitor.id) }));
}

/** What is shown of them, in the order asked for. */
export function chosenOf(items: readonly Item[], view: DashboardView): Item[] {
  const words = view.search.toLowerCase().split(/\s/).filter(Boolean);
  const { tag } = view;
  const chosen = items.filter(
    (item) =>
      (view.state === null || stateOf(item.monitor) === view.state) &&
      (tag === null || item.card.tags.some((one) => sameTag(one, tag))) &&
      words.every((word) => searched(item).includes(word)),
  );
  return view.sort === 'own' ? chosen : chosen.sort(ORDERS[view.sort]);
}

function searched({ monitor, card }: Item): string {
  const { name, extractedFact, triggerCondition, sources } = monitor;
  return [name, extractedFact, triggerCondition, ...sources, ...card.tags].join('\n').toLowerCase();
}

const names = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const time = (date: Date | null | undefined) => date?.getTime() ?? 0;

const ORDERS: Record<Exclude<Sort, 'own'>, (one: Item, other: Item) => number> = {
  name: (one, other) => names.compare(one.monitor.name, other.monitor.name),
  changed: (one, other) => time(other.card.change?.at) - time(one.card.change?.at),
  checked: (one, other) => time(other.monitor.lastChecked) - time(one.monitor.lastChecked),
};

/** How many monitors are in each state; those that none is in are left out. */
export function countStates(items: readonly Item[]): [State, number][] {
  const states = items.map(({ monitor }) => stateOf(monitor));
  const counts = STATES.map((state): [State, number] => [state, states.filter((one) => one === state).length]);
  return counts.filter(([, count]) => count > 0);
}

/** All tags that are in use, each once, by name. */
export function tagsOf(items: readonly Item[]): string[] {
  const tags = new Map(items.flatMap(({ card }) => card.tags).map((tag) => [tag.toLowerCase(), tag]));
  return [...tags.values()].sort(names.compare);
}

/** All monitors after one was put in the place of another; what is hidden by a filter stays where it is beside them. */
export function movedTo(all: readonly string[], id: string, target: string): string[] {
  const [from, to] = [all.indexOf(id), all.indexOf(target)];
  if (from < 0 || to < 0) return [...all];
  const rest = all.filter((one) => one !== id);
  return [...rest.slice(0, to), id, ...rest.slice(to)];
}
