import type { RouterOutputs } from '@/trpc/root';

export type SpendView = RouterOutputs['admin']['spend']['between'];

const MOST_DAYS = 366;
const DAY_MS = 86_400_000;

/** Two days in their order, at most a year. */
export function isPeriod({ from, to }: { from: string; to: string }): boolean {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS;
  return days >= 0 && days < MOST_DAYS;
}

/** "$12.40", and of less than a cent as much as is needed to tell it from nothing: "$0.00016". */
export function usdWords(usd: string): string {
  const value = Number(usd);
  const digits = value !== 0 && Math.abs(value) < 0.01 ? { maximumSignificantDigits: 2 } : {};
  return new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', ...digits }).format(value);
}

export function callWords(calls: number): string {
  return `${calls.toLocaleString('en')} ${calls === 1 ? 'call' : 'calls'}`;
}

/** "62 %" of a share; less than one percent is said to be so. */
export function shareWords(share: number): string {
  if (share > 0 && share < 0.01) return 'under 1 %';
  return `${Math.floor(share * 100)} %`;
}

/** "This month, 62 % of $20.00" */
export function budgetWords({ budgetUsd, share }: { budgetUsd: string; share: number }): string {
  if (Number(budgetUsd) === 0) return 'This month; the budget is $0: no paid model is asked';
  return `This month, ${shareWords(share)} of ${usdWords(budgetUsd)}`;
}

/** How many questions needed no call, for they had been answered before. */
export function knownWords({ known, asked }: { known: number; asked: number }): { figure: string; label: string } {
  const all = known + asked;
  if (all === 0) return { figure: '–', label: 'Answered from memory: nothing was asked' };
  return {
    figure: shareWords(known / all),
    label: `Answered from memory, ${known.toLocaleString('en')} of ${all.toLocaleString('en')}`,
  };
}

/** Which models are counted at the dearest rates because nobody has named their price; null where none is. */
export function unknownPriceWords(models: readonly { model: string | null; priceKnown: boolean }[]): string | null {
  const names = models.flatMap(({ model, priceKnown }) => (priceKnown || model === null ? [] : [model]));
  if (names.length === 0) return null;
  return (
    `The price of ${names.join(', ')} is not known, so its calls are counted at the dearest rates we know. ` +
    'Name it in AI_PRICES.'
  );
}

const PURPOSES = { interpret: 'Understanding sentences', propose_sources: 'Looking for pages' } as const;

export function purposeWords(purpose: 'interpret' | 'read' | 'propose_sources', inCheck: boolean): string {
  if (purpose === 'read') return inCheck ? 'Reading pages, in checks' : 'Reading pages, in previews';
  return PURPOSES[purpose];
}
