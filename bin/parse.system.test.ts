import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

function run(lines: string[], args: string[] = [], kind = 'money') {
  const done = spawnSync(process.execPath, ['--import', 'tsx', 'bin/parse.ts', kind, ...args], {
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
  const folder = mkdtempSync(join(tmpdir(), 'parse-'));
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
  expect(stderr).toMatch(/parse stopped: .*nowhere/);
  expect(status).toBe(1);
}, 30_000);

const lines = (...cases: object[]) => cases.map((one, index) => JSON.stringify({ id: index, ...one }));

it.each<[string, string[], unknown[]]>([
  [
    'number',
    lines({ text: '1.234', language: 'de' }, { text: '1.234', hint: 'en' }, { text: 'none' }),
    [{ value: 1234 }, { value: 1.234 }, { value: null }],
  ],
  [
    'quantity',
    lines({ text: '-4,5 °C', language: 'fr' }, { text: '5' }),
    [
      { value: -4.5, unit: '°C' },
      { value: null, unit: null },
    ],
  ],
  [
    'date',
    lines(
      { text: '2 мая 2026, 14:30', language: 'Russian' },
      { text: 'tomorrow', now: '2026-11-29T12:00:00' },
      { text: '?' },
    ),
    [
      { date: '2026-05-02', iso: '2026-05-02T14:30' },
      { date: '2026-11-30', iso: '2026-11-30' },
      { date: null, iso: null },
    ],
  ],
  [
    'availability',
    lines({ text: 'In stock today' }, { text: 'ausverkauft' }, { text: 'blue' }),
    [
      { available: true, quote: 'In stock' },
      { available: false, quote: 'ausverkauft' },
      { available: null, quote: null },
    ],
  ],
])(
  'answers %s',
  (kind, cases, expected) => {
    const { answers, status } = run(cases, [], kind);
    expect([answers, status]).toEqual([expected.map((one, id) => ({ id, ...(one as object) })), 0]);
  },
  30_000,
);

it('names what it can parse, and a moment that is none', () => {
  expect(run([], [], 'colour')).toMatchObject({ status: 1, stderr: expect.stringContaining('number|money|quantity') });
  const { answers, stderr } = run(lines({ text: 'today', now: 'noon' }), [], 'date');
  expect([answers, stderr]).toEqual([[{ id: 0, date: null, iso: null }], expect.stringMatching(/Line 1: .*now/)]);
}, 30_000);
