import type { z } from 'zod';
import type { ProbeEnd } from '@/domain/health';
import type { TokenCount } from '../prices';

/** One request to a model: instructions that never change, the data, and the shape of the answer. No tools, ever. */
export interface ModelRequest {
  instructions: string;
  /** The person's prompt or the page's passages, marked as data. */
  data: string;
  schema: z.ZodType;
  schemaName: string;
  maxOutputTokens: number;
  signal?: AbortSignal;
}

/** The raw answer. `stopped` tells whether the model ended by itself. */
export interface ModelAnswer {
  text: string;
  stopped: 'done' | 'truncated' | 'refused';
  tokens: TokenCount;
}

/** A provider behind its own SDK. Throws the SDK's errors; `failureKind` sorts them. */
export interface ModelClient {
  readonly model: string;
  ask(request: ModelRequest): Promise<ModelAnswer>;
  /** Asks whether our key is good and the model is there, which costs nothing. Never rejects. */
  probe(signal: AbortSignal): Promise<ProbeEnd>;
  failureKind(error: unknown): 'timeout' | 'rate_limited' | 'server_error' | 'failed';
}

/** How a question after a model ended; `own`: the provider itself, not a server that speaks a part of its API. */
export async function probeEnd(ask: () => Promise<unknown>, own: boolean): Promise<ProbeEnd> {
  try {
    await ask();
    return 'answered';
  } catch (error) {
    const status = Number((error as { status?: unknown } | null)?.status ?? Number.NaN);
    if (!own && [404, 405, 501].includes(status)) return 'not_told';
    // Asked too often, it is there all the same.
    if (status === 429) return 'answered';
    return status >= 400 && status < 500 ? 'refused' : 'silent';
  }
}
