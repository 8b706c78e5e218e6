import { monitorStatus, type StatusFacts } from '@/ui/monitor/monitor-words';

export const STATES = ['waiting', 'true', 'failing', 'paused', 'unchecked'] as const;
/** What a monitor can be filtered by. */
export type State = (typeof STATES)[number];

export const SORTS = ['own', 'name', 'changed', 'checked'] as const;
export type Sort = (typeof SORTS)[number];

/** What of the monitors is shown, and in which order; it stands in the page's address. */
export interface DashboardView {
  search: string;
  state: State | null;
  tag: string | null;
  sort: Sort;
}

export const WHOLE_VIEW: DashboardView = { search: '', state: null, tag: null, sort: 'own' };

const MOST_SEARCHED = 100;

const oneOf = <Word extends string>(words: readonly Word[], given: string | null): Word | null =>
  words.find((word) => word === given) ?? null;

/** Reads an address; what it cannot mean is left out. */
export function readView(params: Pick<URLSearchParams, 'get'>): DashboardView {
  return {
    search: (params.get('q') ?? '').slice(0, MOST_SEARCHED),
    state: oneOf(STATES, params.get('state')),
    tag: params.get('tag')?.slice(0, MOST_SEARCHED) || null,
    sort: oneOf(SORTS, params.get('sort')) ?? 'own',
  };
}

/** "?q=kettle&state=failing"; empty for the whole. */
export function viewQuery({ search, state, tag, sort }: DashboardView): string {
  const params = new URLSearchParams();
  if (search !== '') params.set('q', search);
  if (state !== null) params.set('state', state);
  if (tag !== null) params.set('tag', tag);
  if (sort !== 'own') params.set('sort', sort);
  const query = params.toString();
  return query === '' ? '' : `?${query}`;
}

export function stateOf(monitor: StatusFacts): State {
  if (!monitor.isActive) return 'paused';
  const { tone } = monitorStatus(monitor);
  if (tone === 'trouble') return 'failing';
  if (monitor.lastChecked === null) return 'unchecked';
  return tone === 'told' ? 'true' : 'waiting';
}

const STATE_WORDS: Record<State, string> = {
  waiting: 'Waiting',
  true: 'Condition true',
  failing: 'Failing',
  paused: 'Paused',
  unchecked: 'Not checked',
};

export const stateLabel = (state: State): string => STATE_WORDS[state];

const SORT_WORDS: Record<Sort, string> = {
  own: 'My order',
  name: 'Name',
  changed: 'Last change',
  checked: 'Last check',
};

export const sortLabel = (sort: Sort): string => SORT_WORDS[sort];
