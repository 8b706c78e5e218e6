import { expect, it } from 'vitest';
import { hashPassword, verifyPassword } from './password';

it('verifies the password it hashed, and no other', async () => {
  const stored = await hashPassword('Correct horse 7');
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword('Correct horse 7', stored)).toBe(true);
  expect(await verifyPassword('correct horse 7', stored)).toBe(false);
});

it('salts every hash', async () => {
  expect(await hashPassword('Same 1234')).not.toBe(await hashPassword('Same 1234'));
});

it('opens no door for a missing account, not even with the dummy', async () => {
  expect(await verifyPassword('no account has this password', null)).toBe(false);
});

it('opens no door for a broken stored text', async () => {
  expect(await verifyPassword('x', 'not a hash')).toBe(false);
  expect(await verifyPassword('x', '')).toBe(false);
});

it('does not block the event loop', async () => {
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
  }, 1);
  await Promise.all(Array.from({ length: 8 }, () => hashPassword('Some pass 1')));
  clearInterval(timer);
  expect(ticks).toBeGreaterThan(5);
});
