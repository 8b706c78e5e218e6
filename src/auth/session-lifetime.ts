/** A session ends 30 days after the sign-in, whatever happens in between. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** How often it is noted that a session or a token is in use, in milliseconds. */
export const SEEN_EVERY_MS = 5 * 60_000;
