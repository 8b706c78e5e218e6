import { requestOrigin } from '@/auth/request-origin';
import { unsubscribe } from '@/flows/account/unsubscribe';
import { getBaseDeps } from '@/flows/base-deps';
import { answerOnTrail } from '@/ops/request-log';
import { behindEntrance } from '@/trpc/rest/behind-entrance';

/** Where a person is led who opens the address of a mail program's button: a GET changes nothing. */
export function GET(request: Request): Promise<Response> {
  return answerOnTrail(request, async () => toPage(request, 303));
}

/**
 * Ends the emails that the token names: the button of a mail program (RFC 8058), or the one of our page, which has its
 * own field. No sign-in and no cookie: whoever has the token may.
 */
async function end(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const form = new URLSearchParams(await request.text());
  const fromPage = form.get('from') === 'page';
  const deps = { ...getBaseDeps(), origin: requestOrigin(request.headers) };
  const done = await unsubscribe(deps, url.searchParams.get('token') ?? '', { again: form.get('again') === 'yes' });
  if (fromPage) return toPage(request, 303);
  const words = done ? 'No more of these emails will be sent.' : 'This link is not valid any more.';
  return new Response(words, { status: done ? 200 : 404, headers: { 'cache-control': 'no-store' } });
}

function toPage(request: Request, status: number): Response {
  const token = new URL(request.url).searchParams.get('token') ?? '';
  const location = `/unsubscribe?${new URLSearchParams({ token: token.slice(0, 500) })}`;
  return new Response(null, { status, headers: { location, 'cache-control': 'no-store' } });
}

export const POST = behindEntrance(end);
