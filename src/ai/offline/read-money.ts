import Decimal from 'decimal.js';
import { toDecimalString } from '@/domain/decimal';
import { findMoney } from '@/domain/money';
import { findNumbers } from '@/domain/number';
import { type Candidate, candidatesOf, type Found, type Job, namesItem, namesProperty } from './read-candidates';
import { isAskedDecoy, moneyDecoy } from './read-decoys';
import { ancestors, type PageIndex, type Piece, piecesOf } from './read-index';
import { type StatedOffer, statedCurrency, statedOffers } from './read-structured';

/** Every amount on the page is a candidate, its surroundings tell which one is the price. */
export function moneyCandidates(job: Job): Candidate[] {
  const offers = statedOffers(job.page.snapshot);
  const currency = statedCurrency(offers);
  const hint = { ...job.hint, currency: currency ?? job.hint.currency ?? null };
  const found = job.segments.flatMap((segment) =>
    piecesOf(job.page, segment).flatMap((piece) => moneyIn(job, piece, hint)),
  );
  const candidates = candidatesOf(job, found);
  markSales(job.page, candidates);
  for (const candidate of candidates) judge(job, candidate, offers);
  preferAskedKind(job, candidates);
  preferAskedCurrency(job, candidates);
  return candidates;
}

function moneyIn(job: Job, segment: Piece, hint: Job['hint']): Found[] {
  if (!/\d|[٠-٩０-９]/.test(segment.text)) return [];
  const found = findMoney(centPoints(job.page, segment), hint).map((money): Found => {
    const span = { start: segment.start + money.start, end: segment.start + money.end };
    const amount = raisedCents(job.page, span, money.amount) ?? money.amount;
    return { ...span, value: { type: 'number', number: amount, unit: money.currency } };
  });
  return found.length > 0 ? found : bareAmounts(job, segment, hint.currency ?? null);
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

/** "$19 99" with the 99 raised is $19.99: the gap becomes a point, so that offsets stay. */
export function centPoints(page: PageIndex, piece: Piece): string {
  if (!/\d \d\d/.test(piece.text)) return piece.text;
  let { text } = piece;
  for (const node of page.nodes) {
    if (node.start >= piece.end) break;
    if (node.start <= piece.start || node.end > piece.end || node.end - node.start !== 2 || !isCents(node)) continue;
    const at = node.start - piece.start;
    if (/\d $/.test(text.slice(0, at)) && /^\d\d(?!\d)/.test(text.slice(at)))
      text = `${text.slice(0, at - 1)}.${text.slice(at)}`;
  }
  return text;
}

const CENTS = /(^|[ _-])(cents?|decimals?|fraction|sup|centimes)([ _-]|$)/;

function isCents(node: { tag: string; attributes: Record<string, string> }): boolean {
  return node.tag === 'sup' || CENTS.test((node.attributes.class ?? '').toLowerCase());
}

/** "$19" with a raised "99" beside it arrives as "$1999": the cents are the smaller element at the amount's end. */
export function raisedCents(page: PageIndex, span: { start: number; end: number }, amount: string): string | null {
  if (amount.includes('.') || !/\d{3}/.test(amount)) return null;
  for (let index = 0; index < page.nodes.length; index++) {
    const node = page.nodes[index];
    if (node === undefined || node.start >= span.end) break;
    if (node.start <= span.start || node.end > span.end) continue;
    const named = /(^|[ _-])(cents?|decimals?|fraction|sup|centimes|kopecks?)([ _-]|$)/.test(
      (node.attributes.class ?? '').toLowerCase(),
    );
    const digits = page.text.slice(node.start, node.end);
    if ((node.tag === 'sup' || node.tag === 'small' || named) && /^\d{2}$/.test(digits) && amount.endsWith(digits)) {
      return toDecimalString(new Decimal(amount).div(100));
    }
  }
  return null;
}

function judge(job: Job, candidate: Candidate, offers: StatedOffer[]): void {
  const { context, value } = candidate;
  if (value.type !== 'number') return;
  if (candidate.refusal === 'bare') candidate.refusal = bareRefusal(job, candidate);
  candidate.refusal ??= moneyDecoy(job.asked, context);
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
  const stated = offers.find((offer) => offer.price !== null && sameAmount(offer.price, value.number));
  if (stated !== undefined) candidate.prior += namesItem(job, stated.name) >= 0.5 || job.places.total === 0 ? 0.8 : 0.2;
  if (new Decimal(value.number).isZero()) candidate.prior -= 1;
  if (isPartOfRange(candidate)) candidate.prior -= 0.1;
}

/** A number without a currency counts only where a label next to it says that it is a price. */
function bareRefusal(job: Job, candidate: Candidate): string | null {
  const labels = candidate.context.labels.filter(({ from }) => ['row', 'column', 'above', 'before'].includes(from));
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
  if (written?.currency && candidate.value.type === 'number') candidate.value.unit = written.currency;
  return null;
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
  const unit = job.asked.question.unit;
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
