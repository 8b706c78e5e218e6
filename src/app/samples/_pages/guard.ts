import { isEmbedded } from '@/env';

/** The sample pages exist where the app runs for one developer only; elsewhere their addresses lead nowhere. */
export async function onlyEmbedded(respond: () => Promise<Response> | Response): Promise<Response> {
  return isEmbedded() ? respond() : nothingHere();
}

export function nothingHere(): Response {
  return new Response('There is nothing at this address.', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}
