'use client';

import { OFFLINE, useOffline } from '@/ui/shell/use-offline';
import { TimeAgo } from '@/ui/time/clock';
import classes from './dashboard.module.css';

interface ConnectionLineProps {
  /** When what is shown came (epoch ms), and whether asking for it anew failed. */
  shownAt: number;
  failed: boolean;
  again: () => void;
}

/** Says when what is shown may be old, and since when. */
export function ConnectionLine({ shownAt, failed, again }: ConnectionLineProps) {
  const offline = useOffline();
  if (!offline && !failed) return null;
  return (
    <p className={classes.connection} role="status">
      <b>{offline ? `${OFFLINE}: nothing can be sent.` : 'We could not be reached.'}</b> What you see is from{' '}
      <TimeAgo at={new Date(shownAt)} />.
      {offline ? null : (
        <button type="button" onClick={again}>
          Try again
        </button>
      )}
    </p>
  );
}
