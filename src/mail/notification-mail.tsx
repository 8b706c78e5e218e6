import { Body, Button, Container, Head, Heading, Hr, Html, Link, Preview, render, Section, Text } from 'react-email';
import { formatValue } from '@/domain/fact-value';
import type { FactValue } from '@/domain/value';

export interface MailContent {
  subject: string;
  html: string;
  text: string;
}

/** What every mail about a monitor says of it. */
export interface MonitorMail {
  monitorName: string;
  monitorUrl: string;
  source: string;
  /** The evaluation's own sentence, which decided. */
  sentence: string;
  at: Date;
  /** IANA zone of the person. */
  timeZone: string;
}

export interface AlertMail extends MonitorMail {
  previous: FactValue | null;
  current: FactValue | null;
  quote: string;
}

interface Row {
  label: string;
  value: string;
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

/** The first mail of an error episode: three evaluations in a row failed. */
export function renderErrorMail(mail: MonitorMail): Promise<MailContent> {
  const note =
    'You will get one more mail when it works again, and none in between. Your monitor keeps its last value.';
  return renderMail(mail, `${mail.monitorName}: cannot be read at the moment`, 'The last three checks failed', [
    { label: 'What happened', value: mail.sentence },
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

async function renderMail(mail: MonitorMail, subject: string, headline: string, rows: Row[]): Promise<MailContent> {
  const all = [...rows, { label: 'Source', value: mail.source }, { label: 'Read', value: localTime(mail) }];
  const title = oneLine(subject);
  const html = await render(<MailBody mail={mail} subject={title} headline={headline} rows={all} />);
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

const font = 'Inter, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif';
const ink = '#1b1f2a';
const quiet = '#5b6475';

function MailBody({
  mail,
  subject,
  headline,
  rows,
}: {
  mail: MonitorMail;
  subject: string;
  headline: string;
  rows: Row[];
}) {
  return (
    <Html lang="en">
      <Head />
      <Preview>{subject}</Preview>
      <Body style={{ backgroundColor: '#f4f5f8', fontFamily: font, color: ink, margin: 0, padding: '24px 12px' }}>
        <Container style={{ backgroundColor: '#ffffff', borderRadius: 12, padding: 28, maxWidth: 560 }}>
          <Text style={{ color: quiet, fontSize: 14, margin: 0 }}>{mail.monitorName}</Text>
          <Heading as="h1" style={{ fontSize: 26, lineHeight: '34px', margin: '6px 0 18px', overflowWrap: 'anywhere' }}>
            {headline}
          </Heading>
          {rows.map((row) => (
            <Section key={row.label}>
              <Text style={{ color: quiet, fontSize: 13, margin: '10px 0 0' }}>{row.label}</Text>
              <Text style={{ fontSize: 16, lineHeight: '24px', margin: 0, overflowWrap: 'anywhere' }}>{row.value}</Text>
            </Section>
          ))}
          <Button
            href={mail.monitorUrl}
            style={{
              backgroundColor: '#2f5bea',
              color: '#ffffff',
              borderRadius: 8,
              padding: '12px 18px',
              marginTop: 24,
            }}
          >
            Open the monitor
          </Button>
          <Hr style={{ borderColor: '#e4e7ee', margin: '24px 0 12px' }} />
          <Text style={{ color: quiet, fontSize: 13, margin: 0 }}>
            You get this mail because you made this monitor. <Link href={mail.monitorUrl}>Pause or delete it</Link> on
            its page.
          </Text>
        </Container>
      </Body>
    </Html>
  );
}
