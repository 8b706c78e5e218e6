import { describe, expect, it } from 'vitest';
import { type DeliveryEventKind, deliveryOf, suppressionOf } from './delivery';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 30, 9, minute));
const told = (kind: DeliveryEventKind, minute: number) => ({ kind, at: at(minute), reason: null });

describe('what events of an email say together', () => {
  const EVENTS = [told('processed', 1), told('deferred', 2), told('delivered', 3), told('open', 4), told('click', 5)];

  it('is the same in any order, and whichever are told twice', () => {
    const wanted = {
      status: 'delivered',
      sentAt: at(1),
      deliveredAt: at(3),
      openedAt: at(4),
      clickedAt: at(5),
    };
    expect(deliveryOf(EVENTS)).toEqual(wanted);
    expect(deliveryOf([...EVENTS].reverse())).toEqual(wanted);
    expect(deliveryOf([...EVENTS, ...EVENTS])).toEqual(wanted);
  });

  it('is nothing where nothing was told', () => {
    expect(deliveryOf([])).toBeNull();
  });

  it.each<[DeliveryEventKind[], string]>([
    [['deferred'], 'sent'],
    [['open'], 'delivered'],
    [['delivered', 'bounce'], 'bounce'],
    [['blocked', 'delivered'], 'bounce'],
    [['dropped'], 'bounce'],
    [['group_unsubscribe', 'delivered'], 'unsubscribe'],
    [['spam_report', 'unsubscribe', 'open'], 'spam'],
  ])('%j: %s, and never back', (kinds, status) => {
    expect(deliveryOf(kinds.map((kind, minute) => told(kind, minute)))?.status).toBe(status);
  });

  it('knows that what was clicked was opened and delivered', () => {
    expect(deliveryOf([told('click', 7)])).toMatchObject({ deliveredAt: at(7), openedAt: at(7), clickedAt: at(7) });
  });
});

describe('an address that gets no more email', () => {
  const why = (...kinds: DeliveryEventKind[]) => suppressionOf(kinds.map((kind) => told(kind, 0)))?.reason ?? null;

  it('has bounced for good, complained or unsubscribed', () => {
    expect(why('delivered', 'bounce')).toBe('bounce');
    expect(why('spam_report')).toBe('spam');
    expect(why('unsubscribe')).toBe('unsubscribe');
    expect(why('group_unsubscribe')).toBe('unsubscribe');
    expect(suppressionOf([{ kind: 'dropped', reason: 'Bounced Address' }])).toMatchObject({ reason: 'bounce' });
  });

  it('was refused three times for now, with nothing delivered in between', () => {
    expect(why('blocked', 'blocked')).toBeNull();
    expect(why('blocked', 'blocked', 'delivered', 'blocked')).toBeNull();
    expect(why('blocked', 'deferred', 'blocked', 'blocked')).toBe('bounce');
    expect(why('dropped', 'deferred', 'open')).toBeNull();
  });
});
