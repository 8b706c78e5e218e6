import type { ReactNode } from 'react';
import { Button } from 'react-email';
import { LIGHT } from './look';

// Paragraphs of our own: those of react-email repeat four margins and a colour in each, and programs cut what is long.

export function Title({ children }: { children: string }) {
  return (
    <h1 dir="auto" style={{ fontSize: 20, lineHeight: '28px', fontWeight: 650, margin: 0 }}>
      {children}
    </h1>
  );
}

export function Words({ children, margin = '0 0 12px' }: { children: ReactNode; margin?: string }) {
  return (
    <p dir="auto" style={{ fontSize: 16, lineHeight: '24px', margin }}>
      {children}
    </p>
  );
}

export function Small({ children, margin = '0' }: { children: ReactNode; margin?: string }) {
  return (
    <p dir="auto" className="quiet" style={{ color: LIGHT.quiet, fontSize: 13, lineHeight: '20px', margin }}>
      {children}
    </p>
  );
}

export function Row({ label, value }: { label: string; value: string }) {
  return (
    <>
      <Small margin="16px 0 0">{label}</Small>
      <Words margin="0">{value}</Words>
    </>
  );
}

const BUTTON = {
  ...{ fontSize: 15, fontWeight: 600, borderRadius: 8, padding: '11px 17px', margin: '8px 8px 0 0' },
  ...{ backgroundColor: LIGHT.button, color: LIGHT.onButton, border: `1px solid ${LIGHT.button}` },
};

export function MainButton({ href, children }: { href: string; children: string }) {
  return (
    <Button href={href} className="button" style={BUTTON}>
      {children}
    </Button>
  );
}

export function SecondButton({ href, children }: { href: string; children: string }) {
  return (
    <Button
      href={href}
      className="second"
      style={{ ...BUTTON, backgroundColor: LIGHT.card, color: LIGHT.link, border: `1px solid ${LIGHT.line}` }}
    >
      {children}
    </Button>
  );
}

/** `isQuiet`: as pale as the small words around it. */
export function WordLink({ href, isQuiet, children }: { href: string; isQuiet?: boolean; children: ReactNode }) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener"
      className={isQuiet ? 'quiet' : 'link'}
      style={{ color: isQuiet ? LIGHT.quiet : LIGHT.link, textDecoration: 'underline' }}
    >
      {children}
    </a>
  );
}

/** Between what an email gathers. */
export function Rule() {
  return <div className="line" style={{ borderTop: `1px solid ${LIGHT.line}`, margin: '20px 0 16px' }} />;
}
