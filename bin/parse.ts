import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { parseAvailability } from '@/domain/written/availability';
import { parseDate } from '@/domain/written/date';
import type { DateContext } from '@/domain/written/hint';
import { parseMoney, saysFree } from '@/domain/written/money';
import { parseNumber } from '@/domain/written/number';
import { parseQuantity } from '@/domain/written/quantity';
import { Hint, hintOf } from './parse-hint';

// `npm run parse -- <kind>`: JSON lines {id, text, language?, hint?, now?} on stdin or in --cases, one answer for each.

/** An ISO instant; one without a zone is taken as UTC. */
const Now = z
  .string()
  .transform(
    (written) => new Date(/(?:Z|[+-]\d{2}:?\d{2})$|^\d{4}-\d{2}-\d{2}$/.test(written) ? written : `${written}Z`),
  )
  .refine((now) => !Number.isNaN(now.getTime()), 'not an ISO date');

const Case = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  language: z.string().nullish(),
  hint: Hint.nullish(),
  now: Now.nullish(),
});

type Answer = Record<string, string | number | boolean | null>;

const decimal = (number: string | undefined) => (number === undefined ? null : Number(number));

/** What each kind answers; with an empty text, what it answers where nothing is found. */
const KINDS = {
  number: (text, context) => ({ value: decimal(parseNumber(text, context) ?? undefined) }),
  money: (text, context) => {
    const money = parseMoney(text, context);
    if (money) return { amount: Number(money.amount), currency: money.currency };
    return saysFree(text) ? { amount: 0, currency: context.currency ?? null } : { amount: null, currency: null };
  },
  quantity: (text, context) => {
    const quantity = parseQuantity(text, context);
    return { value: decimal(quantity?.number), unit: quantity?.unit ?? null };
  },
  date: (text, context) => {
    const iso = parseDate(text, context);
    return { date: iso?.slice(0, 10) ?? null, iso };
  },
  availability: (text) => {
    const said = parseAvailability(text);
    return { available: said?.available ?? null, quote: said?.quote ?? null };
  },
} satisfies Record<string, (text: string, context: DateContext) => Answer>;

type Kind = keyof typeof KINDS;

function idOf(line: unknown): string | number | null {
  const id = typeof line === 'object' && line !== null && 'id' in line ? line.id : null;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

function answer(kind: Kind, line: string, number: number): Answer {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    console.error(`Line ${number}: not JSON. Write one object a line: {"id": "1", "text": "$1,299"}`);
    return { id: null, ...KINDS[kind]('', {}) };
  }
  const parsed = Case.safeParse(json);
  if (!parsed.success) {
    console.error(`Line ${number}: ${z.prettifyError(parsed.error).replaceAll('\n', ' ')}`);
    return { id: idOf(json), ...KINDS[kind]('', {}) };
  }
  const { id, text, hint, language, now } = parsed.data;
  return { id, ...KINDS[kind](text, { ...hintOf(hint, language), now: now ?? undefined }) };
}

async function* linesOf(path: string | undefined): AsyncGenerator<string> {
  if (path === undefined || path === '-')
    yield* createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  else yield* readFileSync(path, 'utf8').split(/\r?\n/);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { cases: { type: 'string' } }, allowPositionals: true });
  const kinds = Object.keys(KINDS) as Kind[];
  const kind = kinds.find((one) => one === positionals[0]);
  if (!kind) throw new Error(`say what to parse: npm run parse -- ${kinds.join('|')}`);
  let number = 0;
  for await (const line of linesOf(values.cases)) {
    number++;
    if (line.trim() === '') continue;
    process.stdout.write(`${JSON.stringify(answer(kind, line.replace(/^\uFEFF/, ''), number))}\n`);
  }
}

main().catch((error: unknown) => {
  console.error(`parse stopped: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
