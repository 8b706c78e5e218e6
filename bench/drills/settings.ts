/** Checks a day of one person: few, so that a drill uses them up. */
export const DAILY_LIMIT = 12;
