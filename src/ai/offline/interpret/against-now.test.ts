import { describe, expect, it } from 'vitest';
import { interpretOffline } from './interpret';

const read = (prompt: string) => interpretOffline(prompt, new Date('2026-11-22T12:00:00Z'));

describe('the present value as the limit', () => {
  it.each([
    ['Let me know when the gym membership fee is lower than it is now', 'decreases'],
    ['Sag mir, wenn die Miete höher als jetzt ist', 'increases'],
    ["Préviens-moi quand le vol est moins cher qu'aujourd'hui", 'decreases'],
    ['Laat me weten als de prijs lager is dan nu', 'decreases'],
  ])('%s', (prompt, op) => {
    expect(read(prompt).trigger).toMatchObject({ kind: 'change', op });
  });
});

describe('numbers in words', () => {
  it.each([
    ['Tell me when the petition passes one hundred thousand signatures', '100000'],
    ['Tell me when the followers are above two hundred and fifty thousand', '250000'],
    ['Sag mir, wenn mehr als fünfundzwanzig Plätze frei sind', '25'],
    ['Laat me weten als er meer dan vijfentwintig plekken zijn', '25'],
  ])('%s', (prompt, number) => {
    expect(read(prompt).trigger).toMatchObject({ op: 'gt', value: { number } });
  });
});

describe('the item', () => {
  it.each([
    ['I want the Fuji X100VI. Let me know when it is in stock at Park Cameras', 'Fuji X100VI'],
    ['Je cherche une Kia EV3, prévenez-moi dès qu’elle passe sous 30 000 €', 'Kia EV3'],
    ['Could u let me knwo when the Roborock S8 MaxV is available', 'Roborock S8 MaxV'],
    ['Preisalarm: Bose QuietComfort Ultra <= 279 €', 'Bose QuietComfort Ultra'],
    ['Sag mir, wenn die Miele WWD 320 guenstiger als 700 Euro ist', 'Miele WWD 320'],
  ])('%s', (prompt, item) => {
    expect(read(prompt).item).toBe(item);
  });
});

describe('hours', () => {
  it('of what closes are hours on every such day, and no date', () => {
    expect(read('Tell me if the Louvre closes earlier than 6pm on Friday')).toMatchObject({ unit: 'time' });
    expect(read('Let me know if the delivery is before 6pm on Friday')).toMatchObject({ unit: 'date' });
  });

  it('are no amounts', () => {
    const prompt = 'Let me know when the restaurant has a table for two on Saturday at 8pm';
    expect(read(prompt).trigger.op).toBe('is_true');
  });
});
