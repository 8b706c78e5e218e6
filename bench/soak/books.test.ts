import { describe, expect, it } from 'vitest';
import { auditBooks, type Books } from './books';
import { createLedger, type Ledger } from './ledger';

const AT = '2026-11-29T09:00:00.000Z';

/** Three evaluations that agree with all: one told by its id that alerted, one by REST, one whose site failed. */
function settled(): { books: Books; ledger: Ledger; accepted: Map<string, number> } {
  const row = { userId: 'ada', monitorId: 'kettle', phase: 'done', finishedAt: new Date(AT) };
  const ledger = createLedger();
  ledger.evaluations.set('one', { outcome: 'value', alert: true });
  ledger.evaluations.set('three', { outcome: 'unavailable', alert: false });
  ledger.restEnds.push({ monitorId: 'lamp', at: AT, outcome: 'absent', alert: false });
  const books: Books = {
    evaluations: [
      { ...row, id: 'one', outcome: 'value', alert: true, chargeReturned: false },
      { ...row, id: 'two', monitorId: 'lamp', outcome: 'absent', alert: false, chargeReturned: false },
      { ...row, id: 'three', outcome: 'unavailable', alert: false, chargeReturned: true },
    ],
    charges: new Map([['ada', 2]]),
    facts: ['one', 'two'],
    notifications: [{ id: 'mail', kind: 'alert', evaluationId: 'one', state: 'sent', gather: null, gatheredIn: null }],
  };
  return { books, ledger, accepted: new Map([['mail', 1]]) };
}

type Settled = ReturnType<typeof settled>;

/** What the audit says after `change`. */
function audit(change: (state: Settled) => void): string[] {
  const state = settled();
  change(state);
  return auditBooks(state.books, state.ledger, state.accepted);
}

const rowOf = ({ books }: Settled, id: string) => books.evaluations.find((row) => row.id === id)!;

describe('the books', () => {
  it('agree', () => {
    expect(audit(() => undefined)).toEqual([]);
  });

  it.each<[string, (state: Settled) => void]>([
    ['never ended', (state) => Object.assign(rowOf(state, 'three'), { phase: 'queued' })],
    ['accepted and is not there', ({ ledger }) => ledger.evaluations.set('four', null)],
    ['never told', ({ ledger }) => ledger.evaluations.set('one', null)],
    ['absent was told', (state) => state.ledger.evaluations.set('one', { outcome: 'absent', alert: true })],
    ['has no evaluation', ({ ledger }) => Object.assign(ledger.restEnds[0]!, { at: '2026-11-29T09:00:01.000Z' })],
    ['more often than was asked', ({ ledger }) => ledger.evaluations.delete('three')],
    ['its charge does not say so', (state) => Object.assign(rowOf(state, 'three'), { chargeReturned: false })],
    ['charged 3 times for 2', ({ books }) => books.charges.set('ada', 3)],
    ['charged 1 times for 0', ({ books }) => books.charges.set('bob', 1)],
    ['has 0 facts, not 1', ({ books }) => books.facts.pop()],
    ['has 2 facts, not 1', ({ books }) => books.facts.push('one')],
    ['three has 1 facts, not 0', ({ books }) => books.facts.push('three')],
    ['has 0 alerts, not 1', ({ books }) => Object.assign(books.notifications[0]!, { kind: 'error' })],
    ['accepted 2 times', ({ accepted }) => accepted.set('mail', 2)],
    ['accepted 0 times', ({ accepted }) => accepted.clear()],
    ['mail other was accepted 1 times', ({ accepted }) => accepted.set('other', 1)],
    ['is pending, not sent', ({ books }) => Object.assign(books.notifications[0]!, { state: 'pending' })],
  ])('say what does not: %s', (words, change) => {
    expect(audit(change)).toContainEqual(expect.stringContaining(words));
  });

  it('hold, without a charge, the value with which a monitor was saved', () => {
    const save = (change: (state: Settled) => void) =>
      audit((state) => {
        state.ledger.saved.add('stove');
        const row = { ...rowOf(state, 'two'), id: 'four', monitorId: 'stove', outcome: 'value' as const };
        state.books.evaluations.push({ ...row, chargeReturned: true });
        state.books.facts.push('four');
        change(state);
      });
    expect(save(() => undefined)).toEqual([]);
    expect(save((state) => Object.assign(rowOf(state, 'four'), { chargeReturned: false }))).toContainEqual(
      expect.stringContaining('its charge does not say so'),
    );
    expect(save(({ ledger }) => ledger.saved.add('oven'))).toContainEqual(expect.stringContaining('is not there'));
  });

  it('may hold what was asked for in a request whose answer was lost, once', () => {
    const lost = (times: number) =>
      audit(({ ledger }) => {
        ledger.evaluations.clear();
        ledger.unsure.set('kettle', times);
      });
    expect(lost(2)).toEqual([]);
    expect(lost(1)).toHaveLength(1);
  });
});
