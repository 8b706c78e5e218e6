import { expect, it } from 'vitest';
import { isDatabaseDown } from './database-down';

const coded = (code: string) => Object.assign(new Error('x'), { code });

it.each([
  ['a refused connection', coded('ECONNREFUSED')],
  ['a server that shuts down', coded('57P01')],
  ['a broken connection', new Error('Connection terminated unexpectedly')],
  ['a pool that waited in vain', new Error('timeout exceeded when trying to connect')],
  ['what wraps it', new Error('a query failed', { cause: coded('57P03') })],
  ['all addresses of a name', new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')])],
])('%s is a database that is away', (_name, error) => {
  expect(isDatabaseDown(error)).toBe(true);
});

it.each([coded('23505'), coded('57014'), new Error('boom'), 'ECONNREFUSED', null])('%s is not', (error) => {
  expect(isDatabaseDown(error)).toBe(false);
});
