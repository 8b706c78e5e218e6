import type { ChannelEnd } from './channel';

/** No message takes longer, in milliseconds; the lease of a notice is longer. */
export const CHANNEL_DEADLINE_MS = 10_000;

/** Longer than this nobody waits for a service that says when to come back. */
const LONGEST_ASKED_MS = 60 * 60_000;
const FOR_NOW = new Set([408, 425, 429]);

/**
 * Posts JSON to an address of the settings, which stands in no log and no error: it may be a secret itself. A redirect
 * is a refusal, or a message would follow whoever answers. Of the answer only the status counts.
 */
export async function postJson(
  service: string,
  { url, body, timeoutMs = CHANNEL_DEADLINE_MS }: { url: string; body: unknown; timeoutMs?: number },
): Promise<ChannelEnd> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    });
    // Nobody reads it, and it may be endless.
    await answer.body?.cancel();
    return endOf(service, answer);
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    return forNow(isLate ? `${service} did not answer in time` : `${service} could not be reached`);
  }
}

function endOf(service: string, { ok, status, headers }: Response): ChannelEnd {
  if (ok) return { sent: true };
  const error = `${service} answered ${status}`;
  if (status >= 500 || FOR_NOW.has(status)) {
    const seconds = Number(headers.get('retry-after') ?? Number.NaN);
    return forNow(error, seconds > 0 ? Math.min(seconds * 1_000, LONGEST_ASKED_MS) : null);
  }
  const redirects = status >= 300 && status < 400;
  return {
    sent: false,
    again: false,
    error: redirects ? `${error}: redirects are refused` : error,
    retryAfterMs: null,
  };
}

const forNow = (error: string, retryAfterMs: number | null = null): ChannelEnd => ({
  ...{ sent: false, again: true, error, retryAfterMs },
});
