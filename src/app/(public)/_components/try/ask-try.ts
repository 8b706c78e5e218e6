import { readFailure } from '@/trpc/failure';
import type { TriedView } from '@/trpc/rest/try-sample';

export type Tried = TriedView;

export type TryAnswer = { ok: true; tried: Tried } | { ok: false; message: string; isElsewhere: boolean };

/** Asks for the preview of a sample page. Plain fetch: the landing page loads no client of our API. */
export async function askTry(input: { prompt: string; source: string }, signal: AbortSignal): Promise<TryAnswer> {
  try {
    const answer = await fetch('/api/try', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
      signal,
    });
    const body = await answer.json();
    if (answer.ok) return { ok: true, tried: body };
    const { message, reason } = body.error;
    return { ok: false, message: String(message), isElsewhere: reason === 'not_a_sample' };
  } catch (error) {
    return { ok: false, message: readFailure(error).message, isElsewhere: false };
  }
}
