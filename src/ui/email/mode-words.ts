import type { EmailMode } from '@/domain/email/timing';

/** How alerts come by email, as a person chooses it. */
const MODE_WORDS: Record<EmailMode, { label: string; about: string }> = {
  at_once: { label: 'At once', about: 'One email for every alert, the moment it is decided.' },
  gathered: {
    label: 'Gathered',
    about:
      'The first comes at once. What follows within a minute comes together in one email, and what Check all finds ' +
      'is one email.',
  },
  daily: { label: 'Once a day', about: 'One email with all of the day, at the hour that you choose.' },
  off: { label: 'No emails', about: 'Alerts are in your inbox here, and nowhere else.' },
};

const MODES: readonly EmailMode[] = ['gathered', 'at_once', 'daily', 'off'];

/** All of them, the usual one first. */
export const MODE_CHOICES = MODES.map((mode) => ({ mode, ...MODE_WORDS[mode] }));

/** "08:00" of 8. */
export function hourWords(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

/** "Gathered", "Once a day at 08:00". */
export function modeLabel(mode: EmailMode, digestHour: number): string {
  const { label } = MODE_WORDS[mode];
  return mode === 'daily' ? `${label} at ${hourWords(digestHour)}` : label;
}

/** The same within a sentence: "gathered", "once a day at 08:00". */
export function modeWords(mode: EmailMode, digestHour: number): string {
  return modeLabel(mode, digestHour).toLowerCase();
}
