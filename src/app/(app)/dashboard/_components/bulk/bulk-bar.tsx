'use client';

import { Button } from '@mantine/core';
import { OFFLINE, useOffline } from '@/ui/shell/use-offline';
import type { Item } from '../view/choose';
import classes from './bulk.module.css';

export interface BulkDoes {
  check: (items: readonly Item[]) => void;
  setActive: (items: readonly Item[], isActive: boolean) => void;
  tag: (items: readonly Item[]) => void;
  remove: (items: readonly Item[]) => void;
  selectAll: () => void;
  done: () => void;
}

/** What can be done with the monitors that are selected. Lies at the foot of the window. */
export function BulkBar({ items, does }: { items: readonly Item[]; does: BulkDoes }) {
  const offline = useOffline();
  const none = items.length === 0 || offline;
  const common = { size: 'compact-md', variant: 'default', disabled: none } as const;
  const [paused, active] = [
    items.some(({ monitor }) => !monitor.isActive),
    items.some(({ monitor }) => monitor.isActive),
  ];
  return (
    <section className={classes.bar} aria-label="Selected monitors">
      <span className={`${classes.count} figures`} role="status">
        {offline ? `${OFFLINE}.` : `${items.length} selected`}
      </span>
      <div className={classes.acts}>
        <Button {...common} disabled={false} variant="subtle" onClick={does.selectAll}>
          Select all
        </Button>
        <Button {...common} variant="filled" disabled={none || !active} onClick={() => does.check(items)}>
          Check
        </Button>
        <Button {...common} disabled={none || !active} onClick={() => does.setActive(items, false)}>
          Pause
        </Button>
        <Button {...common} disabled={none || !paused} onClick={() => does.setActive(items, true)}>
          Resume
        </Button>
        <Button {...common} onClick={() => does.tag(items)}>
          Tags…
        </Button>
        <Button {...common} c={none ? undefined : 'var(--mantine-color-error)'} onClick={() => does.remove(items)}>
          Delete…
        </Button>
        <Button {...common} disabled={false} variant="subtle" onClick={does.done}>
          Done
        </Button>
      </div>
    </section>
  );
}
