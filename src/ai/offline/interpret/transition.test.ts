import { describe, expect, it } from 'vitest';
import { interpretOffline } from './interpret';

const trigger = (prompt: string) => interpretOffline(prompt, new Date('2026-11-22T12:00:00Z')).trigger;
const state = (op: string, text: string) => expect.objectContaining({ op, value: expect.objectContaining({ text }) });

describe('a state that another follows', () => {
  it.each([
    ['Tell me if the registration status changes from "Closed"', 'neq', 'Closed'],
    ['Tell me when MATH 221 goes from Waitlist to Open', 'eq', 'Open'],
    ['Sag mir, wenn der Status von „Offen“ auf „Erledigt“ wechselt', 'eq', 'Erledigt'],
    ['Préviens-moi quand la commande passe de « En préparation » à « Expédiée »', 'eq', 'Expédiée'],
    ['Laat me weten als het van gesloten naar open gaat', 'eq', 'open'],
  ])('%s', (prompt, op, text) => {
    expect(trigger(prompt)).toEqual(state(op, text));
  });

  it('is no journey', () => {
    expect(trigger('Mail me als de vertrektijd van de boot van Urk naar Texel verandert').op).toBe('any');
  });
});

describe('a comparison that closes behind what is compared', () => {
  it.each([
    ['Is there an earlier test date than 1 March?', 'before', '2027-03-01'],
    ['Gibt es einen früheren Termin als den 3. März?', 'before', '2027-03-03'],
    ['Is er een eerdere afspraak dan 4 februari?', 'before', '2027-02-04'],
  ])('%s', (prompt, op, text) => {
    expect(trigger(prompt)).toEqual(state(op, text));
  });

  it('compares prices too', () => {
    expect(
      interpretOffline('tell me about a cheaper flight to Rome than 89 euros', new Date('2026-11-22')),
    ).toMatchObject({ item: 'flight to Rome', trigger: { op: 'lt', value: { number: '89', unit: 'EUR' } } });
  });
});
