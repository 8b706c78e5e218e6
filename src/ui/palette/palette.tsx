'use client';

import '@mantine/spotlight/styles.layer.css';
import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { createSpotlight, Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { readFailure, useTRPC } from '@/trpc/client';
import type { MonitorView } from '@/trpc/monitor-view';
import { notify } from '@/ui/notify';
import { useMonitorCache } from '../monitor/use-monitor-cache';
import { useSignOut } from '../shell/sign-out';
import { type PaletteSees, paletteGroups } from './palette-groups';

interface PaletteProps extends PaletteSees {
  opened: boolean;
  close: () => void;
  showKeys: () => void;
}

/** Goes to pages and monitors, and does what can be done from anywhere. Ctrl or ⌘ and K opens it. */
export function Palette({ opened, close, showKeys, ...sees }: PaletteProps) {
  const router = useRouter();
  const groups = usePaletteGroups(sees, { go: (href) => router.push(href), showKeys }, opened);
  return <PaletteView groups={groups} opened={opened} close={close} />;
}

/** What is shown of it, without where it leads. */
export function PaletteView({
  groups,
  opened,
  close,
}: {
  groups: SpotlightActionGroupData[];
  opened: boolean;
  close: () => void;
}) {
  const [[store, { open, close: shut }]] = useState(() => createSpotlight());
  useEffect(() => (opened ? open() : shut()), [opened, open, shut]);
  return (
    <Spotlight
      store={store}
      actions={groups}
      onSpotlightClose={close}
      shortcut={null}
      nothingFound="Nothing is called that."
      highlightQuery
      scrollable
      maxHeight={420}
      attributes={{ content: { 'aria-label': 'Search and commands' } }}
      searchProps={{ placeholder: 'A page, a monitor, something to do…', 'aria-label': 'Search' }}
    />
  );
}

function usePaletteGroups(
  sees: PaletteSees,
  { go, showKeys }: { go: (href: string) => void; showKeys: () => void },
  opened: boolean,
): SpotlightActionGroupData[] {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.monitors.list.queryOptions(undefined, { enabled: opened && sees.hasMonitors }));
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const { signOut } = useSignOut();
  const check = useChecks(go);
  return paletteGroups(sees, data?.monitors ?? [], {
    ...{ go, showKeys, signOut, check: check.one, checkAll: check.all },
    switchScheme: () => setColorScheme(scheme === 'dark' ? 'light' : 'dark'),
  });
}

/** *Check now* and *Check all* from wherever the person is; what comes of it stands on their dashboard. */
function useChecks(go: (href: string) => void) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const cache = useMonitorCache();
  const refuse = (error: unknown) =>
    notify({ color: 'red', title: 'Nothing was checked', message: readFailure(error).message });
  const one = useMutation(trpc.refresh.start.mutationOptions({ onError: refuse }));
  const all = useMutation(trpc.refreshBatch.start.mutationOptions({ onError: refuse }));
  return {
    one: ({ id, name }: MonitorView) =>
      one.mutate(
        { monitorId: id },
        {
          onSuccess: (evaluation) => {
            cache.patch(id, { liveEvaluationId: evaluation.id });
            notify({ message: `“${name}” is being checked.` });
          },
        },
      ),
    all: () =>
      all.mutate(
        {},
        {
          onSuccess: (batch) => {
            queryClient.setQueryData(trpc.refreshBatch.latest.queryKey(), batch);
            void cache.refetch();
            go('/dashboard');
          },
        },
      ),
  };
}
