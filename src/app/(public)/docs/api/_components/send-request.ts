/** A field of an endpoint's address. */
export interface TryField {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  example: string;
  about: string;
}

export interface Answered {
  status: number;
  /** Headers that say something: limits, and when to come again. */
  headers: [name: string, value: string][];
  text: string;
  tookMs: number;
}

const TELLING = ['retry-after', 'ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset'];
const LONGEST = 20_000;

/** The address with what was filled in; empty fields of the query are left out. */
export function addressOf(path: string, fields: readonly TryField[], values: Record<string, string>): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name]?.trim() ?? ''));
  const query = new URLSearchParams();
  for (const { name, in: place } of fields) {
    const value = values[name]?.trim();
    if (place === 'query' && value) query.set(name, value);
  }
  return query.size > 0 ? `${filled}?${query}` : filled;
}

/** Sends a request to this installation. With a token no cookie goes along: it is judged by the token alone. */
export async function sendRequest(request: {
  method: string;
  address: string;
  headers: Record<string, string>;
  token: string;
  body: string | undefined;
}): Promise<Answered> {
  const { method, address, token, body } = request;
  const headers = new Headers(request.headers);
  if (token !== '') headers.set('authorization', `Bearer ${token}`);
  if (body !== undefined) headers.set('content-type', 'application/json');
  const begun = performance.now();
  const answer = await fetch(address, {
    method,
    headers,
    credentials: token === '' ? 'same-origin' : 'omit',
    cache: 'no-store',
    ...(body === undefined ? {} : { body }),
  });
  const told = await textOf(answer);
  return {
    status: answer.status,
    headers: TELLING.flatMap((name) => {
      const value = answer.headers.get(name);
      return value === null ? [] : [[name, value] as [string, string]];
    }),
    text: told.length > LONGEST ? `${told.slice(0, LONGEST)}\n… cut here` : told,
    tookMs: performance.now() - begun,
  };
}

async function textOf(answer: Response): Promise<string> {
  const type = answer.headers.get('content-type') ?? '';
  if (!type.startsWith('application/json')) return `${type || 'nothing'}, ${(await answer.blob()).size} bytes`;
  const text = await answer.text();
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
