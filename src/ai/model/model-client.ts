import type { z } from 'zod';
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
  failureKind(error: unknown): 'timeout' | 'rate_limited' | 'server_error' | 'failed';
}
