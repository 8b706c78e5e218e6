import type { FailureOutcome } from '@/domain/outcome';
import type { FactValue } from '@/domain/value/value';

/** What a check of the demo account found, so many days ago. */
export interface DemoCheck {
  daysAgo: number;
  /** Of a failure, what happened. */
  found: { value: FactValue; quote: string } | { outcome: FailureOutcome; message: string };
}

export const usd = (number: string): FactValue => ({ type: 'number', number, unit: 'USD' });
export const eur = (number: string): FactValue => ({ type: 'number', number, unit: 'EUR' });
export const text = (words: string, unit: string | null = null): FactValue => ({ type: 'string', text: words, unit });

const DOWN = { outcome: 'unavailable', message: 'The page did not answer within 30 seconds.' } as const;

/** One reading after the other, evenly spread from `from` days ago to `to` days ago. */
function spread<Reading>(
  from: number,
  to: number,
  readings: readonly Reading[],
): { daysAgo: number; reading: Reading }[] {
  const step = readings.length > 1 ? (from - to) / (readings.length - 1) : 0;
  return readings.map((reading, at) => ({ daysAgo: from - step * at, reading }));
}

/** The same, each reading so many times as it says: "3x379" of three checks. */
function times(runs: string): string[] {
  return runs.split(' ').flatMap((run) => {
    const [count = '1', value = ''] = run.split('x');
    return Array.from({ length: Number(count) }, () => value);
  });
}

const dollars = (amount: string) => `$${Number(amount).toFixed(2)}`;

export function priceChecks(): DemoCheck[] {
  const runs = '4x379 3x349 4x339 1xdown 3x329 3x289 2x295 1x305 4x319 1xdown 5x319 3x315 6x312';
  return spread(59.6, 0.3, times(runs)).map(({ daysAgo, reading }) => ({
    daysAgo,
    found: reading === 'down' ? DOWN : { value: usd(reading), quote: dollars(reading) },
  }));
}

export function stockChecks(): DemoCheck[] {
  const words = { yes: 'In stock', no: 'Out of stock' } as const;
  return spread(58, 1.2, times('9xyes 3xno 8xyes 2xno 6xyes')).map(({ daysAgo, reading }) => ({
    daysAgo,
    found: { value: { type: 'boolean', boolean: reading === 'yes' }, quote: words[reading === 'yes' ? 'yes' : 'no'] },
  }));
}

export function listChecks(): DemoCheck[] {
  const [maker, keeper, books] = ['Instrument maker', 'Night-shift keeper', 'Bookkeeper, part time'] as const;
  const lists: string[][] = [
    ...Array.from({ length: 5 }, () => ['Lens grinder', books]),
    ...Array.from({ length: 4 }, () => ['Lens grinder', keeper, books]),
    ...Array.from({ length: 4 }, () => [keeper, books]),
    ...Array.from({ length: 5 }, () => [maker, keeper, books]),
  ];
  return spread(57, 0.6, lists).map(({ daysAgo, reading }) => ({
    daysAgo,
    found: { value: { type: 'object', items: reading }, quote: reading.join('\n') },
  }));
}

const DAYS: Record<string, string> = {
  '2027-02-01': '1 February 2027',
  '2027-02-19': '19 February 2027',
  '2027-03-12': '12 March 2027',
};

export function dateChecks(): DemoCheck[] {
  return spread(55, 2.1, times('6x2027-02-01 5x2027-02-19 4x2027-03-12')).map(({ daysAgo, reading }) => ({
    daysAgo,
    found: { value: text(reading, 'date'), quote: DAYS[reading] ?? reading },
  }));
}

const NOTICES = [
  'From Monday the crossing at 17:30 takes no cars. Foot passengers and bicycles travel as usual.',
  'The crossing at 17:30 takes no cars. Foot passengers and bicycles travel as usual.',
  'The crossing at 17:30 takes no cars until Sunday. Foot passengers and bicycles travel as usual.',
];

export function textChecks(): DemoCheck[] {
  return spread(50, 1.6, times('4x0 5x1 4x2')).map(({ daysAgo, reading }) => {
    const notice = NOTICES[Number(reading)] ?? '';
    return { daysAgo, found: { value: text(notice), quote: notice } };
  });
}

export function statusChecks(): DemoCheck[] {
  const words: Record<string, string> = { on: 'On time', late: 'Delayed', off: 'Cancelled' };
  return spread(60, 0.2, times('7xon 2xlate 6xon 1xoff 1xlate 8xon 3xlate')).map(({ daysAgo, reading }) => {
    const status = words[reading] ?? '';
    return { daysAgo, found: { value: text(status), quote: status } };
  });
}

/** The page was there for weeks, and is gone: that is no value, and no alert. */
export function failingChecks(): DemoCheck[] {
  const gone = { outcome: 'not_found', message: 'The page does not exist: the site answered 404.' } as const;
  return spread(52, 0.9, times('8x289 4x279 4xgone')).map(({ daysAgo, reading }) => ({
    daysAgo,
    found: reading === 'gone' ? gone : { value: eur(reading), quote: `€${Number(reading).toFixed(2)}` },
  }));
}

export function pausedChecks(): DemoCheck[] {
  const degrees = times('2x-1 3x-3 2x-6 2x-9 2x-11 2x-8 3x-5 2x-4');
  return spread(56, 18, degrees).map(({ daysAgo, reading }) => ({
    daysAgo,
    found: { value: { type: 'number', number: reading, unit: '°C' }, quote: `${reading.replace('-', '−')} °C` },
  }));
}

export function firedChecks(): DemoCheck[] {
  return spread(59, 1.4, times('6x4.1.0 8x4.2.0 3x4.3.0')).map(({ daysAgo, reading }) => ({
    daysAgo,
    found: { value: text(reading, 'version'), quote: reading },
  }));
}
