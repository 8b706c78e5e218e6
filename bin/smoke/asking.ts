import { z } from 'zod';

const ANSWER_WITHIN_MS = 20_000;

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

interface Question {
  method?: string;
  body?: unknown;
  token?: string;
  withinMs?: number;
}

/** Asks one site; redirects are answers like any other. */
export type Ask = (path: string, question?: Question) => Promise<Answer>;

export function asking(address: string, headers: Record<string, string>): Ask {
  return async (path, { method = 'GET', body, token, withinMs = ANSWER_WITHIN_MS } = {}) => {
    const sent = new Headers(headers);
    if (body !== undefined) sent.set('content-type', 'application/json');
    if (token !== undefined) sent.set('authorization', `Bearer ${token}`);
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    const signal = AbortSignal.timeout(withinMs);
    const response = await fetch(address + path, { method, headers: sent, redirect: 'manual', signal, ...init });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
}

/** @throws Error in plain words, with the beginning of what was answered instead. */
export function expectStatus(answer: Answer, status: number): void {
  if (answer.status === status) return;
  throw new Error(`the answer is ${answer.status} and should be ${status}${beginning(answer.text)}`);
}

/** The JSON of an answer in its promised shape. */
export function expectJson<Shape>(answer: Answer, shape: z.ZodType<Shape>): Shape {
  let json: unknown;
  try {
    json = JSON.parse(answer.text);
  } catch {
    throw new Error(`the answer is no JSON${beginning(answer.text)}`);
  }
  const parsed = shape.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new Error(`the answer has not its promised shape: ${z.prettifyError(parsed.error).replaceAll('\n', ' ')}`);
}

function beginning(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain === '' ? '' : `; it begins: ${plain.slice(0, 160)}`;
}
