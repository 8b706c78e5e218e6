import OpenAI from 'openai';
import { zodResponseFormat, zodTextFormat } from 'openai/helpers/zod';
import { type ModelAnswer, type ModelClient, type ModelRequest, probeEnd } from './model-client';

export interface OpenAiOptions {
  apiKey: string;
  model: string;
  /** Any compatible server, for example a local model. */
  baseURL?: string;
  /** Milliseconds for one attempt. */
  timeoutMs: number;
}

/**
 * OpenAI over the Responses API with structured output. A compatible server that has no Responses API (404) is asked
 * over Chat Completions from then on.
 */
export function createOpenAiClient(options: OpenAiOptions): ModelClient {
  const client = new OpenAI({
    apiKey: options.apiKey,
    baseURL: options.baseURL,
    timeout: options.timeoutMs,
    maxRetries: 0,
  });
  let hasResponses = true;
  return {
    model: options.model,
    async ask(request) {
      if (!hasResponses) return askChat(client, options.model, request);
      try {
        return await askResponses(client, options.model, request);
      } catch (error) {
        if (!(options.baseURL && error instanceof OpenAI.NotFoundError)) throw error;
        hasResponses = false;
        return askChat(client, options.model, request);
      }
    },
    probe: (signal) => probeEnd(() => client.models.retrieve(options.model, { signal }), !options.baseURL),
    failureKind,
  };
}

async function askResponses(client: OpenAI, model: string, request: ModelRequest): Promise<ModelAnswer> {
  const response = await client.responses.create(
    {
      model,
      instructions: request.instructions,
      input: request.data,
      max_output_tokens: request.maxOutputTokens,
      store: false,
      text: { format: zodTextFormat(request.schema as never, request.schemaName) },
    },
    { signal: request.signal },
  );
  const refused = response.output.some(
    (item) => item.type === 'message' && item.content.some((part) => part.type === 'refusal'),
  );
  const incomplete = response.status === 'incomplete';
  const filtered = response.incomplete_details?.reason === 'content_filter';
  const cached = response.usage?.input_tokens_details?.cached_tokens ?? 0;
  return {
    text: response.output_text,
    stopped: refused || filtered ? 'refused' : incomplete ? 'truncated' : 'done',
    tokens: {
      input: (response.usage?.input_tokens ?? 0) - cached,
      output: response.usage?.output_tokens ?? 0,
      cached,
    },
  };
}

async function askChat(client: OpenAI, model: string, request: ModelRequest): Promise<ModelAnswer> {
  const completion = await client.chat.completions.create(
    {
      model,
      messages: [
        { role: 'system', content: request.instructions },
        { role: 'user', content: request.data },
      ],
      max_completion_tokens: request.maxOutputTokens,
      response_format: zodResponseFormat(request.schema as never, request.schemaName),
    },
    { signal: request.signal },
  );
  const choice = completion.choices[0];
  const cached = completion.usage?.prompt_tokens_details?.cached_tokens ?? 0;
  const refused = Boolean(choice?.message.refusal) || choice?.finish_reason === 'content_filter';
  return {
    text: choice?.message.content ?? '',
    stopped: refused ? 'refused' : choice?.finish_reason === 'length' ? 'truncated' : 'done',
    tokens: {
      input: (completion.usage?.prompt_tokens ?? 0) - cached,
      output: completion.usage?.completion_tokens ?? 0,
      cached,
    },
  };
}

function failureKind(error: unknown): ReturnType<ModelClient['failureKind']> {
  if (error instanceof OpenAI.APIConnectionTimeoutError || error instanceof OpenAI.APIUserAbortError) return 'timeout';
  if (error instanceof OpenAI.RateLimitError) return 'rate_limited';
  if (error instanceof OpenAI.InternalServerError || error instanceof OpenAI.APIConnectionError) return 'server_error';
  return 'failed';
}
