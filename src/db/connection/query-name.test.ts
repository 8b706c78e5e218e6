import { expect, it } from 'vitest';
import { queryName } from './query-name';

it.each([
  ['select "id" from "evaluations" where "id" = $1', 'select evaluations'],
  ['insert into "facts" ("id") values ($1)', 'insert facts'],
  ['update "monitors" set "name" = $1 where "id" = $2', 'update monitors'],
  ['delete from "sessions" where "id" = $1', 'delete sessions'],
  ['\n  WITH recent AS (SELECT * FROM source_looks WHERE at > $1) SELECT 1', 'select source_looks'],
  ['SELECT pg_advisory_xact_lock(hashtext($1))', 'select'],
  ['begin', 'other'],
])('%j is counted as %j', (text, name) => {
  expect(queryName(text)).toBe(name);
});
