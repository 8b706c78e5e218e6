import { describe, expect, it } from 'vitest';
import { scrubbed } from './scrubbed';

describe('a message that leaves', () => {
  it.each([
    ['duplicate key for ada@example.org', 'duplicate key for [address]'],
    ['Failed to parse URL from https://shop.example/x?y=1', 'Failed to parse URL from [address]'],
    ['connect ECONNREFUSED 10.0.0.1:5432', 'connect ECONNREFUSED [address]'],
    ['connect ECONNREFUSED ::1:5432', 'connect ECONNREFUSED [address]'],
    ['getaddrinfo ENOTFOUND shop.example.co.uk', 'getaddrinfo ENOTFOUND [host]'],
    ['Unexpected token \'h\', "hush my prompt" is not valid JSON', "Unexpected token 'h', [text] is not valid JSON"],
    ['Unexpected end of "hush', 'Unexpected end of [text]'],
    ['The page says “$283.00”', 'The page says [text]'],
    ["open '/home/ada/.env'", 'open [text]'],
    ['GET /reset/3f9a81c04b27?token=hush failed', 'GET /reset/{other} failed'],
    ["Cannot read properties of undefined (reading 'map')", "Cannot read properties of undefined (reading 'map')"],
    ['canceling statement due to statement timeout', 'canceling statement due to statement timeout'],
  ])('%s', (message, left) => {
    expect(scrubbed(message)).toBe(left);
  });

  it('is short, and ready soon, whatever it is', () => {
    for (const part of ['a@', '::', '"', "'x", 'a.b.', '/a', 'a://']) {
      const since = performance.now();
      expect(scrubbed(part.repeat(100_000)).length).toBeLessThanOrEqual(500);
      expect(performance.now() - since).toBeLessThan(100);
    }
  });
});
