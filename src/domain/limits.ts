/** The product's promises (DESIGN, "Limits and promises"). Settings may lower them, never the code that uses them. */
export const LIMITS = {
  monitorsPerPerson: 10,
  refreshIntervalMs: 60_000,
  refreshesPerDay: 50,
  promptMin: 10,
  promptMax: 500,
  nameMin: 1,
  nameMax: 100,
  retentionDays: 365,
  failuresBeforeErrorMail: 3,
} as const;

/** When this monitor may be refreshed again; a date in the past or null means now. */
export function nextAllowedRefresh(lastManualRefresh: Date | null, intervalMs: number): Date | null {
  return lastManualRefresh === null ? null : new Date(lastManualRefresh.getTime() + intervalMs);
}

/** The UTC day of a charge, as YYYY-MM-DD. */
export function chargeDay(now: Date): string {
  return now.toISOString().slice(0, 10);
}
