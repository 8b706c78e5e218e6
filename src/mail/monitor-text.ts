import type { Difference } from '@/domain/email/news-difference';
import type { GatheredWords } from './gathered-words';
import type { MonitorWords } from './monitor-words';
import { privacyUrl } from './privacy-url';

/** The plain text of an email about one monitor, written for those who read no HTML. */
export function monitorText(words: MonitorWords): string {
  const { name, links } = words;
  return [
    words.subject,
    '',
    ...newsLines(words),
    '',
    `Open the monitor: ${links.monitor}`,
    `Check again: ${links.monitor}`,
    '',
    '-- ',
    `You get this email because you made the monitor “${name}”.`,
    `Stop emails about this monitor: ${links.unsubscribeMonitor}`,
    `Stop emails about all monitors: ${links.unsubscribeAll}`,
    `Privacy: ${privacyUrl(links.monitor)}`,
    '',
  ].join('\n');
}

/** The plain text of an email about several alerts. */
export function gatheredText({ headline, because, entries, more, links }: GatheredWords): string {
  return [
    `${headline}. ${because}`,
    ...entries.flatMap(({ words, isLine }, at) => [
      '',
      `${at + 1}. ${words.subject}`,
      ...(isLine ? [] : newsLines(words)),
      `Open the monitor: ${words.links.monitor}`,
      `Stop emails about it: ${words.links.unsubscribeMonitor}`,
    ]),
    '',
    ...(more > 0 ? [`And ${more} more in your inbox.`] : []),
    `Open the inbox: ${links.inbox}`,
    '',
    '-- ',
    'You get this email because you made these monitors.',
    `Stop emails about all monitors: ${links.unsubscribeAll}`,
    `Privacy: ${privacyUrl(links.inbox)}`,
    '',
  ].join('\n');
}

function newsLines({ name, before, now, size, difference, rows, quote, source, time }: MonitorWords): string[] {
  const value = `${before === null ? now : `${before} → ${now}`}${size === null ? '' : `, ${size}`}`;
  return [
    `Monitor: ${name}`,
    `Now: ${value}`,
    ...(difference === null ? [] : differenceLines(difference)),
    ...rows.map((row) => `${row.label}: ${row.value}`),
    ...(quote === null ? [] : [`On the page: “${quote}”`]),
    `Source: ${source.url}`,
    `Read: ${time}`,
  ];
}

const SIGNS = { same: ' ', added: '+', removed: '-' } as const;

function differenceLines(difference: Difference): string[] {
  if (difference.kind === 'text')
    return ['', ...difference.parts.map(({ kind, text }) => `${SIGNS[kind]} ${text.trim()}`), ''];
  const { added, moreAdded, removed, moreRemoved } = difference;
  return [...entryLines('New', '+', added, moreAdded), ...entryLines('Gone', '-', removed, moreRemoved)];
}

function entryLines(label: string, sign: string, entries: readonly string[], more: number): string[] {
  if (entries.length === 0) return [];
  return [`${label}:`, ...entries.map((entry) => `${sign} ${entry}`), ...(more > 0 ? [`  and ${more} more`] : [])];
}
