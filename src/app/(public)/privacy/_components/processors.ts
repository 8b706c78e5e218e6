import type { Env } from '@/env';

/** The settings on which it depends what is told. */
export type PrivacySettings = Pick<
  Env,
  | 'DATA_RETENTION_DAYS'
  | 'EMAIL_TRACK_OPENS'
  | 'EMAIL_TRACK_CLICKS'
  | 'SENDGRID_API_KEY'
  | 'FROM_EMAIL'
  | 'CONTACT_EMAIL'
  | 'ANTHROPIC_API_KEY'
  | 'OPENAI_API_KEY'
  | 'OPENAI_BASE_URL'
  | 'READERS'
  | 'GOOGLE_CLIENT_ID'
  | 'UPSTASH_REDIS_REST_URL'
  | 'SEARCH_URL'
  | 'SCRAPE_PROXIES'
  | 'BROWSER_WS_ENDPOINT'
  | 'VERCEL'
  | 'VERCEL_ANALYTICS'
  | 'SENTRY_DSN'
  | 'OTEL_EXPORTER_OTLP_ENDPOINT'
  | 'ARCHIVE_DIR'
  | 'ARCHIVE_KEPT_DAYS'
  | 'ARCHIVE_S3_BUCKET'
  | 'ARCHIVE_S3_ENDPOINT'
>;

// Slack and PagerDuty, where operators are told of the service itself, get figures and times of it and no more
// (src/ops/channels): nothing of a person's, so they do not stand here.

export interface Processor {
  name: string;
  /** What they get, and what for. */
  what: string;
}

const READING = 'your sentence, and the text of the page that it names, to understand the one and read the other';

/** Who else than this app's own server gets anything of a person's, as this server is set up. */
export function processorsOf(settings: PrivacySettings): Processor[] {
  const asks = (reader: 'claude' | 'openai') => settings.READERS === undefined || settings.READERS.includes(reader);
  const all: [unknown, Processor][] = [
    [settings.VERCEL, { name: 'Vercel', what: vercel(settings.VERCEL_ANALYTICS) }],
    [
      settings.SENDGRID_API_KEY,
      { name: 'Twilio SendGrid', what: 'your email address and our emails, to deliver them' },
    ],
    [settings.ANTHROPIC_API_KEY && asks('claude'), { name: 'Anthropic', what: READING }],
    [(settings.OPENAI_API_KEY || settings.OPENAI_BASE_URL) && asks('openai'), openAi(settings.OPENAI_BASE_URL)],
    [
      settings.GOOGLE_CLIENT_ID,
      { name: 'Google', what: 'that you sign in here, if you choose to sign in with your Google account' },
    ],
    [
      settings.UPSTASH_REDIS_REST_URL,
      { name: 'Upstash', what: 'counts of requests by network address and account, against abuse' },
    ],
    [
      settings.ARCHIVE_S3_BUCKET,
      {
        name: settings.ARCHIVE_S3_ENDPOINT === undefined ? 'Amazon S3' : hostOf(settings.ARCHIVE_S3_ENDPOINT),
        what: 'archives of values, quotes and pictures that have left, as long as this page says',
      },
    ],
    [settings.SEARCH_URL, { name: hostOf(settings.SEARCH_URL), what: 'what you look for, where you name no page' }],
    [settings.SCRAPE_PROXIES, { name: 'Proxies of ours', what: 'the addresses of the pages that you ask about' }],
    [
      settings.BROWSER_WS_ENDPOINT,
      { name: hostOf(settings.BROWSER_WS_ENDPOINT), what: 'the pages that you ask about' },
    ],
    [
      settings.SENTRY_DSN,
      { name: sentry(settings.SENTRY_DSN), what: 'errors of ours, with the id of your account, to mend them' },
    ],
    [
      settings.OTEL_EXPORTER_OTLP_ENDPOINT,
      {
        name: hostOf(settings.OTEL_EXPORTER_OTLP_ENDPOINT),
        what: 'how long each step of a request took, with the id of your account, to find what is slow',
      },
    ],
  ];
  return all.flatMap(([used, processor]) => (used ? [processor] : []));
}

/** Whoever serves OpenAI's way of asking is named by where they are. */
function openAi(baseUrl: string | undefined): Processor {
  return { name: baseUrl === undefined ? 'OpenAI' : hostOf(baseUrl), what: READING };
}

function vercel(analytics: boolean): string {
  const requests = 'every request, since the app runs on its machines';
  if (!analytics) return requests;
  return `${requests}; and which kind of page your browser opened and how fast, without cookies, to count visits`;
}

/** A Sentry of one's own is named by where it is. */
function sentry(dsn: string | undefined): string {
  const host = hostOf(dsn);
  return /(^|\.)sentry\.io$/.test(host) ? 'Sentry' : host;
}

function hostOf(address: string | undefined): string {
  return address === undefined ? '' : new URL(address).hostname;
}
