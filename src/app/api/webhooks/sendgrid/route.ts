import { getEnv } from '@/env';
import { getBaseDeps } from '@/flows/base-deps';
import { takeWebhook, type WebhookEnd } from '@/flows/upkeep/take-email-events';
import { behindEntrance } from '@/trpc/rest/behind-entrance';

const ANSWERS: Record<WebhookEnd, { status: number; words: string | null }> = {
  taken: { status: 204, words: null },
  not_signed: { status: 403, words: 'The signature is not right.' },
  // Signed, and nothing that we can read: another try would bring the same.
  not_events: { status: 400, words: 'The body is no list of events.' },
};

/** SendGrid's signed event webhook. Without its key in the settings there is none. */
async function take(request: Request): Promise<Response> {
  const { SENDGRID_WEBHOOK_KEY: key } = getEnv();
  if (!key) return new Response(null, { status: 404 });
  const end = await takeWebhook(getBaseDeps(), { headers: request.headers, body: await request.text(), key });
  const { status, words } = ANSWERS[end];
  return new Response(words, { status, headers: { 'cache-control': 'no-store' } });
}

export const POST = behindEntrance(take);
