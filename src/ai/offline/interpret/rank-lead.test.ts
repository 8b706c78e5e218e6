import { describe, expect, it } from 'vitest';
import { interpretOffline } from './interpret';

const read = (prompt: string) => interpretOffline(prompt, new Date('2026-11-22T12:00:00Z'));
const place = (op: string, number: string) => ({ op, value: { number } });

describe('a place without digits', () => {
  it.each([
    ["Tell me when Girona aren't top of the league any more", 'neq', '1'],
    ['Sag mir, wenn Leverkusen Tabellenführer ist', 'eq', '1'],
    ["Dis-moi quand Monaco n'est plus leader", 'neq', '1'],
    ['Mail me als PSV niet meer bovenaan staat', 'neq', '1'],
    ['Dis-moi si Brest perd la première place', 'neq', '1'],
    ['Tell me when Hamilton takes the lead in the standings', 'eq', '1'],
    ['Laat weten als Heerenveen hoger dan de zevende plaats staat', 'lt', '7'],
    ['Tell me when Wolves are lower than seventeenth', 'gt', '17'],
  ])('%s', (prompt, op, number) => {
    expect(read(prompt)).toMatchObject({ property: 'position', trigger: place(op, number) });
  });

  it('at the end of a table is asked about, for its size is not known', () => {
    const { factType, clarification } = read('let me know if Norwich drop into the bottom three');
    expect(factType).toBe('number');
    expect(clarification).not.toBeNull();
  });
});

describe('words of a scale or of a size in a name', () => {
  it.each([
    ['Let me know when the Good Place season 5 is out', 'is_true'],
    ['Is Half Price Books open?', 'eq'],
    ['Let me know when High Speed 2 opens', 'is_true'],
  ])('say nothing: %s', (prompt, op) => {
    expect(read(prompt).trigger.op).toBe(op);
  });
});

describe('a day without a year', () => {
  it('lies ahead', () => {
    const prompt = "Tell me when there's a slot earlier than my appointment on 9 June";
    expect(read(prompt).trigger).toMatchObject({ op: 'before', value: { text: '2027-06-09' } });
  });

  it('from which a change counts is no limit', () => {
    expect(read('Tell me if the price of the Epos 2 has risen since yesterday')).toMatchObject({
      item: 'Epos 2',
      trigger: { kind: 'change', op: 'increases' },
    });
  });
});
