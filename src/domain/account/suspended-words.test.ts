import { expect, it } from 'vitest';
import { suspendedWords } from './suspended-words';

it.each([
  ['Spam from this account.', 'help@example.org', ': Spam from this account. Its', 'write to help@example.org.'],
  [null, 'help@example.org', 'is suspended. Its', 'write to help@example.org.'],
  ['  ', null, 'is suspended. Its', 'write to whoever runs this server.'],
])('of %s, %s', (why, contact, reason, way) => {
  const words = suspendedWords(why, contact);
  expect(words).toContain(reason);
  expect(words).toContain(way);
});
