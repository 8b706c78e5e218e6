import { detectCurrency } from '@/domain/written/currency';
import type { Candidate, Job } from './candidates';
import type { Context } from './context';
import { marketFigure } from './decoys';
import { equivalents } from './equivalents';
import { fold } from './words';

/** "1 EUR = 1.0842 USD": the number behind the equals sign is the rate, in this direction. */
export function judgeRate(job: Job, candidate: Candidate): void {
  const { context, value } = candidate;
  if (value.type !== 'number') return;
  const [base] = job.asked.item;
  if (
    /^\s*(\p{L}[\p{L} .]{1,24})?\s*(=|＝|equals|is|entspricht|ist)\s*$/u.test(context.after) ||
    value.number === '1'
  ) {
    candidate.refusal ??= 'it is the amount that is converted, not the rate';
  }
  const changes = context.labels.some(
    ({ text, from }) =>
      from === 'column' &&
      /(change|chg|±|diff|variation|veranderung|variacion|variazione|variacao|前日比)/.test(fold(text)),
  );
  if (changes || value.number.startsWith('-')) candidate.refusal ??= 'it is a change, not the rate';
  if (convertsMore(context, base?.forms ?? [])) candidate.refusal ??= 'it is an example amount, not the rate';
  candidate.refusal ??= marketFigure(job.asked, context);
  const statement =
    /1(?:[.,]0+)?\s*(\p{L}[\p{L} .]{1,24}|[$€£¥])\s*(?:=|＝|equals|entspricht)\s*\p{Sc}?\s*$/u.exec(context.before) ??
    statementBefore(job, candidate);
  if (statement !== null && base !== undefined) {
    const names = fold(statement[1] ?? '');
    const pair = job.asked.question.item ?? '';
    const forms = base.forms.flatMap(equivalents);
    const isBase = forms.some((form) => names.includes(form)) || isSymbolOf(names, pair.slice(0, 3));
    const isPair = /^[A-Za-z]{3}\s?[/-]\s?[A-Za-z]{3}/.test(pair) || (job.asked.item.length > 1 && forms.length > 1);
    if (isPair && !isBase) candidate.refusal ??= 'it is the rate in the other direction';
    else candidate.prior += 1.2;
  }
  if (value.number.includes('.') || value.unit === '%') candidate.prior += 0.5;
  else candidate.prior -= 0.8;
  if (/^\s?%/.test(context.after) && value.unit !== '%') candidate.refusal ??= 'it is a percentage of change';
  if (/[+−±-]\s?$/.test(context.before)) candidate.refusal ??= 'it is a change, not the rate';
}

/** Tables of examples ("100 GBP | 119.46 EUR"): only the row of one unit states the rate. */
function convertsMore(context: Context, base: string[]): boolean {
  const after = fold(context.after).trim();
  if (base.some((form) => after.startsWith(form))) return true;
  return context.labels.some(({ text, from }) => {
    const amount = from === 'row' ? /^([\d.,]+)\s*\p{L}/u.exec(text.trim())?.[1] : undefined;
    // "20 Nov 2026" heads a row of a history; it is no amount.
    return amount !== undefined && !/^1([.,]0+)?$/.test(amount) && detectCurrency(text) !== null;
  });
}

/** The statement may be drawn on two lines: "1.00 euro =" over "0.93574 Swiss francs". */
function statementBefore(job: Job, { context, span }: Candidate): RegExpExecArray | null {
  const own = job.page.text.slice(context.segment?.start ?? span.start, span.start);
  const above = job.page.segments[(context.segment?.index ?? 0) - 1];
  const line = own.trim() === '' && above !== undefined ? above.text : own;
  return /1(?:[.,]0+)?\s*(\p{L}[\p{L} .]{1,24}|[$€£¥])\s*(?:=|＝|equals|entspricht)\s*\p{Sc}?\s*$/u.exec(
    line.slice(-60),
  );
}

function isSymbolOf(symbol: string, code: string): boolean {
  return (
    ({ $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY' } as Record<string, string>)[symbol.trim()] === code.toUpperCase()
  );
}

export function judgeRating(candidate: Candidate): void {
  const { context, value } = candidate;
  if (value.type !== 'number') return;
  const after = fold(context.after);
  if (Number(value.number) > 10 || value.number.startsWith('-')) candidate.refusal ??= 'it is no rating (more than 10)';
  if (/^\s*(reviews?|ratings?|bewertungen|avis|opiniones|recensioni|avaliacoes|votes?|beoordelingen|件)/.test(after)) {
    candidate.refusal ??= 'it counts the ratings';
  }
  if (/^\s*(\/|out of|von|sur|de|su|van|stars?|sterne|etoiles|★|⭐)/.test(after)) {
    candidate.prior += 1;
    candidate.label = Math.max(candidate.label, 0.7);
  }
  if (/[★⭐☆]\s?$/u.test(context.before)) candidate.label = Math.max(candidate.label, 0.6);
  if (/(out of|von|sur|de|\/)\s*$/.test(fold(context.before))) candidate.refusal ??= 'it is the scale of the rating';
}
