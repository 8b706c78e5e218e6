'use client';

import { Button, type ButtonProps } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { countdown } from '../time/time-words';
import classes from './monitor.module.css';
import type { Check } from './use-check';

interface CheckButtonProps extends Omit<ButtonProps, 'className'> {
  check: Check;
  className?: string | undefined;
  isActive: boolean;
  /** Id of the element that names the monitor, where the page shows several. */
  describedBy?: string;
}

function titleOf(isActive: boolean, canHurry: boolean): string | undefined {
  if (!isActive) return 'This monitor is paused. Resume it, then check it.';
  return canHurry ? 'It waits for its turn. Press to check it before the others.' : undefined;
}

/** *Check now*, with the countdown to the next allowed refresh. Keeps the keyboard's focus while it waits. */
export function CheckButton({ check, isActive, describedBy, className, ...props }: CheckButtonProps) {
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
      {...props}
      className={className ? `${classes.check} ${className}` : classes.check}
      aria-disabled={off}
      // Before the scripts are ready it looks as it will a moment later.
      data-disabled={(off && ready) || undefined}
      aria-describedby={describedBy}
      title={titleOf(isActive, canHurry)}
      onClick={off ? undefined : start}
    >
      {words}
    </Button>
  );
}
