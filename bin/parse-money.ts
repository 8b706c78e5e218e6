import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { detectCurrency } from '@/domain/written/currency';
import { isCurrencyCode } from '@/domain/written/currency-table';
import type { ParseHint } from '@/domain/written/hint';
import { parseMoney, saysFree } from '@/domain/written/money';

// `npm run parse:money`: JSON lines {id, text, hint?} on stdin or in --cases, one {id, amount, currency} out for each.

const HintObject = z.object({
  currency: z.string().nullish(),
  locale: z.string().nullish(),
  language: z.string().nullish(),
  country: z.string().nullish(),
  host: z.string().nullish(),
});

const Case = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  hint: z.union([z.string(), HintObject]).nullish(),
});

/** "USD", "de-DE", "de", "DE", or the words around a price ("Preis in €"). */
function hintOfText(written: string): ParseHint {
  const hint = written.trim();
  const code = hint.toUpperCase();
  if (hint.length === 3 && isCurrencyCode(code)) return { currency: code };
  // "TL" and "RM" are written for currencies, and countries too.
  if (/^[A-Z]{2}$/.test(hint)) return { region: hint, currency: detectCurrency(hint) };
  if (/^[a-z]{2,3}([-_][A-Za-z]{4})?([-_][A-Za-z]{2})?$/.test(hint)) return { language: hint.replaceAll('_', '-') };
  return { currency: detectCurrency(hint) };
}

function hintOf(hint: z.infer<typeof Case>['hint']): ParseHint {
  if (typeof hint === 'string') return hintOfText(hint);
  if (!hint) return {};
  const currency = hint.currency ? hintOfText(hint.currency).currency : undefined;
  const language = (hint.locale ?? hint.language)?.replaceAll('_', '-');
  return { currency, language, region: hint.country?.toUpperCase(), host: hint.host };
}

function idOf(line: unknown): string | number | null {
  const id = typeof line === 'object' && line !== null && 'id' in line ? line.id : null;
  return typeof id === 'string' || typeof id === 'number' ? id : null;
}

function answer(line: string, number: number) {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    console.error(`Line ${number}: not JSON. Write one object a line: {"id": "1", "text": "$1,299"}`);
    return { id: null, amount: null, currency: null };
  }
  const parsed = Case.safeParse(json);
  if (!parsed.success) {
    console.error(`Line ${number}: ${z.prettifyError(parsed.error).replaceAll('\n', ' ')}`);
    return { id: idOf(json), amount: null, currency: null };
  }
  const { id, text, hint } = parsed.data;
  const known = hintOf(hint);
  const money = parseMoney(text, known);
  if (money) return { id, amount: Number(money.amount), currency: money.currency };
  return { id, amount: saysFree(text) ? 0 : null, currency: saysFree(text) ? (known.currency ?? null) : null };
}

async function* linesOf(path: string | undefined): AsyncGenerator<string> {
  if (path === undefined || path === '-')
    yield* createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  else yield* readFileSync(path, 'utf8').split(/\r?\n/);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { cases: { type: 'string' } } });
  let number = 0;
  for await (const line of linesOf(values.cases)) {
    number++;
    if (line.trim() !== '') process.stdout.write(`${JSON.stringify(answer(line.replace(/^\uFEFF/, ''), number))}\n`);
  }
}

main().catch((error: unknown) => {
  console.error(`parse:money stopped: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
