import Anthropic from '@anthropic-ai/sdk';
import type { SourceProposal } from '@/domain/contract/source-proposal';
import { costUsd, mostTokens, type Price } from '../prices';
import type { ReaderCall } from '../reader';
import { ReaderError } from '../reader-error';
import type { ClaudeOptions } from './claude-client';

const MAX_SEARCHES = 3;
const MAX_TOKENS = 600;
/** What the results of one search come to, at most, as the model reads them. */
const TOKENS_A_SEARCH = 15_000;

/**
 * Asks Claude to search the web for pages that show a fact. A call of its own, which sees no page text: addresses are
 * taken from the search results and never from what the model writes. Throws ReaderError.
 */
export function createClaudeSearch(options: ClaudeOptions & { price: Price & { known?: boolean } }) {
  const client = new Anthropic({
    apiKey: options.apiKey,
    baseURL: options.baseURL,
    timeout: options.timeoutMs,
    maxRetries: 0,
  });
  return async (words: string, call: ReaderCall = {}): Promise<SourceProposal[]> => {
    const startedAt = performance.now();
    const most = {
      input: mostTokens(words) + MAX_SEARCHES * TOKENS_A_SEARCH,
      output: MAX_TOKENS,
      cached: 0,
      searches: MAX_SEARCHES,
    };
    await call.reserve?.(costUsd(options.price, most));
    const report = (usage: Anthropic.Usage | null, outcome: 'ok' | 'failed') => {
      const inputTokens = (usage?.input_tokens ?? 0) + (usage?.cache_creation_input_tokens ?? 0);
      const tokens = {
        input: inputTokens,
        output: usage?.output_tokens ?? 0,
        cached: usage?.cache_read_input_tokens ?? 0,
        searches: usage?.server_tool_use?.web_search_requests ?? 0,
      };
      call.onUsage?.({
        reader: 'claude',
        model: options.model,
        purpose: 'propose_sources',
        inputTokens: tokens.input,
        outputTokens: tokens.output,
        cachedTokens: tokens.cached,
        costUsd: costUsd(options.price, tokens),
        ...(options.price.known === false && { priceKnown: false }),
        latencyMs: Math.round(performance.now() - startedAt),
        outcome,
      });
    };
    try {
      const message = await client.messages.create(
        {
          model: options.model,
          max_tokens: MAX_TOKENS,
          system: 'Search the web for public pages that show the named fact itself, the official one first.',
          messages: [{ role: 'user', content: words }],
          tools: [{ type: 'web_search_20260318', name: 'web_search', max_uses: MAX_SEARCHES }],
        },
        { signal: call.signal },
      );
      report(message.usage, 'ok');
      return resultsOf(message.content);
    } catch (error) {
      report(null, 'failed');
      throw new ReaderError('failed', error instanceof Error ? error.message : 'The web search failed.');
    }
  };
}

function resultsOf(content: Anthropic.ContentBlock[]): SourceProposal[] {
  return content.flatMap((block) => {
    if (block.type !== 'web_search_tool_result' || !Array.isArray(block.content)) return [];
    return block.content.map(({ url, title }) => ({
      url,
      title: title.slice(0, 200) || url.slice(0, 200),
      attribution: 'Found by web search',
    }));
  });
}
