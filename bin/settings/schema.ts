import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Settings } from '@/env';

export interface Setting {
  name: string;
  /** What it may be, in short: "text", "whole number 1–64", "true, false …". */
  kind: string;
  /** When the app does not start without it. */
  requiredWhen: string | null;
  /** What counts where it is blank; null where nothing does, or .env.example says on what it depends. */
  default: string | null;
  description: string;
}

export interface SettingsSchema {
  /** Another one as soon as a name, a kind, a default or what is required is another. */
  version: string;
  settings: Setting[];
}

/** What src/env.ts, and the programs that start parts, ask for. A test starts from each line. */
export const REQUIRED_WHEN: Partial<Record<keyof typeof Settings.shape, string>> = {
  AUTH_SECRET: 'in production, or JWT_SECRET',
  DATABASE_URL: 'on Vercel, for npm run web and worker, with MIGRATION_DATABASE_URL',
  APP_URL: 'on Vercel, for npm run web and worker',
  GOOGLE_CLIENT_ID: 'with GOOGLE_CLIENT_SECRET',
  GOOGLE_CLIENT_SECRET: 'with GOOGLE_CLIENT_ID',
  UPSTASH_REDIS_REST_URL: 'with UPSTASH_REDIS_REST_TOKEN',
  UPSTASH_REDIS_REST_TOKEN: 'with UPSTASH_REDIS_REST_URL',
  ARCHIVE_S3_BUCKET: 'with ARCHIVE_S3_KEY_ID or ARCHIVE_S3_SECRET',
  ARCHIVE_S3_KEY_ID: 'with ARCHIVE_S3_BUCKET',
  ARCHIVE_S3_SECRET: 'with ARCHIVE_S3_BUCKET',
  FROM_EMAIL: 'with SENDGRID_API_KEY',
  ANTHROPIC_API_KEY: 'where READERS names claude, or CLAUDE_API_KEY',
  OPENAI_API_KEY: 'where READERS names openai, or OPENAI_BASE_URL',
};

/** What a person sets: not what Vercel, Next.js and npm's scripts do. */
export function settingsSchema(): SettingsSchema {
  const settings = Object.entries(Settings.shape).flatMap(([name, schema]) => {
    const description = schema.description ?? '';
    if (description.startsWith('set by ')) return [];
    const requiredWhen = REQUIRED_WHEN[name as keyof typeof Settings.shape] ?? null;
    return [{ name, kind: kindOf(schema), requiredWhen, default: defaultOf(schema), description }];
  });
  const told = settings.map(({ description: _, ...rest }) => rest);
  return { version: createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 10), settings };
}

const JsonKind = z.looseObject({
  type: z.string().optional(),
  enum: z.array(z.string()).optional(),
  format: z.string().optional(),
  minLength: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});

function kindOf(schema: z.ZodType): string {
  const {
    type,
    format,
    minLength = 0,
    minimum,
    maximum,
    ...json
  } = JsonKind.parse(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  if (json.enum) return json.enum.join(', ');
  if (type === 'integer') return `whole number ${minimum}–${maximum}`;
  if (type === 'number') return `number up to ${maximum}`;
  if (format) return format;
  return minLength > 1 ? `text of ${minLength} characters or more` : 'text';
}

function defaultOf(schema: z.ZodType): string | null {
  const blank = schema.safeParse(undefined);
  return blank.success && blank.data !== undefined ? String(blank.data) : null;
}
