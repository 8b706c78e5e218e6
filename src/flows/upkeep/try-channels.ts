import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { findEmailEnds } from '@/db/email/notification-claims';
import { insertNotification } from '@/db/email/notifications';
import { listAdmins } from '@/db/people';
import { AlertChannel } from '@/domain/alerts/rule';
import { renderAdminAlert } from '@/mail/admin-alert-mail';
import type { ChannelMessage, OutsideChannel } from '@/ops/channels/channel';
import { ALERTS_PAGE } from '@/ops/channels/open-channels';
import { recordActOf } from '../account/record-act';
import type { Deps } from '../deps';
import { sendSoon } from './send-notifications';

type TryDeps = Parameters<typeof sendSoon>[0] & Pick<Deps, 'operators' | 'origin'>;

/** How a test by one channel ended; `waits`: an email that had not left after ten seconds. */
export interface ChannelTrial {
  channel: AlertChannel;
  outcome: 'sent' | 'failed' | 'waits' | 'not_set_up';
  detail: string;
}

const WAITED_MS = 10_000;
const LOOK_EVERY_MS = 200;
const WHY = 'This is a test: an admin pressed the button. Nothing is wrong, and there is nothing to do.';

/** Sends a test by every channel that is set up, and says how each ended. It is told in the audit. */
export async function tryChannels(deps: TryDeps, actorId: string): Promise<ChannelTrial[]> {
  const trials = await Promise.all(AlertChannel.options.map((channel) => tryOne(deps, channel)));
  const details = Object.fromEntries(trials.map(({ channel, outcome }) => [channel, outcome]));
  const record = { type: 'alert_rule', id: 'test' } as const;
  await deps.db
    .transaction()
    .execute((trx) =>
      recordActOf(deps, trx, actorId, { action: 'alert.try_channels', personId: null, record, details }),
    );
  return trials;
}

async function tryOne(deps: TryDeps, channel: AlertChannel): Promise<ChannelTrial> {
  if (channel === 'email') return { channel, ...(await tryEmail(deps)) };
  const way = deps.operators?.[channel];
  if (!way) return { channel, outcome: 'not_set_up', detail: SET_UP[channel] };
  return { channel, ...(await tryOutside(way, { key: `test-${randomUUID()}`, at: deps.now() })) };
}

const SET_UP = { slack: 'Put SLACK_WEBHOOK_URL.', pagerduty: 'Put PAGERDUTY_ROUTING_KEY.' } as const;

/** Its end is told at once, so that nothing stays open there over a test. */
async function tryOutside(way: OutsideChannel, { key, at }: { key: string; at: Date }) {
  const message: ChannelMessage = {
    kind: 'began',
    key,
    title: 'A test of the alerts',
    why: WHY,
    severity: 'warning',
    at,
  };
  for (const kind of ['began', 'ended'] as const) {
    const end = await way.send({ ...message, kind });
    if (!end.sent) return { outcome: 'failed' as const, detail: `${end.error}.` };
  }
  return { outcome: 'sent' as const, detail: 'Its begin and its end were accepted.' };
}

async function tryEmail(deps: TryDeps): Promise<Omit<ChannelTrial, 'channel'>> {
  const now = deps.now();
  const url = deps.settings.appUrl + ALERTS_PAGE;
  const told = { title: 'A test of the alerts', why: WHY, severity: 'warning' } as const;
  const mail = await renderAdminAlert({ kind: 'began', ...told, beganAt: now, endedAt: null, url });
  const ids: string[] = [];
  for (const { id: userId, email: recipient } of await listAdmins(deps.db)) {
    const id = randomUUID();
    await insertNotification(deps.db, {
      ...{ id, userId, recipient, monitorId: null, evaluationId: null, kind: 'account' },
      ...{ subject: mail.subject, htmlContent: mail.html, plainTextContent: mail.text },
      ...{ triggerValue: null, previousValue: null, changeDetected: false, createdAt: now },
    });
    ids.push(id);
  }
  await sendSoon(deps);
  return waitForEmails(deps, ids);
}

async function waitForEmails({ db, mail }: TryDeps, ids: readonly string[]): Promise<Omit<ChannelTrial, 'channel'>> {
  const until = performance.now() + WAITED_MS;
  for (;;) {
    const ends = await findEmailEnds(db, ids);
    const sent = ends.filter(({ state }) => state === 'sent').length;
    const bad = ends.find(({ state }) => state === 'failed' || state === 'suppressed');
    const where = mail.name === 'outbox' ? 'It is in the outbox' : 'It was accepted';
    if (sent === ids.length) return { outcome: 'sent', detail: `${where} for ${adminWords(sent)}.` };
    if (bad) return { outcome: 'failed', detail: `${bad.lastError ?? 'The address of an admin gets no email'}.` };
    const waiting = ends.find(({ lastError }) => lastError !== null);
    if (performance.now() > until || waiting)
      return {
        outcome: 'waits',
        detail: `${waiting?.lastError ?? 'It had not left after ten seconds'}. It is tried again.`,
      };
    await sleep(LOOK_EVERY_MS);
  }
}

const adminWords = (count: number) => (count === 1 ? 'one admin' : `${count} admins`);
