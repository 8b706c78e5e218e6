/**
 * How alerts come by email. `gathered`: the first at once, and what follows within a minute in one email. `daily`: one
 * email a day. `off`: the inbox alone.
 */
export const EMAIL_MODES = ['at_once', 'gathered', 'daily', 'off'] as const;

/** So many emails about monitors a person gets in a day of their clock; the last of them holds all the rest. */
export const MOST_A_DAY = 30;
