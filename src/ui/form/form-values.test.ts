import { expect, it } from 'vitest';
import { z } from 'zod';
import { firstMessages, lazyValidate, zodValidate } from './form-values';

const schema = z.object({
  name: z.string().min(3, 'Too short').regex(/\d/, 'No digit'),
  age: z.number('Not a number'),
});

it('gives the first message of each input', () => {
  expect(zodValidate(schema)({ name: 'a', age: 'x' })).toEqual({ name: 'Too short', age: 'Not a number' });
});

it('gives nothing for valid input', () => {
  expect(zodValidate(schema)({ name: 'abc1', age: 1 })).toEqual({});
});

it('loads a schema when it is to validate, and leaves it to the server where that fails', async () => {
  expect(await lazyValidate(async () => schema)({ name: 'a', age: 1 })).toEqual({ name: 'Too short' });
  const unreachable = () => Promise.reject(new Error('offline'));
  expect(await lazyValidate(unreachable)({ name: 'a', age: 1 })).toEqual({});
});

it('leaves out inputs without a message', () => {
  expect(firstMessages({ a: [], b: undefined, c: ['Wrong', 'Worse'] })).toEqual({ c: 'Wrong' });
});
