import type { News } from '@/domain/email/news';

/** What an alert about a price that fell tells; `other` differs. */
export function aNews(other: Partial<News> = {}): News {
  return {
    kind: 'alert',
    monitorId: '0b1d6f8a-9d59-4a0e-8f3f-7f1c2a546f3f',
    evaluationId: '7f1c2a54-6f3f-4a0e-9d59-0f0b1d6f8a11',
    monitorName: 'Aurora One below $300',
    about: 'Aurora One',
    property: 'price',
    previous: { type: 'number', number: '312', unit: 'USD' },
    current: { type: 'number', number: '279', unit: 'USD' },
    quote: '$279.00',
    previousQuote: '$312.00',
    sentence: 'Alert: $279.00 is below $300.00.',
    source: 'https://shop.example.org/aurora-one',
    at: new Date('2026-11-22T12:00:00Z'),
    hasPicture: true,
    outcome: null,
    ...other,
  };
}
