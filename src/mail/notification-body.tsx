import { Body, Button, Container, Head, Heading, Hr, Html, Link, Preview, render, Section, Text } from 'react-email';

/** The look of every mail. Mail programs know no style sheets and no variables, so it is written into each element. */
export const FONT = 'Inter, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif';
export const INK = '#1b1f2a';
export const QUIET = '#5b6475';

/** The app's own colour (`src/ui/shell/theme.ts`, pine 8), under white words. */
export const BUTTON = { backgroundColor: '#106653', color: '#ffffff', borderRadius: 8, padding: '12px 18px' };

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

export interface MailRow {
  label: string;
  value: string;
}

interface BodyProps {
  mail: MonitorMail;
  subject: string;
  headline: string;
  rows: MailRow[];
}

/** The HTML of a mail about a monitor. */
export function renderBody(props: BodyProps): Promise<string> {
  return render(<MailBody {...props} />);
}

function MailBody({ mail, subject, headline, rows }: BodyProps) {
  return (
    <Html lang="en">
      <Head />
      <Preview>{subject}</Preview>
      <Body style={{ backgroundColor: '#f4f5f8', fontFamily: FONT, color: INK, margin: 0, padding: '24px 12px' }}>
        <Container style={{ backgroundColor: '#ffffff', borderRadius: 12, padding: 28, maxWidth: 560 }}>
          <Text style={{ color: QUIET, fontSize: 14, margin: 0 }}>{mail.monitorName}</Text>
          <Heading as="h1" style={{ fontSize: 26, lineHeight: '34px', margin: '6px 0 18px', overflowWrap: 'anywhere' }}>
            {headline}
          </Heading>
          {rows.map((row) => (
            <Section key={row.label}>
              <Text style={{ color: QUIET, fontSize: 13, margin: '10px 0 0' }}>{row.label}</Text>
              <Text style={{ fontSize: 16, lineHeight: '24px', margin: 0, overflowWrap: 'anywhere' }}>{row.value}</Text>
            </Section>
          ))}
          <Button href={mail.monitorUrl} style={{ ...BUTTON, marginTop: 24 }}>
            Open the monitor
          </Button>
          <Hr style={{ borderColor: '#e4e7ee', margin: '24px 0 12px' }} />
          <Text style={{ color: QUIET, fontSize: 13, margin: 0 }}>
            You get this mail because you made this monitor. <Link href={mail.monitorUrl}>Pause or delete it</Link> on
            its page.
          </Text>
        </Container>
      </Body>
    </Html>
  );
}
