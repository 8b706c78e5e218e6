import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { readEnv } from '@/env';
import { PublicFooter } from '../../_components/public-frame';
import { PrivacyText } from './privacy-text';
import { processorsOf } from './processors';

const namesOf = (variables: Record<string, string>) => processorsOf(readEnv(variables)).map(({ name }) => name);
const pageOf = (variables: Record<string, string>) =>
  renderToStaticMarkup(<PrivacyText settings={readEnv(variables)} />).replace(/<[^>]+>/g, '');

const SENDGRID = { SENDGRID_API_KEY: 'SG.x', FROM_EMAIL: 'noreply@monitors.example.org' };

describe('who else gets any of it', () => {
  it('is nobody on a machine of its own, and the page says so', () => {
    expect(namesOf({})).toEqual([]);
    expect(pageOf({})).toContain('Nobody: as this server is set up');
  });

  it('is whom the settings name, each once', () => {
    const keys = { ANTHROPIC_API_KEY: 'k', OPENAI_API_KEY: 'k' };
    expect(namesOf({ ...SENDGRID, ...keys })).toEqual(['Twilio SendGrid', 'Anthropic', 'OpenAI']);
  });

  it('is no reader that is never asked, and a server of ones own by its name', () => {
    expect(namesOf({ ANTHROPIC_API_KEY: 'k', OPENAI_BASE_URL: 'http://llama.lan:8000/v1', READERS: 'openai' })).toEqual(
      ['llama.lan'],
    );
  });

  it('is told of visits only on Vercel, where they are counted', () => {
    const live = { VERCEL: '1' };
    expect(pageOf(live)).not.toContain('to count visits');
    expect(pageOf({ ...live, VERCEL_ANALYTICS: 'true' })).toContain('how fast, without cookies, to count visits');
    expect(namesOf({ VERCEL_ANALYTICS: 'true' })).toEqual([]);
  });

  it('is who gets errors and traces, by their place', () => {
    const otlp = { OTEL_EXPORTER_OTLP_ENDPOINT: 'https://otlp.example.org' };
    expect(namesOf({ SENTRY_DSN: 'https://key@o1.ingest.de.sentry.io/42', ...otlp })).toEqual([
      'Sentry',
      'otlp.example.org',
    ]);
    expect(namesOf({ SENTRY_DSN: 'https://key@notsentry.io/42' })).toEqual(['notsentry.io']);
  });

  it('names no secret of an address', () => {
    const secret = {
      SCRAPE_PROXIES: 'http://me:hunter2@proxy.example',
      BROWSER_WS_ENDPOINT: 'wss://b.example/?token=hunter2',
    };
    expect(pageOf({ ...SENDGRID, ...secret })).not.toMatch(/hunter2|SG\.x/);
  });
});

describe('the page', () => {
  it('tells how long by the setting', () => {
    expect(pageOf({ DATA_RETENTION_DAYS: '90' })).toContain('90 days');
    expect(pageOf({ DATA_RETENTION_DAYS: '400' })).not.toContain('365');
  });

  it.each([
    [{}, 'We do not note whether you open an email'],
    [{ EMAIL_TRACK_OPENS: 'true' }, 'SendGrid notes for us that you open an email of ours, to see'],
    [{ EMAIL_TRACK_CLICKS: 'true' }, 'SendGrid notes for us which link in an email of ours you follow, to see'],
    [{ EMAIL_TRACK_OPENS: 'true', EMAIL_TRACK_CLICKS: 'true' }, 'that you open an email of ours, and which link'],
  ])('with %o says of tracking: %s', (tracking, said) => {
    expect(pageOf({ ...SENDGRID, ...tracking })).toContain(said);
  });

  it('is linked from the foot of every public page', () => {
    expect(renderToStaticMarkup(<PublicFooter />)).toContain('href="/privacy"');
  });
});

describe('what becomes of values that leave', () => {
  const ARCHIVED = 'it is put into an archive';

  it('is told where there are archives, and how long those are kept', () => {
    expect(pageOf({ ARCHIVE_DIR: '/srv/archive', ARCHIVE_KEPT_DAYS: '40' })).toContain('until 40 days after');
    const server = { DATABASE_URL: 'postgresql://db/monitors' };
    expect(pageOf(server)).not.toContain(ARCHIVED);
    expect(pageOf({ ARCHIVE_DIR: '/srv/archive', DATA_RETENTION_DAYS: '10' })).not.toContain(ARCHIVED);
  });

  it('is an outside service’s where a bucket is', () => {
    const bucket = { ARCHIVE_S3_BUCKET: 'kept', ARCHIVE_S3_KEY_ID: 'id', ARCHIVE_S3_SECRET: 'hunter2' };
    expect(namesOf(bucket)).toEqual(['Amazon S3']);
    expect(namesOf({ ...bucket, ARCHIVE_S3_ENDPOINT: 'https://s3.example.org' })).toEqual(['s3.example.org']);
    expect(pageOf(bucket)).toContain(ARCHIVED);
    expect(pageOf(bucket)).not.toContain('hunter2');
  });

  it('is longer for what raised an alert where days are few', () => {
    expect(pageOf({ DATA_RETENTION_DAYS: '90' })).toContain('those that raised an alert, and its email, 365 days');
    expect(pageOf({})).not.toContain('those that raised an alert');
  });
});
