import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const run = (args: string[], input = '') =>
  spawnSync('node_modules/.bin/tsx', ['bin/gate.ts', ...args], { input, encoding: 'utf8', timeout: 20_000 });

describe('npm run gate', () => {
  it('prints a line for every case, also for those it cannot read', () => {
    const cases = [
      '{"id":"a","url":"https://shop.example/","redirects":["/next"]}',
      '{"id":2,"url":"http://127.1/"}',
      '',
      'nonsense',
      '{"id":"c"}',
    ].join('\n');
    const { status, stdout, stderr } = run(['--cases', '-'], cases);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(0);
    expect(lines.map(({ id, blocked }) => [id, blocked])).toEqual([
      ['a', false],
      [2, true],
      [4, true],
      ['c', true],
    ]);
    expect(lines.every(({ reason }) => typeof reason === 'string')).toBe(true);
    expect(stderr).toMatch(/Line 4: not JSON.*\nLine 5: url/);
  }, 30_000);

  it('says what is missing', () => {
    expect(run([])).toMatchObject({ status: 2, stderr: expect.stringContaining('--cases') });
    expect(run(['--cases', 'no-such-file.jsonl'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('no-such-file'),
    });
    expect(run(['--what'])).toMatchObject({ status: 2, stderr: expect.stringContaining('--cases') });
  }, 60_000);
});
