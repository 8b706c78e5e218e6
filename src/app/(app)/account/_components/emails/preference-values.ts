import type { EmailMode, EmailPreference } from '@/domain/email/timing';

/** The preference as the inputs of the form hold it. */
export interface PreferenceValues {
  mode: EmailMode;
  digestHour: string;
  isQuiet: boolean;
  from: string;
  to: string;
}

/** What quiet hours begin with. */
const USUAL = { from: '22:00', to: '07:00' };

export function valuesOf({ mode, digestHour, quiet }: EmailPreference): PreferenceValues {
  return { mode, digestHour: String(digestHour), isQuiet: quiet !== null, ...(quiet ?? USUAL) };
}

export function preferenceOf({ mode, digestHour, isQuiet, from, to }: PreferenceValues): EmailPreference {
  return { mode, digestHour: Number(digestHour), quiet: isQuiet ? { from, to } : null };
}

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Messages by input; of quiet hours only where there are any. */
export function faultsOf({ isQuiet, from, to }: PreferenceValues): Partial<Record<keyof PreferenceValues, string>> {
  if (!isQuiet) return {};
  const faults: Partial<Record<keyof PreferenceValues, string>> = {};
  if (!TIME.test(from)) faults.from = 'Write a time as 22:00.';
  if (!TIME.test(to)) faults.to = 'Write a time as 07:00.';
  else if (from === to) faults.to = 'They end when they begin.';
  return faults;
}
