import { type Kysely, sql } from 'kysely';
import { mintApiToken } from '@/auth/secret';
import type { DB } from '@/db/types';

interface Size {
  people: number;
  monitors: number;
  facts: number;
}

/** Fills an empty database: people of the beta, their monitors in equal parts, facts spread over a year. */
export async function fill(db: Kysely<DB>, size: Size): Promise<void> {
  await addPeople(db, size);
  await addFacts(db, size.facts);
}

/** People and their monitors, which count as many evaluations as they will have facts. */
export async function addPeople(db: Kysely<DB>, { people, monitors, facts }: Size): Promise<void> {
  await sql`INSERT INTO users (email, name, is_beta_user, email_verified_at)
    SELECT 'person-' || n || '@example.org', 'Person ' || n, true, now()
    FROM generate_series(1, ${people}::int) n`.execute(db);
  await sql`INSERT INTO monitors (user_id, name, prompt, type, extracted_fact, item, property, fact_type, unit,
      "trigger", trigger_condition, interpretation, source_url, language, current_value, previous_value, last_outcome,
      last_sentence, last_checked, last_manual_refresh, evaluation_count, created_at)
    SELECT person.id, 'Kettle ' || n || ' below $300',
      'Tell me when the Kettle ' || n || ' costs less than $300 at https://shop.example.org/kettle-' || n,
      'state', 'price of the Kettle ' || n || ' in USD', 'Kettle ' || n, 'price', 'number', 'USD', trigger.is,
      'is below $300.00', jsonb_build_object('type', 'state', 'fact', 'price of the Kettle ' || n || ' in USD', 'item',
        'Kettle ' || n, 'property', 'price', 'factType', 'number', 'unit', 'USD', 'trigger', trigger.is, 'sources',
        jsonb_build_array('https://shop.example.org/kettle-' || n), 'suggestedName', 'Kettle ' || n, 'language', 'en',
        'clarification', NULL),
      'https://shop.example.org/kettle-' || n, 'en',
      '{"type":"number","number":"312.5","unit":"USD"}'::jsonb, '{"type":"number","number":"320","unit":"USD"}'::jsonb,
      'value', 'The price is $312.50, which is not below $300.00.',
      now() - interval '1 hour', now() - interval '1 hour',
      ${Math.round(facts / monitors)}::int, now() - interval '365 days'
    FROM generate_series(1, ${monitors}::int) n
    JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM users) person
      ON person.place = n % ${people}::int
    CROSS JOIN (SELECT jsonb_build_object('kind', 'state', 'op', 'lt', 'value',
      '{"type":"number","number":"300","unit":"USD"}'::jsonb, 'value2', NULL) AS is) trigger`.execute(db);
}

/** Adds facts to all monitors in equal parts, one a day or more often, back from now. */
export async function addFacts(db: Kysely<DB>, facts: number): Promise<void> {
  await sql`INSERT INTO facts (monitor_id, evaluation_id, extracted_at, outcome, value, source,
      processing_time, change_type, change_amount, change_percentage, confidence, quote, box,
      crop, crop_media_type, reader, look, sentence)
    SELECT monitor.id, gen_random_uuid(), now() - interval '360 days' * (n / ${facts}::float), 'value',
      jsonb_build_object('type', 'number', 'number', (300 + n % 50)::text, 'unit', 'USD'),
      'https://shop.example.org/kettle', 420, 'decrease', -2, -0.6, 0.95, 'Price: $' || (300 + n % 50) || '.00',
      '{"x":24,"y":310,"width":120,"height":22}',
      decode(repeat('ff', 2000), 'hex'), 'image/webp', 'recipe', 'full',
      'The price is $' || (300 + n % 50) || '.00, which is not below $300.00.'
    FROM generate_series(1, ${facts}::int) n
    JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM monitors) monitor
      ON monitor.place = n % (SELECT count(*) FROM monitors)`.execute(db);
  await sql`VACUUM ANALYZE`.execute(db);
  // What was loaded is on disk before anything is measured: nobody loads two million facts beside their readers.
  await sql`CHECKPOINT`.execute(db);
}

/** Everybody with an API token to read, an address of their own and the ids of their monitors. */
export async function tokensOfEverybody(db: Kysely<DB>) {
  const monitors = await db.selectFrom('monitors').select(['id', 'userId']).execute();
  const byPerson = Map.groupBy(monitors, (monitor) => monitor.userId);
  const people = [...byPerson].map(([userId, own], place) => ({
    userId,
    monitorIds: own.map((monitor) => monitor.id),
    address: `198.18.${Math.floor(place / 250)}.${(place % 250) + 1}`,
    ...mintApiToken(),
  }));
  await db
    .insertInto('apiTokens')
    .values(
      people.map(({ userId, hash }) => ({
        userId,
        name: 'bench',
        tokenHash: hash,
        hint: 'bench',
        scopes: ['read'],
        createdAt: new Date(),
      })),
    )
    .execute();
  return people.map(({ secret, monitorIds, address }) => ({ token: secret, monitorIds, address }));
}
