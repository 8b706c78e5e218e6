'use client';

import { type RefObject, useRef } from 'react';
import { useKeys } from '@/ui/keys/use-keys';

interface KeysOf {
  go: (href: string) => void;
  search: RefObject<HTMLInputElement | null>;
  select: (id: string) => void;
}

const cards = () => [...document.querySelectorAll<HTMLElement>('[data-card]')];
const linkOf = (card: HTMLElement | undefined) => card?.querySelector<HTMLElement>('a[data-open]');

/** Keys of the cards. The one with the focus is meant; after the focus has left them, the last one that had it. */
export function useDashboardKeys({ go, search, select }: KeysOf): void {
  const last = useRef<string | undefined>(undefined);
  const current = () => {
    const focused = document.activeElement?.closest<HTMLElement>('[data-card]')?.dataset.card;
    last.current = focused ?? last.current;
    return cards().find((card) => card.dataset.card === last.current);
  };
  const step = (by: -1 | 1) => {
    const all = cards();
    const card = current();
    const at = card ? all.indexOf(card) + by : 0;
    const next = all[Math.max(0, Math.min(at, all.length - 1))];
    last.current = next?.dataset.card;
    // Of a card that is being selected the box is what can be pressed.
    const target = next?.querySelector<HTMLElement>('input[type="checkbox"]') ?? linkOf(next);
    target?.focus();
    next?.scrollIntoView?.({ block: 'nearest' });
  };
  const withId = (act: (id: string) => void) => () => {
    const id = current()?.dataset.card;
    if (id !== undefined) act(id);
  };
  useKeys({
    n: () => go('/monitors/new'),
    j: () => step(1),
    k: () => step(-1),
    r: () => current()?.querySelector<HTMLElement>('[data-check]')?.click(),
    e: withId((id) => go(`/monitors/${id}/edit`)),
    x: withId(select),
    '/': () => search.current?.focus(),
  });
}
