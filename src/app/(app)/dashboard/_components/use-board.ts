'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/trpc/client';
import { useSetActive } from './bulk/use-bulk';
import type { MenuOf } from './card/menu-of';
import { useArrange } from './use-arrange';
import { useDrag } from './use-drag';
import { type RefreshOfMany, useRefreshOfMany } from './use-refresh-of-many';
import { chosenOf, type Item, itemsOf, movedTo } from './view/choose';
import type { DashboardView } from './view/dashboard-view';

/** Streams that are open at a time: a browser keeps six connections to a server, and other calls need some. */
const MOST_FOLLOWED = 3;

/** Those that no refresh of many follows already. */
function followed(items: readonly Item[], refresh: RefreshOfMany): Set<string> {
  const live = items
    .map(({ monitor }) => monitor)
    .filter(({ id, liveEvaluationId }) => {
      return liveEvaluationId !== null && refresh.checkOf(id)?.evaluationId !== liveEvaluationId;
    });
  return new Set(live.slice(0, MOST_FOLLOWED).map(({ id }) => id));
}

/** What somebody is asked about some monitors: their tags, or whether to delete them. */
interface Asked {
  about: 'tags' | 'removal';
  ids: readonly string[];
}

/** Ids of the monitors that are selected; null while nothing is being selected. */
export function useSelection() {
  const [selected, select] = useState<ReadonlySet<string> | null>(null);
  const toggle = (id: string) => {
    const rest = new Set(selected);
    if (!rest.delete(id)) rest.add(id);
    select(rest);
  };
  return { selected, select, toggle };
}

/** The monitors as they lie, and what can be done with them. */
export function useBoard(view: DashboardView) {
  const trpc = useTRPC();
  const list = useQuery(trpc.monitors.list.queryOptions());
  const cards = useQuery(trpc.dashboard.cards.queryOptions());
  const refresh = useRefreshOfMany();
  const setActive = useSetActive();
  const [asked, ask] = useState<Asked | null>(null);
  const { said, arrangement } = useOrder(itemsOf(list.data?.monitors ?? [], cards.data ?? []), view);
  const { items, shown } = arrangement;
  const find = (ids: readonly string[]) => items.filter(({ monitor }) => ids.includes(monitor.id));
  const menuOf = (item: Item): MenuOf => ({
    pause: ({ monitor }) => void setActive([monitor], !monitor.isActive),
    tag: ({ monitor }) => ask({ about: 'tags', ids: [monitor.id] }),
    remove: ({ monitor }) => ask({ about: 'removal', ids: [monitor.id] }),
    arrange: arrangement.of(item),
  });
  return {
    ...{ list, cards, refresh, items, shown, said, find, asked, ask, menuOf, setActive },
    drag: arrangement.drag,
    follow: followed(shown, refresh),
  };
}

/** The order in which they lie, and the ways to change it: by pointer, and by steps. */
function useOrder(items: Item[], view: DashboardView) {
  const [said, say] = useState('');
  const keep = useArrange();
  const ids = items.map(({ monitor }) => monitor.id);
  const shown = chosenOf(items, view);
  const { drag, grip } = useDrag(ids, keep);
  const move = ({ monitor }: Item, by: -1 | 1) => {
    const target = shown[shown.findIndex((item) => item.monitor.id === monitor.id) + by];
    if (target === undefined) return;
    keep(movedTo(ids, monitor.id, target.monitor.id));
    say(`“${monitor.name}” is now ${by < 0 ? 'before' : 'after'} “${target.monitor.name}”.`);
  };
  const of = (item: Item): MenuOf['arrange'] => {
    if (view.sort !== 'own' || shown.length < 2) return null;
    return { move, isFirst: item === shown[0], isLast: item === shown.at(-1), grip: grip(item.monitor.id) };
  };
  return { said, arrangement: { items, shown, drag, of } };
}
