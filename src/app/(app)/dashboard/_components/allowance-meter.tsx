'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/trpc/client';
import { Hint } from '@/ui/help/hint';
import { useLocale } from '@/ui/locale';
import { useTimeZone } from '@/ui/time/clock';
import { formatClock } from '@/ui/time/time-words';
import classes from './dashboard.module.css';

function Bar({ part, of }: { part: number; of: number }) {
  const width = `${Math.min(100, (part / of) * 100)}%`;
  return (
    <span className={classes.bar} data-full={part >= of || undefined} aria-hidden="true">
      <span style={{ width }} />
    </span>
  );
}

/** How much of what a person may have and do is used. */
export function AllowanceMeter({ monitors, limit }: { monitors: number; limit: number }) {
  const trpc = useTRPC();
  const zone = useTimeZone();
  const locale = useLocale();
  const { data: allowance } = useQuery(trpc.refresh.allowance.queryOptions());
  return (
    <div className={`${classes.meters} figures`}>
      <span>
        <Bar part={monitors} of={limit} />
        {monitors} of {limit} monitors
      </span>
      {allowance ? (
        <span>
          <Bar part={allowance.used} of={allowance.limit} />
          {`${allowance.used} of ${allowance.limit} checks used today, `}
          {`resets at ${formatClock(allowance.resetsAt, zone, locale)} (your time)`}
        </span>
      ) : null}
      <Hint about="checks" />
    </div>
  );
}
