import Decimal from 'decimal.js';
import { findMoney } from '@/domain/money';
import { findNumbers } from '@/domain/number';
import { joinAmounts, raisedCents } from './read-amounts';
import { type Candidate, candidatesOf, type Found, type Job, namesItem, namesProperty } from './read-candidates';
import type { Context } from './read-context';
import { isAskedDecoy, moneyDecoy } from './read-decoys';
import { ancestors, type PageIndex, type Piece, piecesOf } from './read-index';
import { clauseOf, isNetPrice, strangeWords } from './read-price-words';
import { saysAny } from './read-question';
import { type StatedOffer, statedCurrency, statedOffers } from './read-structured';

/** Every amount on the page is a candidate, its surroundings tell which one is the price. */
export function moneyCandidates(job: Job): Candidate[] {
  const offers = statedOffers(job.page.snapshot);
  const currency = statedCurrency(offers);
  const hint = { ...job.hint, currency: currency ?? job.hint.currency ?? null };
  const found = job.segments.flatMap((segment) =>
    piecesOf(job.page, segment).flatMap((piece) => moneyIn(job, piece, hint)),
  );
  const candidates = candidatesOf(job, withMarked(job, found, hint.currency ?? null));
  markSales(job.page, candidates);
  for (const candidate of candidates) judge(job, candidate, offers);
  preferLead(job, candidates);
  preferAskedKind(job, candidates);
  preferAskedCurrency(job, candidates);
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
  const marked = job.page.nodes.flatMap(({ attributes, start, end }): Found[] => {
    if (attributes.itemprop !== 'price' || end - start > 20) return [];
    const [only, more] = findNumbers(job.page.text.slice(start, end), job.hint);
    if (only === undefined || more !== undefined || found.some((one) => one.start < end && one.end > start)) return [];
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
  if (numbers.length !== 1 || only === undefined || /[\p{L}%°:]/u.test(rest)) return [];
  return [
    {
      start: segment.start + only.start,
      end: segment.start + only.end,
      value: { type: 'number', number: only.number, unit: currency },
      prior: -1.5,
      refusal: 'bare',
    },
  ];
}

const NET_ASKED = ['net', 'netto', 'excl vat', 'ht', 'hors taxe', 'before tax'];

function judge(job: Job, candidate: Candidate, offers: StatedOffer[]): void {
  const { context, value } = candidate;
  if (value.type !== 'number') return;
  if (candidate.refusal === 'bare') candidate.refusal = bareRefusal(job, candidate, offers);
  candidate.refusal ??= moneyDecoy(job.asked, context, job.hint.perMeasure ?? false);
  if (/(^|[ _-])(price|preis|prix|precio|prezzo|preco|prijs|amount|kakaku)/.test(context.names)) candidate.prior += 0.6;
  if (/(^|[ _-])(sale|current|now|final|our|special|buy|actual|today)([ _-]|$)/.test(context.names))
    candidate.prior += 0.4;
  if (
    /(^|[^a-z])(now|sale price|jetzt|nur|aktuell|maintenant|ahora|ora|agora|nu|por|deal price|our price|セール価格|特価)[^a-z0-9]{0,4}$/i.test(
      context.before,
    )
  ) {
    candidate.prior += 0.5;
  }
  if (context.fontSize >= 20) candidate.prior += 0.4;
  if (candidate.context.segment?.text.length === candidate.quote.length) candidate.prior += 0.4;
  if (inSentence(candidate)) candidate.prior -= 0.8;
  const segmentNamesItem = namesItem(job, context.segment?.text ?? '') >= 0.5;
  if (isStrange(job, { context, segmentNamesItem })) candidate.prior -= 0.7;
  if (isNetPrice(context) && !saysAny(job.asked, NET_ASKED)) candidate.prior -= 1.2;
  const stated = offers.find((offer) => offer.price !== null && sameAmount(offer.price, value.number));
  if (stated !== undefined) candidate.prior += namesItem(job, stated.name) >= 0.5 || job.places.total === 0 ? 0.8 : 0.2;
  if (new Decimal(value.number).isZero()) candidate.prior -= 1;
  if (isPartOfRange(candidate)) candidate.prior -= 0.1;
}

/** A number without a currency counts only where the page states its price elsewhere, or a label says that it is one. */
function bareRefusal(job: Job, candidate: Candidate, offers: StatedOffer[]): string | null {
  const { value, context } = candidate;
  const states = (offer: StatedOffer): boolean =>
    offer.price !== null && value.type === 'number' && sameAmount(offer.price, value.number);
  // The page itself says for machines that this very number is the price, or names the element so.
  if (value.type === 'number' && value.unit !== null && offers.some(states)) return null;
  if (value.type === 'number' && value.unit !== null && /(^| )price( |$)/.test(context.names)) return null;
  const labels = context.labels.filter(({ from }) => ['row', 'column', 'above', 'before'].includes(from));
  const priced = labels.find(({ text }) => namesProperty(job, text));
  if (priced === undefined) return 'it has no currency and no label that says it is a price';
  const [written] = findMoney(
    `1 ${
      priced.text
        .replace(/[^\p{L}\p{Sc}]+/gu, ' ')
        .trim()
        .split(' ')
        .at(-1) ?? ''
    }`,
    job.hint,
  );
  if (written?.currency && value.type === 'number') value.unit = written.currency;
  return null;
}

/** Words of another kind of amount around it: unknown to us, but not those that stand beside a plain price. */
function isStrange(job: Job, { context, segmentNamesItem }: { context: Context; segmentNamesItem: boolean }): boolean {
  const ofItem = (stem: string): boolean => job.asked.item.some(({ forms }) => forms.includes(stem));
  const { before, after } = clauseOf(context);
  if (!segmentNamesItem && strangeWords(before, ofItem) + (context.leadsToNext ? 0 : strangeWords(after, ofItem)) > 0)
    return true;
  return context.labels.some(
    ({ text, from }) =>
      (from === 'above' || from === 'row') && namesProperty(job, text) && strangeWords(text, ofItem) > 0,
  );
}

function inSentence({ context }: Candidate): boolean {
  return (context.segment?.text.length ?? 0) > 90;
}

function isPartOfRange({ context }: Candidate): boolean {
  return /^\s*[-–—]\s*$/.test(context.after) || /[-–—]\s*$/.test(context.before);
}

function sameAmount(stated: string, amount: string): boolean {
  const plain = stated.trim().replace(/^[^\d]+/, '');
  return /^\d+(\.\d+)?$/.test(plain) && new Decimal(plain).eq(amount);
}

/** Two amounts in one small block next to "-20 %", where the arithmetic agrees: the higher one is the old price. */
function markSales(page: PageIndex, candidates: Candidate[]): void {
  for (const [at, one] of candidates.entries()) {
    const other = candidates[at + 1];
    if (other === undefined || one.value.type !== 'number' || other.value.type !== 'number') continue;
    if (one.value.unit !== other.value.unit || other.span.start - one.span.end > 80) continue;
    const [low, high] = new Decimal(one.value.number).lt(other.value.number) ? [one, other] : [other, one];
    if (low.value.type !== 'number' || high.value.type !== 'number' || high.value.number === low.value.number) continue;
    const block = blockOf(page, one.context.node, other.span.end);
    const off = new Decimal(high.value.number).minus(low.value.number);
    const percent = off.div(high.value.number).times(100).toNumber();
    for (const match of block.matchAll(/(\d{1,2})\s?%(?!\s?(?:mwst|ust|vat|tva|iva|btw|apr|tax|gst|moms|消費))/gi)) {
      if (Math.abs(Number(match[1]) - percent) <= 1) high.refusal ??= 'it is the price before the discount';
    }
  }
}

function blockOf(page: PageIndex, node: number, end: number): string {
  for (const above of ancestors(page, node)) {
    const found = page.nodes[above];
    if (found !== undefined && found.end >= end && found.end - found.start >= 20) {
      return page.text.slice(found.start, Math.min(found.end, found.start + 400));
    }
  }
  return '';
}

/** Shops put the price right under the name: the first amount behind the page's heading that stands by itself. */
function preferLead(job: Job, candidates: Candidate[]): void {
  const head = job.page.headings.find((heading) => heading.level === 1) ?? job.page.headings[0];
  const lead = candidates.find(
    ({ span, refusal, binding, prior }) =>
      refusal === null && binding.entry === -1 && prior >= 0 && span.start >= (head?.end ?? 0),
  );
  if (lead !== undefined) lead.prior += 0.4;
}

/** Who asks for the used offer or the monthly rate does not mean the plain price, where the page has both. */
function preferAskedKind(job: Job, candidates: Candidate[]): void {
  const asked = candidates.filter(
    (candidate) => candidate.refusal === null && isAskedDecoy(job.asked, candidate.context),
  );
  if (asked.length === 0) return;
  const named = asked.some((candidate) => isAskedDecoy(job.asked, candidate.context, job.asked.named));
  for (const candidate of candidates) {
    candidate.prior += asked.includes(candidate) ? 1.2 : -0.6;
    if (named && !asked.includes(candidate)) candidate.refusal ??= 'it is not the kind of price that was asked for';
  }
}

/** A page that shows several currencies is read in the one that the person named. */
function preferAskedCurrency(job: Job, candidates: Candidate[]): void {
  const unit = job.hint.currency ?? null;
  const asked = candidates.some(
    ({ value, refusal }) => refusal === null && value.type === 'number' && value.unit === unit,
  );
  if (unit === null || !asked) return;
  for (const candidate of candidates) {
    if (candidate.value.type === 'number' && candidate.value.unit !== unit) {
      candidate.refusal ??= `it is in ${candidate.value.unit ?? 'no currency'}, not in ${unit}`;
    }
  }
}
