import { expect, it } from 'vitest';
import { reasonOf } from './dead-letters';

it.each([
  ['SendGrid answered 400', 'SendGrid answered 400'],
  [{ message: 'connect ECONNREFUSED 127.0.0.1:5432', stack: 'at secret' }, 'connect ECONNREFUSED 127.0.0.1:5432'],
  [{ value: { message: 'job timed out' } }, 'job timed out'],
  [{ value: 'handler stopped' }, 'handler stopped'],
  ['invalid input syntax for type json: "my\nprompt"', 'invalid input syntax for type json: …'],
  ["550 <ada@example.org>: 'Ada'  refused", '550 <…>: … refused'],
  ['GET https://user:pw@shop.example/p?q=1 failed', 'GET … failed'],
  [null, 'No reason was kept.'],
  [{ detail: 'Key (email)=(x)' }, 'No reason was kept.'],
  [42, 'No reason was kept.'],
])('%j is told as %s', (thrown, words) => {
  expect(reasonOf(thrown)).toBe(words);
});

it('is one short line', () => {
  expect(reasonOf('x '.repeat(500))).toHaveLength(200);
});
