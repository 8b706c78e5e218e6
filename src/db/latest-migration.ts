/** The last migration that this app needs. Written by `npm run db:types`. */
export const LATEST_MIGRATION = '0037_more_samples';
