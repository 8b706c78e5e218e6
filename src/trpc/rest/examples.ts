/** What stands in the document, and in the examples of every language, for a request that works. */
export interface RequestExample {
  body?: Record<string, unknown>;
  query?: Record<string, string | number>;
}

/** In place of an id in a path. */
export const EXAMPLE_ID = '5b0c4f8e-1a37-4d0b-9b55-0f6a2f1c7d21';

const PROMPT = 'Tell me when the headphones at https://shop.example/headphones cost less than $300';
const ADDRESS = 'ada@example.com';
const PASSWORD = 'Correct1Horse';

/** By procedure; those that take nothing have none. A test holds each against its schema. */
export const EXAMPLES: Record<string, RequestExample> = {
  'auth.register': { body: { email: ADDRESS, password: PASSWORD, name: 'Ada' } },
  'auth.login': { body: { email: ADDRESS, password: PASSWORD } },
  'auth.google': {
    body: { code: 'what-google-gave-your-program', redirectUri: 'https://your-program.example/google' },
  },
  'auth.logout': { body: {} },
  'monitors.create': { body: { prompt: PROMPT, name: 'Headphones' } },
  'monitors.update': { body: { name: 'Headphones for Ada', isActive: true } },
  'monitors.preview': { body: {} },
  'monitors.history': { query: { limit: 20 } },
  'monitors.evaluations': { query: { limit: 20 } },
  'refresh.refresh': { body: {} },
  'admin.users': { query: { search: 'ada', limit: 20 } },
  'admin.setBeta': { body: { isBetaUser: true } },
  'admin.stats': { query: { startDate: '2026-11-01T00:00:00Z', endDate: '2026-11-30T00:00:00Z' } },
  'whitelist.list': { query: { limit: 20 } },
  'whitelist.add': { body: { email: ADDRESS, isActive: true } },
  'whitelist.setActive': { body: { isActive: false } },
};
