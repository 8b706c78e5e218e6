'use client';

import { useClock, useTimeZone } from './clock';
import { formatDateTime, timeAgo } from './time-words';

/** "3 minutes ago"; the moment itself, in the person's zone, on hovering. */
export function TimeAgo({ at }: { at: Date }) {
  const words = useClock((now) => timeAgo(at.getTime(), now));
  const zone = useTimeZone();
  return (
    <time dateTime={at.toISOString()} title={formatDateTime(at, zone)}>
      {words}
    </time>
  );
}

/** "22 Nov 2026, 14:41" in the person's zone. */
export function LocalTime({ at }: { at: Date }) {
  const zone = useTimeZone();
  return <time dateTime={at.toISOString()}>{formatDateTime(at, zone)}</time>;
}
