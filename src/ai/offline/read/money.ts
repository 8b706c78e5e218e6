import { findMoney } from '@/domain/written/money';
import { findNumbers } from '@/domain/written/number';
import { joinAmounts, raisedCents } from './amounts';
import { lowerBound } from './bounds';
import { type Candidate, candidatesOf, type Found, type Job } from './candidates';
import { type Piece, piecesOf } from './page-index';
import { judgePrice, markSales, preferAskedCurrency, preferLead, preferLowestOffer, refuseUnsaid } from './price-judge';
import { preferAskedKind, refuseBulk } from './price-kinds';
import { refuseStrangers } from './rank';
import { preferNewest } from './series';
import { statedCurrency, statedOffers } from './structured';

/** Every amount on the page is a candidate, its surroundings tell which one is the price. */
export function moneyCandidates(job: Job): Candidate[] {
  const offers = statedOffers(job.page.snapshot);
  const currency = statedCurrency(offers);
  const hint = { ...job.hint, currency: currency ?? job.hint.currency ?? null };
  const found = job.segments.flatMap((segment) =>
    piecesOf(job.page, segment).flatMap((piece) => moneyIn(job, piece, hint)),
  );
  const candidates = candidatesOf(job, withMarked(job, found, hint.currency ?? null));
  markSales(job, candidates);
  for (const candidate of candidates) judgePrice(job, candidate, offers);
  refuseBulk(job, candidates);
  preferLead(job, candidates);
  preferAskedKind(job, candidates);
  preferAskedCurrency(job, candidates);
  preferNewest(job, candidates);
  refuseStrangers(job, candidates);
  preferLowestOffer(candidates);
  refuseUnsaid(job, candidates);
  return candidates;
}

function moneyIn(job: Job, segment: Piece, hint: Job['hint']): Found[] {
  if (!/\d|[٠-٩０-９]/.test(segment.text)) return [];
  const joined = joinAmounts(job.page, segment);
  const found = findMoney(joined.text, hint).map((money): Found => {
    const span = { start: segment.start + joined.at(money.start), end: segment.start + joined.at(money.end) };
    const amount = raisedCents(job.page, span, money.amount) ?? money.amount;
    return { ...span, value: { type: 'number', number: amount, unit: money.currency } };
  });
  return found.length > 0 ? found : bareAmounts(job, segment, hint.currency ?? null);
}

/** Numbers without a sign in an element that the author marks as the price ("itemprop=price"). */
function withMarked(job: Job, found: Found[], currency: string | null): Found[] {
  const starts = found.map((one) => one.start);
  const marked = job.page.nodes.flatMap(({ attributes, start, end }): Found[] => {
    if (attributes.itemprop !== 'price' || end - start > 20) return [];
    const [only, more] = findNumbers(job.page.text.slice(start, end), job.hint);
    const before = found[lowerBound(starts, end) - 1];
    if (only === undefined || more !== undefined || (before !== undefined && before.end > start)) return [];
    const value = { type: 'number' as const, number: only.number, unit: currency };
    return [{ start: start + only.start, end: start + only.end, value, prior: -0.4, refusal: 'bare' }];
  });
  return marked.length === 0 ? found : [...found, ...marked].sort((one, other) => one.start - other.start);
}

/** A cell or line with a number alone, under a label such as "Price (USD)": the currency stands in the label. */
function bareAmounts(job: Job, segment: Piece, currency: string | null): Found[] {
  const numbers = findNumbers(segment.text, job.hint);
  const [only] = numbers;
  const rest = segment.text.replace(/^[^:：]{1,60}[:：]\s/u, '');
  if (only === undefined || /[\p{L}%°:]/u.test(rest)) return [];
  // "129,99 99,99": an old and a new price side by side.
  const isPair =
    numbers.length === 2 && numbers.every(({ start, end }) => /[.,]\d\d$/.test(segment.text.slice(start, end)));
  if (numbers.length > 1 && !isPair) return [];
  return numbers.map((one) => ({
    start: segment.start + one.start,
    end: segment.start + one.end,
    value: { type: 'number', number: one.number, unit: currency },
    prior: isPair ? -0.8 : -1.5,
    refusal: 'bare',
  }));
}
