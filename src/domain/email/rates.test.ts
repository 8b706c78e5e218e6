import { describe, expect, it } from 'vitest';
import { emailRates } from './rates';

describe('rates of emails', () => {
  it('are shares of what was accepted, and of what was delivered', () => {
    const days = [
      { accepted: 90, delivered: 80, bounce: 3, blocked: 1, open: 20 },
      { accepted: 10, delivered: 10, spam_report: 1 },
    ];
    expect(emailRates(days)).toEqual({
      accepted: 100,
      delivered: 0.9,
      bounced: 0.04,
      complained: 1 / 90,
      opened: 20 / 90,
    });
  });

  it('are unknown where nothing was told', () => {
    expect(emailRates([])).toEqual({ accepted: 0, delivered: null, bounced: null, complained: null, opened: null });
    expect(emailRates([{ accepted: 5 }])).toMatchObject({ accepted: 5, delivered: null, bounced: null });
    expect(emailRates([{ delivered: 5 }])).toMatchObject({ delivered: null, opened: 0 });
    expect(emailRates([{ accepted: 1, delivered: 5 }])).toMatchObject({ delivered: 1 });
  });
});
