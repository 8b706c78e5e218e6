import type { FailureOutcome } from '@/domain/outcome';
import { outcomeWords } from '@/domain/trigger/outcome-words';
import { formatValue } from '@/domain/value/fact-value';
import type { FactValue } from '@/domain/value/value';
import type { MailRow, MonitorMail } from './notification-body';

export interface MailContent {
  subject: string;
  html: string;
  text: string;
}

export interface AlertMail extends MonitorMail {
  previous: FactValue | null;
  current: FactValue | null;
  quote: string;
}

/** An alert: monitor, old → new, the sentence, the quote, the source and the person's local time. */
export function renderAlertMail(mail: AlertMail): Promise<MailContent> {
  const now = mail.current === null ? 'no longer there' : formatValue(mail.current);
  const before = mail.previous === null ? null : formatValue(mail.previous);
  const change = before === null || before === now ? now : `${before} → ${now}`;
  return renderMail(mail, `${mail.monitorName}: ${change}`, change, [
    { label: 'Why', value: mail.sentence },
    { label: 'On the page', value: `“${mail.quote}”` },
  ]);
}

/** The first mail of an error episode: three evaluations in a row failed. `outcome` is how the last one did. */
export function renderErrorMail(mail: MonitorMail & { outcome: FailureOutcome }): Promise<MailContent> {
  const note =
    'You will get one more mail when it works again, and none in between. Your monitor keeps its last value.';
  return renderMail(mail, `${mail.monitorName}: cannot be read at the moment`, 'The last three checks failed', [
    { label: 'What happened', value: mail.sentence },
    { label: 'What may help', value: outcomeWords(mail.outcome).advice },
    { label: 'What now', value: note },
  ]);
}

/** The mail that ends an error episode. */
export function renderRecoveredMail(mail: MonitorMail & { current: FactValue | null }): Promise<MailContent> {
  const value = mail.current === null ? 'not there at present' : formatValue(mail.current);
  return renderMail(mail, `${mail.monitorName}: works again (${value})`, value, [
    { label: 'What happened', value: 'The page can be read again.' },
    { label: 'Decision', value: mail.sentence },
  ]);
}

async function renderMail(mail: MonitorMail, subject: string, headline: string, rows: MailRow[]): Promise<MailContent> {
  const all = [...rows, { label: 'Source', value: mail.source }, { label: 'Read', value: localTime(mail) }];
  const title = oneLine(subject);
  // react-email takes half a second to load: not at the start of the app, but with the first mail.
  const { renderBody } = await import('./notification-body');
  const html = await renderBody({ mail, subject: title, headline, rows: all });
  const text = [
    title,
    '',
    headline,
    '',
    ...all.map((row) => `${row.label}: ${row.value}`),
    '',
    `Open the monitor: ${mail.monitorUrl}`,
    '',
    'You get this mail because you made this monitor. Pause or delete it on its page.',
  ].join('\n');
  return { subject: title, html, text };
}

/** Page text reaches the subject: no line breaks, and short enough for every mail client. */
function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 150 ? `${line.slice(0, 149)}…` : line;
}

/** "22 November 2026 at 14:05 CET": stored in UTC, told in the person's own time. */
export function localTime({ at, timeZone }: Pick<MonitorMail, 'at' | 'timeZone'>): string {
  const format = (zone: string) =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'long', timeZone: zone }).format(at);
  try {
    return format(timeZone);
  } catch {
    return format('UTC');
  }
}
