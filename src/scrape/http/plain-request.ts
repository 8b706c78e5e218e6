import { type Dispatcher, request } from 'undici';

export interface PlainRequest {
  dispatcher: Dispatcher;
  method: 'GET' | 'HEAD' | 'POST';
  headers: Record<string, string>;
  body: string | null;
  signal: AbortSignal;
}

/** Sends one request and gives the head of its answer with the body still to be read. Throws undici's errors. */
export function sendRequest(url: URL, { signal, ...options }: PlainRequest): Promise<Dispatcher.ResponseData> {
  return orAbort(request(url, { ...options, signal }), signal);
}

/** undici hears an abort only once it is connected; nobody waits that long. */
async function orAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Leaves a body unread: that of a redirect is of no use, and may be endless. */
export function discard(answer: Dispatcher.ResponseData): void {
  answer.body.on('error', () => {});
  answer.body.destroy();
}

/** Repeated headers joined by ", ". */
export function headerText(value: string | string[] | undefined): string {
  return Array.isArray(value) ? value.join(', ') : (value ?? '');
}

export function headerList(value: string | string[] | undefined): string[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
