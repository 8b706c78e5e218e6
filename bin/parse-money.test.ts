import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

function run(lines: string[], args: string[] = []) {
  const done = spawnSync(process.execPath, ['--import', 'tsx', 'bin/parse-money.ts', ...args], {
    input: lines.join('\n'),
    encoding: 'utf8',
  });
  const answers: unknown[] = done.stdout
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return { answers, stderr: done.stderr, status: done.status };
}

const CASES = [
  { id: 1, text: '$1,439', hint: 'CAD' },
  { id: 'b', text: '1.299,95', hint: 'de-DE' },
  { id: 3, text: '10 kr', hint: 'DK' },
  { id: 4, text: '10', hint: '€' },
  { id: 5, text: '$10', hint: { country: 'au' } },
  { id: 6, text: '1.299', hint: { currency: 'eur', locale: 'it_IT' } },
  { id: 7, text: 'Free' },
  { id: 8, text: 'call us' },
].map((one) => JSON.stringify(one));

const ANSWERS = [
  { id: 1, amount: 1439, currency: 'CAD' },
  { id: 'b', amount: 1299.95, currency: null },
  { id: 3, amount: 10, currency: 'DKK' },
  { id: 4, amount: 10, currency: 'EUR' },
  { id: 5, amount: 10, currency: 'AUD' },
  { id: 6, amount: 1299, currency: 'EUR' },
  { id: 7, amount: 0, currency: null },
  { id: 8, amount: null, currency: null },
];

it('answers each line, with hints of every form', () => {
  const { answers, status, stderr } = run(CASES);
  expect([answers, status, stderr]).toEqual([ANSWERS, 0, '']);
}, 30_000);

it('reads a file, names what is wrong with a line, and goes on', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parse-money-'));
  const file = join(folder, 'cases.jsonl');
  writeFileSync(file, ['oops', '{"id":"x"}', CASES[0]].join('\r\n'));
  const { answers, stderr } = run([], ['--cases', file]);
  rmSync(folder, { recursive: true });
  expect(answers).toEqual([
    { id: null, amount: null, currency: null },
    { id: 'x', amount: null, currency: null },
    ANSWERS[0],
  ]);
  expect(stderr).toMatch(/Line 1: not JSON/);
  expect(stderr).toMatch(/Line 2: .*text/);
}, 30_000);

it('says which file is missing', () => {
  const { stderr, status } = run([], ['--cases', '/nowhere.jsonl']);
  expect(stderr).toMatch(/parse:money stopped: .*nowhere/);
  expect(status).toBe(1);
}, 30_000);
