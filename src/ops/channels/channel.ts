import type { AlertSeverity } from '@/domain/alerts/rule';

/** What operators are told outside: nothing of a person, and no address that somebody asks about. */
export interface ChannelMessage {
  kind: 'began' | 'ended';
  /** One for all messages about the same thing. */
  key: string;
  title: string;
  /** A sentence. */
  why: string;
  severity: AlertSeverity;
  /** When it began or ended. */
  at: Date;
}

/** How a message ended. `again`: it was refused for now. `error` names no address and no key. */
export type ChannelEnd = { sent: true } | { sent: false; again: boolean; error: string; retryAfterMs: number | null };

/** A way to operators outside of the app. Never throws for what the other side does. */
export interface OutsideChannel {
  send(message: ChannelMessage): Promise<ChannelEnd>;
}

/** Those that are set up. */
export interface OperatorChannels {
  slack: OutsideChannel | null;
  pagerduty: OutsideChannel | null;
}
