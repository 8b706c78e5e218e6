'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { Board } from './board';
import { readView, viewQuery } from './view/dashboard-view';

/** The board, with what of it is shown kept in the page's address: back and reload show the same. */
export function Dashboard() {
  const router = useRouter();
  const path = usePathname();
  const view = readView(useSearchParams());
  return (
    <Board
      view={view}
      onView={(change) => window.history.replaceState(null, '', `${path}${viewQuery({ ...view, ...change })}`)}
      go={(href) => router.push(href)}
    />
  );
}
