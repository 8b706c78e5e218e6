import { Agent, type Dispatcher, request } from 'undici';
import { z } from 'zod';
import type { Ledger } from './ledger';

/** A request as an act of a person. */
interface Call {
  act: string;
  method?: 'GET' | 'POST';
  path: string;
  /** Sent as JSON; a text as it is. */
  body?: unknown;
  headers?: Record<string, string>;
  /** Refusals that are an answer here. */
  expects?: number[];
}

/** An answer; `status` 0 where there was none. */
interface Answer {
  ok: boolean;
  status: number;
  data: unknown;
  /** The word for programs of a refusal; null where there is none. */
  reason: string | null;
}

/** Sends requests as one person and notes in the ledger how each went. */
export interface Caller {
  authorise(token: string): void;
  send(call: Call): Promise<Answer>;
  /** A call of the pages: a mutation, or a query. Its data is the procedure's. */
  ask(kind: 'query' | 'mutation', procedure: string, input?: unknown, expects?: number[]): Promise<Answer>;
  /** States of a subscription as they come. Ends early when it breaks off, which is noted. */
  follow(procedure: string, input: unknown): AsyncGenerator<unknown, void>;
}

/** Too often, or beside another of the same. */
const LIMITED = [409, 429];

const RestRefusal = z.object({ error: z.object({ reason: z.string() }) });
const TrpcRefusal = z.object({ error: z.object({ json: z.object({ data: z.object({ reason: z.string() }) }) }) });
const StreamRefusal = z.object({ json: z.object({ data: z.object({ reason: z.string() }) }) });
const TrpcResult = z.object({ result: z.object({ data: z.object({ json: z.unknown() }) }) });
const State = z.object({ json: z.unknown() });

/** Connections are not kept: one that the server closes while it is idle would look like a fault. */
const dispatcher = new Agent({ pipelining: 0, headersTimeout: 150_000, bodyTimeout: 150_000 });

export function closeConnections(): Promise<void> {
  return dispatcher.destroy();
}

export function createCaller(origin: string, address: string, ledger: Ledger): Caller {
  const own: Record<string, string> = { 'x-forwarded-for': address };
  const open = ({ method = 'GET', path, body, headers }: Call) =>
    request(new URL(path, origin), {
      dispatcher,
      method,
      headers: { ...own, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  const note = (call: Call, from: number, status: number, reason: string | null) => {
    const expected = [...LIMITED, ...(call.expects ?? [])].includes(status);
    ledger.notes.push({ act: call.act, from, to: Date.now(), status, reason, expected });
  };
  const send = async (call: Call): Promise<Answer> => {
    const from = Date.now();
    try {
      const { statusCode: status, body } = await open(call);
      const data = readJson(await body.text());
      const reason = status < 400 ? null : reasonOf(data);
      note(call, from, status, reason);
      return { ok: status < 400, status, data, reason };
    } catch {
      note(call, from, 0, null);
      return { ok: false, status: 0, data: null, reason: null };
    }
  };
  const caller: Caller = {
    authorise: (token) => {
      own.authorization = `Bearer ${token}`;
    },
    send,
    ask: async (kind, procedure, input, expects = []) => {
      const path = `/api/trpc/${procedure}${kind === 'query' ? queryOf(input) : ''}`;
      const sent = kind === 'query' ? { method: 'GET' as const } : { method: 'POST' as const, body: { json: input } };
      const answer = await send({ act: procedure, path, expects, ...sent });
      return { ...answer, data: answer.ok ? TrpcResult.parse(answer.data).result.data.json : null };
    },
    follow: async function* (procedure, input) {
      const call: Call = { act: procedure, path: `/api/trpc/${procedure}${queryOf(input)}` };
      const from = Date.now();
      try {
        const { statusCode, body } = await open({ ...call, headers: { accept: 'text/event-stream' } });
        if (statusCode >= 400) return note(call, from, statusCode, reasonOf(readJson(await body.text())));
        for await (const { event, data } of eventsOf(body)) {
          if (event === 'message') yield State.parse(data).json;
          if (event === 'return') return note(call, from, statusCode, null);
          if (event === 'serialized-error') return note(call, from, 500, reasonOf(data));
        }
        note(call, from, 0, null);
      } catch {
        note(call, from, 0, null);
      }
    },
  };
  return caller;
}

const queryOf = (input: unknown) =>
  input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify({ json: input }))}`;

/** The events of a stream (text/event-stream); "message" where none is named. */
async function* eventsOf(body: Dispatcher.ResponseData['body']): AsyncGenerator<{ event: string; data: unknown }> {
  let heard = '';
  for await (const chunk of body.setEncoding('utf8')) {
    heard += chunk;
    const blocks = heard.split('\n\n');
    heard = blocks.pop() ?? '';
    for (const block of blocks) {
      const field = (name: string) =>
        block
          .split('\n')
          .find((line) => line.startsWith(`${name}: `))
          ?.slice(name.length + 2);
      const [event, data] = [field('event'), field('data')];
      // A comment, which keeps the line open, has neither.
      if (event ?? data) yield { event: event ?? 'message', data: readJson(data ?? '') };
    }
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The word for programs of a refusal in any of our shapes; null for what is in none, or says only "internal". */
export function reasonOf(data: unknown): string | null {
  const rest = RestRefusal.safeParse(data).data?.error.reason;
  const call = TrpcRefusal.safeParse(data).data?.error.json.data.reason;
  const reason = rest ?? call ?? StreamRefusal.safeParse(data).data?.json.data.reason;
  return reason === undefined || reason === 'internal' ? null : reason;
}
