import { describe, expect, it } from 'vitest';
import { interpretOffline } from './interpret';

const read = (prompt: string) => interpretOffline(prompt, new Date('2026-11-22T12:00:00Z'));

describe('what opens and closes', () => {
  it.each([
    ['Tell me when the consultation on the quay opens', 'is_true'],
    ['Sag mir, wenn die Grenze wieder öffnet', 'is_true'],
    ['Préviens-moi quand la billetterie ouvre', 'is_true'],
    ['Laat me weten als de sluis opengaat', 'is_true'],
    ['Let me know when the tunnel closes', 'is_false'],
  ])('can or can not be used: %s', (prompt, op) => {
    expect(read(prompt)).toMatchObject({ factType: 'boolean', trigger: { op }, clarification: null });
  });

  it.each([
    'Let me know when the library closes early',
    'Sag mir, wenn der Zoo früher schließt als sonst',
    'Dis-moi si la piscine ferme plus tôt',
    'Laat me weten als de winkel eerder sluit',
  ])('has another closing time: %s', (prompt) => {
    expect(read(prompt)).toMatchObject({ unit: 'time', property: 'closing time', trigger: { op: 'any' } });
  });

  it('has opening hours, which are no date', () => {
    expect(read('Tell me if the opening hours of the pool change')).toMatchObject({ factType: 'string', unit: null });
  });
});

describe('what takes place on a day', () => {
  it.each([
    'Tell me if the Hobbs trial is pushed back',
    'Sag mir, wenn die Verhandlung verlegt wird',
    'Dis-moi si le match est avancé',
    'Laat me weten als de wedstrijd verplaatst wordt',
  ])('has moved to another: %s', (prompt) => {
    expect(read(prompt)).toMatchObject({ unit: 'date', trigger: { kind: 'change', op: 'any' } });
  });

  it('may as well move to another place', () => {
    expect(read('Tell me if the concert is moved to another venue')).toMatchObject({ unit: null });
  });
});
