import { describe, expect, it } from 'vitest';
import type { Outcome } from '@/domain/outcome';
import { itemWords, progressSentence, summarySentence } from './batch-words';

const done = (outcome: Outcome, given: { changed?: boolean; alert?: boolean } = {}) => ({
  ...{ monitorId: 'm', name: 'Kettle', refusal: null },
  evaluation: {
    ...{ id: 'e', phase: 'done' as const, outcome, sentence: 'No alert.', alert: false, changed: false },
    ...given,
  },
});
const loading = {
  ...{ monitorId: 'm', name: 'Kettle', refusal: null },
  evaluation: { id: 'e', phase: 'loading' as const, outcome: null, sentence: null, alert: false, changed: false },
};
const refused = (sentence: string) => ({
  ...{ monitorId: 'm', name: 'Kettle', evaluation: null },
  refusal: { reason: 'refused', sentence },
});

describe('the words of a refresh of many', () => {
  it('say how far it is', () => {
    expect(progressSentence([loading, loading, done('value')])).toBe('Checking 3 monitors: 1 done.');
    expect(progressSentence([loading])).toBe('Checking 1 monitor: 0 done.');
    expect(progressSentence([loading, refused('Paused.')])).toBe('Checking 2 monitors: 0 done, 1 not checked.');
  });

  it('sum up values, changes and alerts', () => {
    expect(summarySentence([done('value'), done('absent')])).toBe('2 checked, none changed, no alert.');
    const items = [done('value', { changed: true, alert: true }), done('value', { changed: true }), done('value')];
    expect(summarySentence(items)).toBe('3 checked, 2 changed, 1 alert.');
  });

  it('name failures by what happened', () => {
    expect(summarySentence([done('unavailable'), done('unavailable')])).toBe('2 failed (page did not answer).');
    expect(summarySentence([done('value'), done('unavailable'), done('blocked')])).toBe(
      '1 checked, none changed, no alert. 2 failed (1 page did not answer, 1 page refused us).',
    );
  });

  it('say once why, where all were refused for the same reason', () => {
    const spent = 'You have used your 50 checks of today.';
    expect(summarySentence([refused(spent), refused(spent)])).toBe(`2 not checked: ${spent}`);
    expect(summarySentence([refused(spent), refused('Paused.')])).toBe('2 not checked.');
    expect(itemWords(refused('Paused.'), 'en')).toBe('Paused.');
    expect(itemWords(loading, 'en')).toBe('Loading the page…');
    expect(itemWords(done('value'), 'en')).toBe('No alert.');
  });
});
