'use client';

import { VisuallyHidden } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useRef } from 'react';
import { readFailure } from '@/trpc/client';
import { FirstSteps } from '@/ui/first-steps/first-steps';
import { FormAlert } from '@/ui/form/form-alert';
import { EmptyState } from '@/ui/shell/empty-state';
import { LinkButton } from '@/ui/shell/link-button';
import { PageHeading } from '@/ui/shell/page-heading';
import { AllowanceMeter } from './allowance-meter';
import { MonitorCard } from './card/monitor-card';
import { CardSkeletons } from './card-skeletons';
import { ConnectionLine } from './connection-line';
import classes from './dashboard.module.css';
import { DashboardActions } from './dashboard-actions';
import { RefreshPanel } from './refresh-panel';
import { useBoard, useSelection } from './use-board';
import { useDashboardKeys } from './use-dashboard-keys';
import { type Item, tagsOf } from './view/choose';
import { type DashboardView, WHOLE_VIEW } from './view/dashboard-view';
import { Toolbar } from './view/toolbar';

// What is opened later is loaded later.
const BulkBar = dynamic(() => import('./bulk/bulk-bar').then((module) => module.BulkBar), { ssr: false });
const TagModal = dynamic(() => import('./bulk/tag-modal').then((module) => module.TagModal), { ssr: false });
const DeleteModal = dynamic(() => import('@/ui/removal/delete-modal').then((module) => module.DeleteModal), {
  ssr: false,
});

interface BoardProps {
  view: DashboardView;
  onView: (change: Partial<DashboardView>) => void;
  go: (href: string) => void;
}

/** Every monitor of the person, as cards that can be found, arranged and checked. */
export function Board({ view, onView, go }: BoardProps) {
  const board = useBoard(view);
  const selection = useSelection();
  const search = useRef<HTMLInputElement>(null);
  useDashboardKeys({ go, search, select: selection.toggle });
  const { list, cards, refresh, items } = board;
  const monitors = items.map(({ monitor }) => monitor);
  const limit = list.data?.limit ?? 0;
  const actions = { monitors, limit, pending: refresh.pending, checkAll: () => refresh.start() };
  const failure = list.data ? null : list.error;
  const again = () => void Promise.all([list.refetch(), cards.refetch()]);
  return (
    <>
      <PageHeading
        title="My monitors"
        actions={items.length > 0 ? <DashboardActions {...actions} select={() => selection.select(new Set())} /> : null}
      />
      {list.data ? <FirstSteps monitors={monitors} /> : null}
      {list.data ? <AllowanceMeter monitors={items.length} limit={limit} /> : null}
      {list.data ? (
        <ConnectionLine shownAt={list.dataUpdatedAt} failed={list.isError || cards.isError} again={again} />
      ) : null}
      {refresh.batch ? <RefreshPanel batch={refresh.batch} close={refresh.close} /> : null}
      <FormAlert message={failure ? readFailure(failure).message : null} />
      {list.isPending ? <CardSkeletons /> : null}
      {list.data && items.length === 0 ? <FirstMonitor /> : null}
      {items.length > 0 ? <Toolbar items={items} view={view} onView={onView} searchRef={search} /> : null}
      {items.length > 0 ? (
        <Cards
          board={board}
          selection={selection}
          onTag={(tag) => onView({ tag })}
          showAll={() => onView(WHOLE_VIEW)}
        />
      ) : null}
      <VisuallyHidden role="status">{board.said}</VisuallyHidden>
      <Questions board={board} selection={selection} />
    </>
  );
}

interface CardsProps {
  board: ReturnType<typeof useBoard>;
  selection: ReturnType<typeof useSelection>;
  onTag: (tag: string) => void;
  showAll: () => void;
}

function Cards({ board, selection, onTag, showAll }: CardsProps) {
  const { shown, refresh, drag, follow, menuOf } = board;
  const { selected, toggle } = selection;
  if (shown.length === 0) {
    return (
      <p className={classes.none} role="status">
        No monitor is like that.{' '}
        <button type="button" onClick={showAll}>
          Show all
        </button>
      </p>
    );
  }
  const card = (item: Item) => {
    const { id } = item.monitor;
    return (
      <MonitorCard
        item={item}
        follow={follow.has(id)}
        shared={refresh.checkOf(id)}
        selection={selected ? { selected: selected.has(id), toggle: () => toggle(id) } : undefined}
        menu={menuOf(item)}
        onTag={onTag}
      />
    );
  };
  return (
    <ul className={classes.grid} data-dragging={drag !== null || undefined}>
      {shown.map((item) => (
        <li
          key={item.monitor.id}
          data-card={item.monitor.id}
          data-dragged={drag?.id === item.monitor.id || undefined}
          style={drag ? { order: drag.ids.indexOf(item.monitor.id) } : undefined}
        >
          {card(item)}
        </li>
      ))}
    </ul>
  );
}

/** What is done with those that are selected, and what is asked about it. */
function Questions({ board, selection }: Pick<CardsProps, 'board' | 'selection'>) {
  const { asked, ask, find, items, shown } = board;
  const { selected, select } = selection;
  const idsOf = (some: readonly Item[]) => some.map(({ monitor }) => monitor.id);
  const close = () => ask(null);
  const about = asked ? find(asked.ids) : [];
  return (
    <>
      {selected ? (
        <BulkBar
          items={find([...selected])}
          does={{
            check: (some) => [board.refresh.start(idsOf(some)), select(null)],
            setActive: (some, isActive) =>
              void board.setActive(
                some.map(({ monitor }) => monitor),
                isActive,
              ),
            tag: (some) => ask({ about: 'tags', ids: idsOf(some) }),
            remove: (some) => ask({ about: 'removal', ids: idsOf(some) }),
            selectAll: () => select(new Set(idsOf(shown))),
            done: () => select(null),
          }}
        />
      ) : null}
      {asked?.about === 'tags' && about.length > 0 ? (
        <TagModal items={about} known={tagsOf(items)} onClose={close} />
      ) : null}
      {asked?.about === 'removal' && about.length > 0 ? (
        <DeleteModal
          opened
          monitors={about.map(({ monitor }) => monitor)}
          onClose={close}
          onGone={() => [close(), select(null)]}
        />
      ) : null}
    </>
  );
}

function FirstMonitor() {
  return (
    <EmptyState
      title="Nothing to wait for yet"
      action={<LinkButton href="/monitors/new">Create your first monitor</LinkButton>}
    >
      Write one sentence about a public web page. You will see what was understood, and what the page says now, before
      anything is saved.
    </EmptyState>
  );
}
