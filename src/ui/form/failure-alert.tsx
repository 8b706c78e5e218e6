'use client';

import { Alert, Text } from '@mantine/core';
import type { CallFailure } from '@/trpc/client';
import { useClock } from '../time/clock';
import { countdown, secondsUntil } from '../time/time-words';

/** A later moment is told by its day, in the words of the failure. */
const LONGEST_COUNTED_MS = 24 * 3_600_000;

/**
 * What went wrong with a call: its own words, what was not done, and where a limit ends soon, the seconds until then.
 * Nothing where nothing failed.
 */
export function FailureAlert({ failure, notDone }: { failure: CallFailure | null; notDone?: string }) {
  if (failure === null) return null;
  return (
    <Alert color="red" variant="light" role="alert">
      {failure.message}
      {notDone === undefined || failure.message.includes('Nothing was') ? null : <Text size="sm">{notDone}</Text>}
      {failure.retryAt === null ? null : <Countdown until={failure.retryAt.getTime()} />}
    </Alert>
  );
}

/** Counted for the eye; who hears the page is told the end only. */
function Countdown({ until }: { until: number }) {
  const left = useClock((now) => (until - now > LONGEST_COUNTED_MS ? null : secondsUntil(until, now)));
  if (left === null) return null;
  return (
    <Text size="sm" fw={600} className="figures">
      {left > 0 ? (
        <span aria-hidden="true">You can try again in {countdown(left)}.</span>
      ) : (
        <span role="status">You can try again now.</span>
      )}
    </Text>
  );
}
