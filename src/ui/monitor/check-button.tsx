'use client';

import { Button } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { countdown } from '../time/time-words';
import classes from './monitor.module.css';
import type { Check } from './use-check';

interface CheckButtonProps {
  check: Check;
  isActive: boolean;
}

function titleOf(isActive: boolean, canHurry: boolean): string | undefined {
  if (!isActive) return 'This monitor is paused. Resume it, then check it.';
  return canHurry ? 'It waits for its turn. Press to check it before the others.' : undefined;
}

/** *Check now*, with the countdown to the next allowed refresh. Keeps the keyboard's focus while it waits. */
export function CheckButton({ check, isActive }: CheckButtonProps) {
  const ready = useMounted();
  const { phase, secondsLeft, canHurry, start } = check;
  const off = !ready || (!canHurry && (phase !== null || secondsLeft > 0 || !isActive));
  const words = canHurry
    ? 'Check now'
    : phase !== null
      ? 'Checking…'
      : secondsLeft > 0
        ? `Check now · ${countdown(secondsLeft)}`
        : 'Check now';
  return (
    <Button
      className={classes.check}
      aria-disabled={off}
      // Before the scripts are ready it looks as it will a moment later.
      data-disabled={(off && ready) || undefined}
      title={titleOf(isActive, canHurry)}
      onClick={off ? undefined : start}
    >
      {words}
    </Button>
  );
}
