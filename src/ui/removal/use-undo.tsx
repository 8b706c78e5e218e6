'use client';

import { Button, Group, Text } from '@mantine/core';
import { readFailure, useTRPCClient } from '@/trpc/client';
import { useMonitorCache } from '../monitor/use-monitor-cache';
import { notify, unnotify } from '../notify';
import { onEach } from '../on-each';

/** A monitor that was deleted. */
export interface Deleted {
  id: string;
  name: string;
}

interface UndoOffer {
  /** How long it can be taken back. */
  leftMs: number;
  /** What the page does once they are back. */
  onBack?: (() => void) | undefined;
}

const namesOf = (monitors: readonly Deleted[]) =>
  monitors.length === 1 ? `“${monitors[0]?.name}”` : `${monitors.length} monitors`;

/** Offers to take a deletion back, on whatever page the person is. The server does the deleting. */
export function useOfferUndo(): (gone: readonly Deleted[], offer: UndoOffer) => void {
  const client = useTRPCClient();
  const cache = useMonitorCache();
  const undo = async (key: string, gone: readonly Deleted[], onBack?: () => void) => {
    unnotify(key);
    try {
      const back = await onEach(gone, ({ id }) => client.monitors.restore.mutate({ id }));
      const message = `${namesOf(back)} ${back.length === 1 ? 'is back, with its' : 'are back, with their'} history.`;
      notify({ message });
      await cache.refetch();
      onBack?.();
    } catch (error) {
      const { message } = readFailure(error);
      notify({ color: 'red', title: `${namesOf(gone)} could not be brought back`, message });
    }
  };
  return (gone, { leftMs, onBack }) => {
    const key = `deleted ${gone.map(({ id }) => id).join(' ')}`;
    const offer = <Offer names={namesOf(gone)} many={gone.length > 1} onUndo={() => void undo(key, gone, onBack)} />;
    notify({ id: key, autoClose: leftMs, message: offer });
  };
}

function Offer({ names, many, onUndo }: { names: string; many: boolean; onUndo: () => void }) {
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {names} {many ? 'were' : 'was'} deleted.
      </Text>
      <Button size="compact-sm" variant="light" flex="none" onClick={onUndo}>
        Undo
      </Button>
    </Group>
  );
}
