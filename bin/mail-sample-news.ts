import type { News } from '@/domain/email/news';
import { FAILURES } from '@/domain/outcome';
import { ABSENCE } from '@/domain/value/readable-value';
import type { FactValue } from '@/domain/value/value';
import type { MonitorLinks } from '@/mail/notification-mail';

export const DEFAULT_LINKS: MonitorLinks = {
  monitor: 'https://monitors.example.org/monitors/0b1d6f8a-9d59-4a0e-8f3f-7f1c2a546f3f',
  unsubscribeMonitor: 'https://monitors.example.org/unsubscribe?token=m-4f1c2a546f3f4a0e9d590f0b1d6f8a11',
  unsubscribeAll: 'https://monitors.example.org/unsubscribe?token=a-4f1c2a546f3f4a0e9d590f0b1d6f8a11',
};

/** An alert about a price that fell; `other` differs. */
export function sampleNews(other: Partial<News> = {}): News {
  return {
    kind: 'alert',
    monitorId: '0b1d6f8a-9d59-4a0e-8f3f-7f1c2a546f3f',
    evaluationId: '7f1c2a54-6f3f-4a0e-9d59-0f0b1d6f8a11',
    monitorName: 'Aurora One below $300',
    about: 'Aurora One',
    property: 'price',
    previous: number('312', 'USD'),
    current: number('279', 'USD'),
    quote: '$279.00',
    previousQuote: '$312.00',
    sentence: 'Alert: $279.00 is below $300.00.',
    source: 'https://shop.example.org/headphones/aurora-one?color=black',
    at: new Date('2026-11-22T12:04:00Z'),
    hasPicture: true,
    outcome: null,
    ...other,
  };
}

function number(digits: string, unit: string | null): FactValue {
  return { type: 'number', number: digits, unit };
}
const text = (words: string, unit: string | null = null): FactValue => ({ type: 'string', text: words, unit });
const yes = (boolean: boolean): FactValue => ({ type: 'boolean', boolean });
const list = (...items: string[]): FactValue => ({ type: 'object', items });
const entries = (count: number, from = 1) => Array.from({ length: count }, (_, at) => `Berth ${from + at}, east pier`);

const NOTICE = (day: string, hour: string, more: string) =>
  'The harbour office tells all owners of boats that the winter moorings will be given out in the hall of the ' +
  `sailing club on ${day} at ${hour}. Bring your papers and the receipt of last year. ${more}Who cannot come may ` +
  'send somebody with a letter. Boats without a mooring by the end of the month have to leave the basin.';

const TICKETS = {
  monitorName: 'Friday tickets',
  about: 'Friday tickets',
  property: 'availability',
  previous: yes(false),
  current: yes(true),
  sentence: 'Alert: it is available.',
  source: 'https://tickets.example.org/friday',
};
const JOBS = {
  monitorName: 'Jobs at the harbour',
  about: 'Jobs at the harbour',
  property: 'entries',
  previousQuote: null,
  source: 'https://harbour.example.org/jobs',
};

/** Every kind of value, by the name of its sample. */
export const NEWS_SAMPLES: Record<string, Partial<News>> = {
  currency: {},
  'number-with-unit': {
    ...{ monitorName: 'Frost in Tromsø', about: 'Tromsø', property: 'temperature' },
    ...{ previous: number('2', '°C'), current: number('-3.5', '°C'), quote: '−3.5 °C', previousQuote: '2 °C' },
    ...{ sentence: 'Alert: -3.5 °C is below 0 °C.', source: 'https://weather.example.org/tromso' },
  },
  percent: {
    ...{ monitorName: 'Savings rate', about: 'Savings account', property: 'rate', quote: '3.25% a year' },
    ...{ previous: number('3', '%'), current: number('3.25', '%'), sentence: 'Alert: it rose from 3% to 3.25%.' },
  },
  'number-first': { previous: null, previousQuote: null },
  'number-without-picture': { hasPicture: false },
  'boolean-in-words-of-the-page': { ...TICKETS, quote: 'available', previousQuote: 'Sold out' },
  'boolean-in-our-words': { ...TICKETS, quote: 'In stock: yes', previousQuote: 'In stock: no' },
  'boolean-changed': {
    ...{ ...TICKETS, property: 'registration', quote: 'yes', previousQuote: 'no' },
    sentence: 'Alert: it changed from no to yes.',
  },
  'text-short': {
    ...{ monitorName: 'Flight HX 204', about: 'HX 204', property: 'status', quote: 'Departed' },
    ...{ previous: text('Boarding'), current: text('Departed'), previousQuote: 'Boarding' },
    ...{ sentence: 'Alert: it changed from “Boarding” to “Departed”.', source: 'https://air.example.org/hx204' },
  },
  'text-long': {
    ...{ monitorName: 'Notice of the harbour office', about: 'Harbour office', property: 'notice' },
    previous: text(NOTICE('Tuesday 2 December', 'noon', '')),
    current: text(NOTICE('Wednesday 3 December', 'six in the evening', 'There will be soup. ')),
    quote: NOTICE('Wednesday 3 December', 'six in the evening', 'There will be soup. '),
    sentence: 'Alert: it changed from “The harbour office tells all own…” to “The harbour office tells all own…”.',
    source: 'https://harbour.example.org/notices/winter',
  },
  date: {
    ...{ monitorName: 'Launch of Selene 4', about: 'Selene 4', property: 'date', quote: '14 December 2026' },
    ...{ previous: text('2026-12-12', 'date'), current: text('2026-12-14', 'date'), previousQuote: '12 Dec' },
    ...{ sentence: 'Alert: it changed from 12 December 2026 to 14 December 2026.' },
  },
  version: {
    ...{ monitorName: 'New Pebble release', about: 'Pebble', property: 'version', quote: 'Pebble 2.0.0' },
    ...{ previous: text('1.9.3', 'version'), current: text('2.0.0', 'version'), previousQuote: 'Pebble 1.9.3' },
    sentence: 'Alert: it changed from version 1.9.3 to version 2.0.0.',
  },
  'list-added': {
    ...{ ...JOBS, previous: list('Ropes', 'Sail maker'), current: list('Ropes', 'Harbour diver', 'Sail maker') },
    ...{ quote: 'Harbour diver', sentence: 'Alert: new: Harbour diver.' },
  },
  'list-removed': {
    ...{ ...JOBS, previous: list('Ropes', 'Sail maker'), current: list('Ropes') },
    ...{ quote: 'Ropes', sentence: 'Alert: gone: Sail maker.' },
  },
  'list-both': {
    ...{ ...JOBS, previous: list(...entries(40)), current: list(...entries(40, 15)) },
    ...{ quote: 'Berth 54, east pier', sentence: 'Alert: new: Berth 41, east pier, Berth 42, east pier, and 12 more.' },
  },
  'no-longer-there': {
    ...{ current: null, quote: 'This item is no longer sold.', property: 'price' },
    sentence: 'Alert: $312.00 is no longer there.',
  },
  appeared: { previous: ABSENCE, previousQuote: null, sentence: 'Alert: $279.00 appeared, where there was none.' },
  ...Object.fromEntries(FAILURES.map((outcome) => [`error-${outcome}`, errorOf(outcome)])),
  recovered: { kind: 'recovered', sentence: 'No alert: $279.00 is not below $250.00.' },
};

function errorOf(outcome: (typeof FAILURES)[number]): Partial<News> {
  const sentence = 'No alert: the site refused to show the page; the last value stays $312.00.';
  return { kind: 'error', outcome, sentence, current: null, quote: '', hasPicture: false };
}

/** What pages and names may hold to break an email. */
export function hostileNews(): Record<string, News> {
  const markup = '"><img src=x onerror=alert(1)><a href="https://evil.example">Sign in</a></td></table>';
  const turned = '\u202Egro.live\u202C \u2066\u200Fmoc.knab\u2069';
  const spread = (words: string): Partial<News> => ({
    monitorName: words,
    about: words,
    quote: words,
    sentence: words,
  });
  return {
    markup: sampleNews({ ...spread(markup), current: text(markup), previous: text('fine'), property: markup }),
    headers: sampleNews(spread('Kettle\r\nBcc: everyone@example.org\r\n\r\n<b>body</b>\u2028\u0000')),
    bidi: sampleNews({ ...spread(turned), current: text(turned), source: `https://bank.example/${turned}` }),
    hebrew: sampleNews({ ...spread('המחיר של Aurora One ירד'), quote: 'עכשיו ב־279 ש״ח' }),
    endless: sampleNews({
      ...spread('W'.repeat(10_000)),
      ...{ previous: text('V'.repeat(2_000)), current: text('W'.repeat(2_000)) },
      source: `https://long.example.org/${'path/'.repeat(380)}`,
    }),
    chinese: sampleNews({
      ...spread('極光一號耳機今日特價'.repeat(100)),
      ...{
        previous: text('原價三百一十二元，限時。'.repeat(160)),
        current: text('特價二百七十九元，全部。'.repeat(160)),
      },
    }),
    'list-of-500': sampleNews({
      ...spread('<li>'.repeat(100)),
      previous: list(...Array.from({ length: 500 }, (_, at) => `${at} ${'&"<'.repeat(160)}`)),
      current: list(...Array.from({ length: 500 }, (_, at) => `new ${at} ${'&"<'.repeat(160)}`)),
    }),
    address: sampleNews({ source: 'https://bank.example.org@evil.example/login' }),
    script: sampleNews({ source: 'javascript:alert(1)' }),
    zalgo: sampleNews(spread(`A${'\u0301'.repeat(200)}urora \u{1F468}\u200D\u{1F469}\u200D\u{1F467}`)),
  };
}
