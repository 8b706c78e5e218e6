import type { ReactNode } from 'react';
import { Body, Container, Head, Html } from 'react-email';
import { plainLine } from '@/domain/email/plain-line';
import { FONT, LIGHT, STYLES } from './look';
import { Small, WordLink } from './pieces';
import { privacyUrl } from './privacy-url';

interface FrameProps {
  title: string;
  /** Any address of ours; the page about privacy stands at the same host. */
  home: string;
  /** What programs show beside the subject in a list of emails. */
  preview: string;
  children: ReactNode;
  footer: ReactNode;
}

/** Without it programs fill the line of a list with the first words of the email. */
const FILLER = '\u00a0\u200c'.repeat(90);
const LONGEST_PREVIEW = 200;

/** Every email: the mark, a card, and under it why one gets it. It can be read at 320 pixels, and in the dark. */
export function Frame({ title, home, preview, children, footer }: FrameProps) {
  return (
    <Html lang="en">
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{title}</title>
        <style>{STYLES}</style>
      </Head>
      <Body className="page" style={{ backgroundColor: LIGHT.page, fontFamily: FONT, margin: 0, padding: 0 }}>
        <div style={{ display: 'none', maxHeight: 0, overflow: 'hidden', opacity: 0 }}>
          {plainLine(preview, LONGEST_PREVIEW)}
          {FILLER}
        </div>
        <Container style={{ maxWidth: 584 }}>
          <div style={{ padding: '24px 12px' }}>
            <Mark />
            <Card>{children}</Card>
            <div style={{ padding: '16px 4px 0', ...BREAKS }}>
              {footer}
              <Small margin="8px 0 0">
                <WordLink href={privacyUrl(home)} isQuiet>
                  Privacy
                </WordLink>
              </Small>
            </div>
          </div>
        </Container>
      </Body>
    </Html>
  );
}

/** Words of pages have no end at times: they break where they must. And those from right to left begin on our edge. */
const BREAKS = { overflowWrap: 'anywhere', wordBreak: 'break-word', textAlign: 'left' } as const;

/** A table, since Outlook gives no other element room within. */
function Card({ children }: { children: ReactNode }) {
  const edge = { border: `1px solid ${LIGHT.line}`, borderRadius: 12, borderCollapse: 'separate' } as const;
  return (
    <table
      role="presentation"
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      className="card"
      style={{ backgroundColor: LIGHT.card, tableLayout: 'fixed', ...edge }}
    >
      <tbody>
        <tr>
          <td className="room ink" style={{ padding: 28, color: LIGHT.ink, ...BREAKS }}>
            {children}
          </td>
        </tr>
      </tbody>
    </table>
  );
}

/** The mark of `src/app/icon.svg` in words and colours: most programs show neither SVG nor pictures from elsewhere. */
function Mark() {
  return (
    <div style={{ padding: '0 4px 14px', fontSize: 16, lineHeight: '24px', fontWeight: 650 }}>
      <span
        aria-hidden="true"
        style={{
          ...{ display: 'inline-block', width: 24, height: 24, marginRight: 8, borderRadius: 6, textAlign: 'center' },
          ...{ backgroundColor: LIGHT.tile, color: LIGHT.bang, fontWeight: 800 },
        }}
      >
        !
      </span>
      <span className="ink" style={{ color: LIGHT.ink, letterSpacing: '-0.01em' }}>
        Monitors!
      </span>
    </div>
  );
}
