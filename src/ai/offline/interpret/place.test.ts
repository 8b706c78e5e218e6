import { describe, expect, it } from 'vitest';
import { interpretOffline } from './interpret';

const NOW = new Date('2026-11-22T12:00:00Z');

describe('a place first, then what should be there', () => {
  it.each([
    ['Dimmi quando nel menu del giorno ci sono i cannelloni', 'cannelloni'],
    ['Avísame cuando en el menú del día haya paella', 'paella'],
    ['Avisa-me quando no cardápio houver feijoada', 'feijoada'],
  ])('asks whether the page says it, not whether the place is there: %s', (prompt, text) => {
    expect(interpretOffline(prompt, NOW).trigger).toMatchObject({ op: 'contains', value: { text } });
  });

  it('leaves what can be had to availability', () => {
    expect(interpretOffline('Avísame cuando en el curso de yoga haya plazas', NOW).trigger.op).toBe('is_true');
  });
});
