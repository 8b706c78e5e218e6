// npm run db:types writes src/db/types.ts and src/db/latest-migration.ts from a freshly migrated database;
// `-- --verify` only checks for drift.
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  ArrayExpressionNode,
  type ExpressionNode,
  GenericExpressionNode,
  generate,
  getDialect,
  IdentifierNode,
  LiteralNode,
  Logger,
  RawExpressionNode,
  UnionExpressionNode,
} from 'kysely-codegen';
import pg from 'pg';
import { createDb } from '@/db/client';
import { openEmbeddedPostgres } from '@/db/embedded/embedded-postgres';
import { migrateToLatest } from '@/db/migrate';

/** Where the schema says text or jsonb and the code knows more: the rooms that the column types come from. */
const IMPORTS = {
  AuditActor: '@/domain/account/audit',
  Box: '@/domain/snapshot',
  DeliveryEventKind: '@/domain/email/delivery',
  DeliveryStatus: '@/domain/email/delivery',
  EmailMode: '@/domain/email/timing',
  FactType: '@/domain/value/value',
  FactValue: '@/domain/value/value',
  GatherReason: '@/domain/email/timing',
  Interpretation: '@/domain/contract/interpretation',
  JsonColumn: './json-column',
  LinkPurpose: '@/domain/account/account-access',
  Locator: '@/domain/contract/reading',
  News: '@/domain/email/news',
  Outcome: '@/domain/outcome',
  ReaderName: '@/domain/contract/reading',
  Recipe: '@/domain/contract/reading',
  RestrictionCause: '@/domain/account/judge-abuse',
  RestrictionKind: '@/domain/account/judge-abuse',
  SourceFailure: '@/domain/source-health',
  SourceTrial: '@/domain/source-trials',
  TokenScope: '@/domain/account/account-access',
  Trigger: '@/domain/trigger/trigger',
};

const of = (name: keyof typeof IMPORTS) => new IdentifierNode(name);
const oneOf = (...words: string[]) => new UnionExpressionNode(words.map((word) => new LiteralNode(word)));
const json = (node: ExpressionNode) => new GenericExpressionNode('JsonColumn', [node]);
const withDefault = (node: ExpressionNode) => new GenericExpressionNode('Generated', [node]);

/** Nullable columns get their null from the schema. */
const COLUMNS: Record<string, ExpressionNode> = {
  'users.role': withDefault(oneOf('admin', 'member')),
  'monitors.type': oneOf('change', 'state'),
  'monitors.fact_type': of('FactType'),
  'monitors.trigger': json(of('Trigger')),
  'monitors.interpretation': json(of('Interpretation')),
  'monitors.source_locale': json(new RawExpressionNode('{ locale: string; timeZone: string }')),
  'monitors.current_value': json(of('FactValue')),
  'monitors.previous_value': json(of('FactValue')),
  'monitors.baseline': json(of('FactValue')),
  'monitors.recipe': json(of('Recipe')),
  'monitors.last_outcome': of('Outcome'),
  'evaluations.phase': withDefault(oneOf('deciding', 'done', 'loading', 'queued', 'reading')),
  'evaluations.outcome': of('Outcome'),
  'evaluations.reader': of('ReaderName'),
  'evaluations.look': oneOf('cheap', 'full'),
  'source_trials.results': json(new ArrayExpressionNode(of('SourceTrial'))),
  'evaluations.crop_media_type': oneOf('image/jpeg', 'image/webp'),
  'facts.outcome': oneOf('absent', 'value'),
  'facts.value': json(of('FactValue')),
  'facts.change_type': oneOf('decrease', 'increase', 'new', 'removed', 'stable'),
  'facts.locator': json(of('Locator')),
  'facts.box': json(of('Box')),
  'facts.crop_media_type': oneOf('image/jpeg', 'image/webp'),
  'facts.reader': of('ReaderName'),
  'facts.look': oneOf('cheap', 'full'),
  'email_notifications.kind': oneOf('account', 'alert', 'error', 'gathered', 'recovered'),
  'email_notifications.state': withDefault(
    oneOf(...['failed', 'gathered', 'pending', 'sending', 'sent', 'suppressed', 'unconfirmed', 'withheld']),
  ),
  'email_notifications.delivery_status': of('DeliveryStatus'),
  'email_notifications.news': json(of('News')),
  'email_notifications.gather': of('GatherReason'),
  'email_events.kind': of('DeliveryEventKind'),
  'email_preferences.mode': of('EmailMode'),
  'email_notifications.trigger_value': json(of('FactValue')),
  'email_notifications.previous_value': json(of('FactValue')),
  'email_links.purpose': of('LinkPurpose'),
  'api_tokens.scopes': new ArrayExpressionNode(of('TokenScope')),
  'audit_log.actor': of('AuditActor'),
  'restrictions.kind': of('RestrictionKind'),
  'restrictions.pattern': of('RestrictionCause'),
  'refusals.pattern': oneOf('hammering', 'refused_urls'),
  'data_exports.state': withDefault(oneOf('done', 'failed', 'queued', 'running')),
  'proxy_hours.verdict': oneOf('blocked', 'failed', 'ok'),
  'discarded_letters.queue': oneOf('emails', 'evaluations', 'exports'),
  'source_looks.failure': of('SourceFailure'),
  'source_looks.look': oneOf('cheap', 'full'),
  'suppressions.reason': oneOf('admin', 'bounce', 'spam', 'unsubscribe'),
  'ai_usage.reader': of('ReaderName'),
  'ai_usage.purpose': oneOf('interpret', 'propose_sources', 'read'),
  'ai_successes.reader': oneOf('claude', 'openai'),
  'ai_successes.purpose': oneOf('interpret', 'read'),
  'ai_usage.outcome': oneOf(
    ...['failed', 'malformed', 'ok', 'rate_limited', 'refused', 'server_error', 'timeout', 'truncated'],
  ),
};

async function writeTypes(connectionString: string): Promise<void> {
  const dialect = getDialect('postgres', { dateParser: 'string' });
  const db = await dialect.introspector.connect({ connectionString, dialect });
  try {
    await generate({
      camelCase: true,
      customImports: IMPORTS,
      db,
      dialect,
      excludePattern: 'kysely_*',
      logger: new Logger('info'),
      outFile: 'src/db/types.ts',
      overrides: { columns: COLUMNS },
      typeMapping: { int8: 'number' },
      verify: process.argv.includes('--verify'),
    });
  } finally {
    await db.destroy();
  }
}

/** A database of its own beside the given one, whose schema may be older, newer or in use. */
async function withScratchDatabase(server: string, use: (connectionString: string) => Promise<void>): Promise<void> {
  const name = `monitors_types_${randomBytes(4).toString('hex')}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  try {
    await admin.query(`CREATE DATABASE ${name}`);
    const scratch = new URL(server);
    scratch.pathname = `/${name}`;
    await use(scratch.href);
  } finally {
    await dropWhenLeft(admin, name);
    await admin.end();
  }
}

/** The generator's pool hangs up a moment after it is done; dropping by force would make it throw. */
async function dropWhenLeft(admin: pg.Client, name: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { rowCount } = await admin.query('SELECT 1 FROM pg_stat_activity WHERE datname = $1', [name]);
    if (rowCount === 0) break;
    await sleep(200);
  }
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

const LATEST_FILE = 'src/db/latest-migration.ts';

/** The name of the last migration, for the app: it does not carry the migrations themselves. */
function writeLatest(name: string): void {
  const text = `/** The last migration that this app needs. Written by \`npm run db:types\`. */
export const LATEST_MIGRATION = '${name}';
`;
  if (!process.argv.includes('--verify')) writeFileSync(LATEST_FILE, text);
  else if (readFileSync(LATEST_FILE, 'utf8') !== text) throw new Error(`${LATEST_FILE} is stale: npm run db:types`);
}

async function migrateAndGenerate(connectionString: string): Promise<void> {
  const { db } = createDb(connectionString);
  try {
    writeLatest((await migrateToLatest(db)).at(-1) ?? '');
  } finally {
    await db.destroy();
  }
  await writeTypes(connectionString);
}

if (process.env.DATABASE_URL) {
  await withScratchDatabase(process.env.DATABASE_URL, migrateAndGenerate);
} else {
  const server = await openEmbeddedPostgres({ dataDir: resolve(process.env.DATA_DIR || '.data') });
  try {
    await withScratchDatabase(server.connectionString, migrateAndGenerate);
  } finally {
    await server.release();
  }
}
