import type { AlertSeverity } from '@/domain/alerts/rule';
import { plainLine } from '@/domain/email/plain-line';

/** What an admin is told of an alert rule: that it fires, or that it does no more. */
export interface AdminAlert {
  kind: 'began' | 'ended';
  title: string;
  /** A sentence. */
  why: string;
  severity: AlertSeverity;
  beganAt: Date;
  /** Null while it lasts. */
  endedAt: Date | null;
  /** Where the alerts are. */
  url: string;
}

/** The email in words, apart from its looks. */
export interface AdminAlertWords {
  subject: string;
  headline: string;
  why: string;
  rows: { label: string; value: string }[];
  button: { label: string; url: string };
  footer: string;
}

const LONGEST = 500;
const SEVERITY_WORDS = { critical: 'Critical: look at it now', warning: 'Warning: look at it today' } as const;
const FOOTER =
  'You get this email because you are an admin of this Monitors! service. An alert rule is told of once when it ' +
  'begins to fire and once when it is over; it can be silenced for a while on that page.';

/** What it says. */
export function adminAlertWords({ kind, severity, beganAt, endedAt, url, ...alert }: AdminAlert): AdminAlertWords {
  const title = plainLine(alert.title, LONGEST);
  const headline = kind === 'ended' ? `Over: ${title}` : title;
  return {
    subject: `${kind === 'ended' ? headline : `Alert: ${title}`} · Monitors!`,
    headline,
    why: plainLine(alert.why, LONGEST),
    rows: [
      ...(kind === 'began' ? [{ label: 'How bad', value: SEVERITY_WORDS[severity] }] : []),
      { label: 'Since', value: timeWords(beganAt) },
      ...(endedAt ? [{ label: 'Until', value: `${timeWords(endedAt)}, after ${lastedWords(beganAt, endedAt)}` }] : []),
    ],
    button: { label: 'Open the alerts', url },
    footer: FOOTER,
  };
}

/** Admins may be anywhere: the time of the log. */
function timeWords(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function lastedWords(from: Date, to: Date): string {
  const minutes = Math.max(1, Math.round((to.getTime() - from.getTime()) / 60_000));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return hours === 0 ? `${minutes} min` : `${hours} h ${rest} min`;
}
