'use client';

import { Button } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { CountdownRing } from '@/ui/monitor/countdown-ring';
import type { Check } from '@/ui/monitor/use-check';
import { OFFLINE, useOffline } from '@/ui/shell/use-offline';
import { countdown } from '@/ui/time/time-words';
import classes from './card.module.css';

interface CardCheckProps {
  check: Check;
  /** Id of the element that names the monitor. */
  describedBy: string;
}

interface Shown {
  words: string;
  why: string | null;
}

/** What stands on the button, and why it cannot be pressed; null where it can. */
function shown({ canHurry, phase, secondsLeft }: Check, offline: boolean): Shown {
  if (offline) return { words: 'Offline', why: `${OFFLINE}: nothing can be sent.` };
  if (canHurry) return { words: 'Check now', why: null };
  if (phase !== null) return { words: 'Checking…', why: 'It is being checked.' };
  const words = countdown(secondsLeft);
  if (secondsLeft > 0) return { words, why: 'A monitor can be checked once a minute.' };
  return { words: 'Check now', why: null };
}

/** *Check now* of a card: a ring empties until the next is allowed. Keeps the focus and its width while it waits. */
export function CardCheck({ check, describedBy }: CardCheckProps) {
  const ready = useMounted();
  const { words, why } = shown(check, useOffline());
  const waits = words === countdown(check.secondsLeft);
  const off = !ready || why !== null;
  return (
    <Button
      variant="light"
      size="sm"
      className={classes.check}
      leftSection={waits ? <CountdownRing secondsLeft={check.secondsLeft} /> : null}
      aria-disabled={off}
      // Before the scripts are ready it looks as it will a moment later.
      data-disabled={(off && ready) || undefined}
      data-check
      aria-label={waits ? `Check now, again in ${words}` : undefined}
      aria-describedby={describedBy}
      title={why ?? (check.canHurry ? 'It waits for its turn. Press to check it before the others.' : undefined)}
      onClick={off ? undefined : check.start}
    >
      {words}
    </Button>
  );
}
