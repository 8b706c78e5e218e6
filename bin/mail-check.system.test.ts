import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const run = (args: string[], env: Record<string, string> = {}) =>
  spawnSync('node_modules/.bin/tsx', ['bin/mail-check.ts', ...args], {
    ...{ encoding: 'utf8', timeout: 60_000 },
    env: { ...process.env, FROM_EMAIL: '', ...env },
  });

describe('npm run mail:check', () => {
  it('ends with 2 and what to write where it was not called right', () => {
    const wrong = run(['https://example.com/']);
    expect(wrong).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('is an address of the web') });
    expect(wrong.stderr).toContain('npm run mail:check --');
    expect(run([], { FROM_EMAIL: 'no address' })).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/FROM_EMAIL/),
    });
    expect(run(['--help'])).toMatchObject({ status: 0, stdout: expect.stringContaining('--return-path') });
  }, 60_000);

  it('ends with 1 where what is required is not there, whether or not there is a network', () => {
    const { status, stdout } = run([], { FROM_EMAIL: 'monitors@no-such-name.invalid' });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^no-such-name\.invalid, as SendGrid sends for it:\n(?:mend|unknown) +SPF: /);
    expect(stdout.trim().split('\n').length).toBeGreaterThan(5);
  }, 60_000);
});
