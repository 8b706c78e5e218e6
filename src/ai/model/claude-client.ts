import Anthropic from '@anthropic-ai/sdk';
import { zodOutputFormat } from '@anthropic-ai/sdk/helpers/zod';
import { type ModelAnswer, type ModelClient, type ModelRequest, probeEnd } from './model-client';

export interface ClaudeOptions {
  apiKey: string;
  model: string;
  baseURL?: string;
  /** Milliseconds for one attempt. */
  timeoutMs: number;
}

/**
 * Claude over the Messages API with structured output. `messages.create` and not `parse`: `parse` throws on a bad
 * answer and loses the usage that we have to count.
 */
export function createClaudeClient(options: ClaudeOptions): ModelClient {
  const client = new Anthropic({
    apiKey: options.apiKey,
    baseURL: options.baseURL,
    timeout: options.timeoutMs,
    maxRetries: 0,
  });
  return {
    model: options.model,
    ask: (request) => ask(client, options.model, request),
    probe: (signal) => probeEnd(() => client.models.retrieve(options.model, {}, { signal }), !options.baseURL),
    failureKind,
  };
}

async function ask(client: Anthropic, model: string, request: ModelRequest): Promise<ModelAnswer> {
  const message = await client.messages.create(
    {
      model,
      max_tokens: request.maxOutputTokens,
      system: [{ type: 'text', text: request.instructions, cache_control: { type: 'ephemeral' } }],
      messages: [{ role: 'user', content: request.data }],
      output_config: { format: zodOutputFormat(request.schema) },
    },
    { signal: request.signal },
  );
  const last = message.content.findLast((block) => block.type === 'text');
  return {
    text: last?.text ?? '',
    stopped: stoppedBy(message.stop_reason),
    tokens: {
      input: message.usage.input_tokens + (message.usage.cache_creation_input_tokens ?? 0),
      output: message.usage.output_tokens,
      cached: message.usage.cache_read_input_tokens ?? 0,
    },
  };
}

function stoppedBy(reason: Anthropic.StopReason | null): ModelAnswer['stopped'] {
  if (reason === 'refusal') return 'refused';
  return reason === 'max_tokens' || reason === 'model_context_window_exceeded' ? 'truncated' : 'done';
}

function failureKind(error: unknown): ReturnType<ModelClient['failureKind']> {
  if (error instanceof Anthropic.APIConnectionTimeoutError || error instanceof Anthropic.APIUserAbortError) {
    return 'timeout';
  }
  if (error instanceof Anthropic.RateLimitError) return 'rate_limited';
  if (error instanceof Anthropic.InternalServerError || error instanceof Anthropic.APIConnectionError) {
    return 'server_error';
  }
  return 'failed';
}
