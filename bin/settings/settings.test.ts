import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readEnv } from '@/env';
import { compareSettings } from './compare';
import { REQUIRED_WHEN, settingsSchema } from './schema';

const SECRET = 'hunter2-hunter2-hunter2-hunter2-hunter2';
const PRODUCTION = { NODE_ENV: 'production', AUTH_SECRET: SECRET };
const of = (name: string) => settingsSchema().settings.find((setting) => setting.name === name);

describe('the schema', () => {
  it('tells of what .env.example does, and of nothing that others set', () => {
    const listed = [...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z0-9_]+)=/gm)].map(([, name]) => name);
    expect(
      settingsSchema()
        .settings.map(({ name }) => name)
        .sort(),
    ).toEqual([...listed, 'NODE_ENV'].sort());
  });

  it.each([
    ['PORT', 'whole number 0–65535', '3000'],
    ['AUTH_SECRET', 'text of 32 characters or more', null],
    ['EMAIL_TRACK_OPENS', '0, 1, true, false', 'false'],
    ['SCRAPE_ALLOWED_PORTS', 'text', '80,443,8080,8443'],
    ['ADMIN_EMAIL', 'email', null],
    ['REFRESH_RATE_LIMIT', 'number up to 60', '1'],
  ])('says of %s that it is %s, and %s if blank', (name, kind, blank) => {
    expect(of(name)).toMatchObject({ kind, default: blank });
  });

  it('has a version that stays while nothing changes', () => {
    expect(settingsSchema().version).toMatch(/^[0-9a-f]{10}$/);
    expect(settingsSchema().version).toBe(settingsSchema().version);
  });

  it.each<[keyof typeof REQUIRED_WHEN, Record<string, string>]>([
    ['AUTH_SECRET', { NODE_ENV: 'production' }],
    ['DATABASE_URL', { ...PRODUCTION, VERCEL: '1', APP_URL: 'https://m.example' }],
    ['APP_URL', { ...PRODUCTION, VERCEL: '1', DATABASE_URL: 'postgres://db/m' }],
    ['GOOGLE_CLIENT_ID', { GOOGLE_CLIENT_SECRET: 's' }],
    ['GOOGLE_CLIENT_SECRET', { GOOGLE_CLIENT_ID: 'i' }],
    ['UPSTASH_REDIS_REST_URL', { UPSTASH_REDIS_REST_TOKEN: 't' }],
    ['UPSTASH_REDIS_REST_TOKEN', { UPSTASH_REDIS_REST_URL: 'https://u.example' }],
    ['ARCHIVE_S3_BUCKET', { ARCHIVE_S3_KEY_ID: 'i', ARCHIVE_S3_SECRET: 's' }],
    ['ARCHIVE_S3_KEY_ID', { ARCHIVE_S3_BUCKET: 'kept' }],
    ['ARCHIVE_S3_SECRET', { ARCHIVE_S3_BUCKET: 'kept' }],
    ['FROM_EMAIL', { SENDGRID_API_KEY: 'SG.x' }],
    ['ANTHROPIC_API_KEY', { READERS: 'claude' }],
    ['OPENAI_API_KEY', { READERS: 'openai' }],
  ])('%s is really needed when it says so', (name, variables) => {
    expect(REQUIRED_WHEN).toHaveProperty(name);
    expect(() => readEnv(variables)).toThrow(`${name}: put `);
  });

  it('says of each that is needed when; the cases above are all', () => {
    expect(Object.keys(REQUIRED_WHEN)).toHaveLength(13);
  });
});

describe('an old file', () => {
  it('that fits has nothing to say', () => {
    const file = `AUTH_SECRET=${SECRET}\nDATABASE_URL=postgres://u:p@db/m\nREDIS_URL=\nPOSTGRES_PASSWORD=x\n# old\n`;
    expect(compareSettings(file)).toEqual({ unknown: [], faults: [], known: ['AUTH_SECRET', 'DATABASE_URL'] });
  });

  it('is told what is unknown, missing and wrong, without one value', () => {
    const file = `MAILGUN_KEY=hunter2\nANTROPIC_API_KEY="hunter2"\nGOOGLE_CLIENT_ID=hunter2\nPORT=hunter2\n`;
    const compared = compareSettings(file);
    expect(compared.unknown).toEqual(['ANTROPIC_API_KEY', 'MAILGUN_KEY']);
    expect(compared.faults).toEqual([expect.stringMatching(/^PORT: put a port/)]);
    expect(JSON.stringify(compared)).not.toContain('hunter2');
    const mended = compareSettings(file.replace('PORT=hunter2', ''));
    expect(mended.faults.map((line) => line.split(':')[0])).toEqual(['GOOGLE_CLIENT_SECRET', 'AUTH_SECRET']);
  });
});
