import type { Question } from '@/domain/contract/reading';
import type { Snapshot } from '@/domain/snapshot';
import { amountFormatOf } from '@/domain/written/amount-format';
import { currencyOfPage, openCurrencies } from '@/domain/written/currency';
import { isCurrencyCode } from '@/domain/written/currency-table';
import type { ParseHint } from '@/domain/written/hint';

/** In what language, currency, site and format a question reads a page. */
export function hintOf(question: Question, snapshot: Snapshot): ParseHint {
  const { language: declared, finalUrl } = snapshot;
  const host = URL.canParse(finalUrl) ? new URL(finalUrl).hostname : null;
  const page = { language: declared ?? question.language, host };
  return { ...page, currency: currencyOf(question, snapshot, page), ...formatOf(snapshot) };
}

type Format = ReturnType<typeof amountFormatOf>;

const formats = new WeakMap<Snapshot, Format>();

/** How the page writes its amounts, looked at once. */
function formatOf(snapshot: Snapshot): Format {
  const format = formats.get(snapshot) ?? amountFormatOf(snapshot.text);
  formats.set(snapshot, format);
  return format;
}

/** The asked currency; where the person wrote a sign that several share ("$"), the one of them that the page means. */
function currencyOf({ unit, prompt }: Question, { text }: Snapshot, page: ParseHint): string | null {
  if (unit === null || !isCurrencyCode(unit)) return null;
  const open = openCurrencies(prompt, unit);
  return (open.length > 0 ? currencyOfPage(open, text, page) : null) ?? unit;
}
