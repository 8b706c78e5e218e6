import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkPort } from './port';
import { keptSecret, signingSecret, speakablePassword } from './secrets';

describe('secrets', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'monitors-secret-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('are made once and only their owner reads them', () => {
    const secret = keptSecret(folder, 'auth-secret', signingSecret);
    expect(secret.length).toBeGreaterThanOrEqual(43);
    expect(keptSecret(folder, 'auth-secret', signingSecret)).toBe(secret);
    expect(readFileSync(join(folder, 'auth-secret'), 'utf8')).toBe(secret);
    expect(statSync(join(folder, 'auth-secret')).mode & 0o777).toBe(0o600);
  });

  test('an emptied one is an error that says what to do, not an empty key', () => {
    writeFileSync(join(folder, 'emptied'), '\n');
    expect(() => keptSecret(folder, 'emptied', signingSecret)).toThrow('Delete it');
  });

  test('the demo password meets the rules of the app and differs each time', () => {
    const passwords = new Set(Array.from({ length: 200 }, speakablePassword));
    for (const password of passwords) expect(password).toMatch(/^[A-Z][a-z]{3}-\d{4}-[a-z]{4}$/);
    expect(passwords.size).toBeGreaterThan(195);
  });
});

describe('the port', () => {
  test('that is taken is named, with another to try', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await expect(checkPort(port, '127.0.0.1')).rejects.toThrow(`PORT=${port + 1} npm start`);
    await new Promise((resolve) => server.close(resolve));
    expect(await checkPort(port, '127.0.0.1')).toBe(port);
  });

  test('0 means a free one', async () => {
    expect(await checkPort(0, '127.0.0.1')).toBeGreaterThan(0);
  });
});
