import { describe, expect, it } from 'vitest';
import { createEventSigner, eventBody, sendGridEvent } from '@/test/sendgrid-events';
import { isFromSendGrid, readSendGridEvents } from './sendgrid-events';

const NOW = new Date('2026-11-30T09:00:00Z');
const signer = createEventSigner();
const signed = (body: string) => new Headers(signer.sign(body, NOW));

describe('the signature of a webhook', () => {
  const BODY = '[{"event":"delivered"}]\r\n';
  const isOurs = (headers: Headers, body = BODY, now = NOW) => isFromSendGrid(headers, body, { key: signer.key, now });

  it('holds for the raw body, as long as it may be posted again', () => {
    expect(isOurs(signed(BODY))).toBe(true);
    expect(isOurs(signed(BODY), BODY, new Date(NOW.getTime() + 24 * 60 * 60_000))).toBe(true);
    expect(isOurs(signed(BODY), BODY, new Date(NOW.getTime() - 11 * 60_000))).toBe(false);
  });

  it('does not for another body, another moment, none at all, or what is no signature', () => {
    expect(isOurs(signed(BODY), BODY.trim())).toBe(false);
    expect(isOurs(signed(BODY), BODY, new Date(NOW.getTime() + 26 * 60 * 60_000))).toBe(false);
    const moved = signed(BODY);
    moved.set('x-twilio-email-event-webhook-timestamp', String(NOW.getTime() / 1_000 + 1));
    expect(isOurs(moved)).toBe(false);
    expect(isOurs(new Headers())).toBe(false);
    const broken = signed(BODY);
    broken.set('x-twilio-email-event-webhook-signature', 'AAAA');
    expect(isOurs(broken)).toBe(false);
    broken.set('x-twilio-email-event-webhook-timestamp', '1e9');
    expect(isOurs(broken)).toBe(false);
    expect(isFromSendGrid(signed(BODY), BODY, { key: 'no key', now: NOW })).toBe(false);
  });
});

describe('the events of a webhook', () => {
  const ID = '7f1c2a54-6f3f-4a0e-9d59-0f0b1d6f8a11';
  const EVENT = sendGridEvent('delivered', ID, NOW, { sg_event_id: 'a', response: undefined });
  const read = (...events: unknown[]) => readSendGridEvents(eventBody(events));

  it('are read by our id, with what the server said in one line', () => {
    const bounce = { ...EVENT, event: 'bounce', type: 'blocked', reason: '452 4.2.2\r\n\u202Einbox   full' };
    expect(read(EVENT, bounce)).toEqual([
      { id: 'a', notificationId: ID, kind: 'delivered', reason: null, at: NOW },
      { id: 'a', notificationId: ID, kind: 'blocked', reason: '452 4.2.2 inbox full', at: expect.any(Date) },
    ]);
    expect(read({ ...EVENT, event: 'bounce', type: 'bounce' })).toMatchObject([{ kind: 'bounce' }]);
    expect(read({ ...EVENT, reason: 'x'.repeat(10_000) })[0]?.reason).toHaveLength(500);
  });

  it('leave out what is not ours or of no known form', () => {
    const none = [
      null,
      7,
      [],
      {},
      { ...EVENT, event: 'toString' },
      { ...EVENT, event: 'group_resubscribe' },
      { ...EVENT, notification_id: 'x' },
      { ...EVENT, notification_id: undefined },
      { ...EVENT, sg_event_id: '' },
      { ...EVENT, timestamp: '1796029200' },
      { ...EVENT, timestamp: -1 },
    ];
    expect(read(...none)).toEqual([]);
  });

  it('cannot be read from what is no list', () => {
    for (const body of ['', '{', '{"event":"open"}', '[{"event":"op'])
      expect(() => readSendGridEvents(body)).toThrow(SyntaxError);
  });
});
