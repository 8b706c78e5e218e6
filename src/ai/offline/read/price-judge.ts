import Decimal from 'decimal.js';
import { detectCurrency } from '@/domain/written/currency';
import { type Candidate, type Job, namesItem, namesProperty } from './candidates';
import type { Context } from './context';
import { moneyDecoy } from './decoys';
import { ancestors, anyWithin, type PageIndex, type Segment } from './page-index';
import { NET_ASKED } from './price-kinds';
import { clauseOf, isNetPrice, strangeWords } from './price-words';
import { saysAny } from './question';
import type { StatedOffer } from './structured';
import { fold } from './words';

/** Words that make the next amount the present price, whatever else is offered on conditions. */
const NOW =
  /(^|[^a-z])(now|sale price|jetzt|nur|aktuell|maintenant|ahora|ora|agora|nu|por|deal price|our price|セール価格|特価)[^a-z0-9]{0,4}$/i;

/** Fees and deliveries may cost nothing, and so may what someone waits to be free; a thing for sale does not. */
const FREE_ASKED =
  /(^|[^a-z])(free|gratis|gratuit\w*|kostenlos\w*|umsonst|fees?|charges?|gebuhr\w*|\w*gebuhr(en)?|frais|commission\w*|admission|entrance|eintritt\w*|entrees?|entradas?|ingress[oi]|delivery|shipping|postage|versand\w*|lieferkosten|livraison|envio|spedizione|frete|entrega|verzend\w*|bezorg\w*|tolls?|maut|parking|parken|subscription|abo|abonnement|plan|tariff?|deposit|kaution|tax(es)?|kosten fur|giveaway)([^a-z]|$)|(^|[^\d.,])0([.,]0+)?([^\d.,]|$)|無料|送料|手数料|年会費/;

export function judgePrice(job: Job, candidate: Candidate, offers: StatedOffer[]): void {
  const { context, value } = candidate;
  if (value.type !== 'number') return;
  if (candidate.refusal === 'bare') candidate.refusal = bareRefusal(job, candidate, offers);
  candidate.refusal ??= moneyDecoy(job.asked, context, job.hint.perMeasure ?? false);
  if (/(^|[ _-])(price|preis|prix|precio|prezzo|preco|prijs|amount|kakaku)/.test(context.names)) candidate.prior += 0.6;
  if (/(^|[ _-])(sale|current|now|final|our|special|buy|actual|today)([ _-]|$)/.test(context.names))
    candidate.prior += 0.4;
  if (NOW.test(context.before)) candidate.prior += 0.5;
  if (context.fontSize >= 20) candidate.prior += 0.4;
  if (candidate.context.segment?.text.length === candidate.quote.length) candidate.prior += 0.4;
  if (inSentence(candidate)) candidate.prior -= 0.8;
  if (isStrange(job, candidate)) {
    candidate.prior -= 0.7;
    // In a sentence the word "price" may be said of anything.
    if ((context.segment?.text.length ?? 0) > 40) candidate.label = Math.min(candidate.label, 0.5);
  }
  if (isAskedMeasure(job, context)) candidate.prior += 1;
  if (CHEAPEST.test(fold(`${context.before} ${context.after}`))) candidate.prior += 0.6;
  if (isNetPrice(context) && !saysAny(job.asked, NET_ASKED)) candidate.prior -= 1.2;
  const stated = offers.find((offer) => offer.price !== null && sameAmount(offer.price, value.number));
  if (stated !== undefined) candidate.prior += namesItem(job, stated.name) >= 0.5 || job.places.total === 0 ? 0.8 : 0.2;
  if (new Decimal(value.number).isZero()) {
    candidate.prior -= 1;
    if (/\d/.test(candidate.quote) && !FREE_ASKED.test(fold(job.asked.question.prompt)))
      candidate.refusal ??= 'a price of nothing stands where none is known';
  }
  if (isPartOfRange(candidate)) candidate.prior -= 0.1;
  if (isBusinessSum(job, candidate)) candidate.refusal ??= 'it is a sum that a sentence speaks of, not a price';
}

const MILLIONS =
  /\d\s?(m|mn|mio\.?|mln|mi|bn|b|mrd\.?|mld|md|million\w*|millones|millón|milh\w+|milion\w*|miljoen|milliard\w*|billion\w*|miliard\w*|miljard)(?!\p{L})|億/iu;

/** "Wins a contract worth £390m": whoever does not ask in millions means no sum of millions that a sentence names. */
function isBusinessSum(job: Job, { context, span, quote }: Candidate): boolean {
  const written = quote + context.after.slice(0, 12);
  if (!MILLIONS.test(written) || MILLIONS.test(job.asked.question.prompt)) return false;
  const line = job.page.text.slice(context.segment?.start ?? span.start, context.segment?.end ?? span.end);
  return (line.replace(quote, ' ').match(/\p{L}{3,}/gu) ?? []).length >= 3;
}

/** Of several offers side by side the lowest is the price; sites say which it is. */
const CHEAPEST =
  /(^|[^a-z])(cheapest|lowest (price|fare)|best (price|fare)|gunstigste\w*|bester preis|moins cher\w*|meilleur prix|mas barato|mejor precio|piu economic\w|miglior prezzo|mais barato|menor preco|goedkoopste|beste prijs)([^a-z]|$)|最安/;

/** "€98 per night" where the person says "per night": not the total. */
function isAskedMeasure(job: Job, { after }: Context): boolean {
  const measure = /^\s?(?:\/|per |pro |par |por |al |le |il |a |an |je |each |the )\s?(\p{L}{2,})/u.exec(
    fold(after),
  )?.[1];
  if (measure === undefined) return false;
  const same = MEASURES.find((words) => words.includes(measure));
  return same !== undefined ? saysAny(job.asked, same) : measure.length >= 3 && saysAny(job.asked, [measure]);
}

/** One measure in the words of several languages. Of two letters only what is no word besides. */
const MEASURES = [
  ['lb', 'lbs', 'a pound', 'per pound'],
  ['kg', 'kilo', 'kilogram', 'kilogramm', 'kilogramme', 'chilo', 'quilo'],
  ['litre', 'liter', 'litro', 'litri', 'litros', 'ltr'],
  ['night', 'nacht', 'nuit', 'noche', 'notte', 'noite', 'natt', 'doba'],
];

const PRICE_NAME = /(^|[ _-])(price|preis|prix|precio|prezzo|preco|prijs|pris|cena|kakaku)([ _-]|$)/;

/** A number without a currency counts only where the page states its price elsewhere, or a label says that it is one. */
function bareRefusal(job: Job, candidate: Candidate, offers: StatedOffer[]): string | null {
  const { value, context } = candidate;
  const states = (offer: StatedOffer): boolean =>
    offer.price !== null && value.type === 'number' && sameAmount(offer.price, value.number);
  // The page itself says for machines that this very number is the price, or names the element so.
  if (value.type === 'number' && value.unit !== null && offers.some(states)) return null;
  if (value.type === 'number' && value.unit !== null && value.number.includes('.') && PRICE_NAME.test(context.names))
    return null;
  const labels = context.labels.filter(({ from }) => ['row', 'column', 'above', 'before'].includes(from));
  const inHeader = labels.find(({ text, from }) => from === 'column' && detectCurrency(text, job.hint) !== null);
  const priced = labels.find(({ text }) => namesProperty(job, text)) ?? inHeader;
  if (priced === undefined && isOfPricedTable(job, candidate)) return null;
  if (priced === undefined) return 'it has no currency and no label that says it is a price';
  const written = detectCurrency(priced.text, job.hint);
  if (written !== null && value.type === 'number') value.unit = written;
  return null;
}

/** "Prices in €/litre" under a table of stations: with three decimals, as fuel is priced, or two. */
const PRICED_IN =
  /(^|[^a-z])(prices?|preise|prix|tarifs|precios|prezzi|precos|prijzen)( [a-z]+){0,3} (in|en|em) (€|eur|euros?|£|gbp|pounds|\$|usd|chf)(?![a-z])/;

const NOTES = new WeakMap<PageIndex, Segment | null>();

/** The page's first line that says in what its prices are. */
function noteOfPrices(page: PageIndex): Segment | null {
  const known = NOTES.get(page);
  if (known !== undefined) return known;
  const note = page.segments.find(({ text }) => text.length <= 160 && PRICED_IN.test(fold(text))) ?? null;
  NOTES.set(page, note);
  return note;
}

function isOfPricedTable(job: Job, { context, quote, value }: Candidate): boolean {
  if (context.cell === null || value.type !== 'number' || value.unit === null || !/^\d+[.,]\d{2,3}$/.test(quote))
    return false;
  const note = noteOfPrices(job.page);
  if (note === null) return false;
  const written = detectCurrency(note.text, job.hint);
  if (written !== null) value.unit = written;
  return true;
}

/** Words of another kind of amount around it: unknown to us, but not those that stand beside a plain price. */
function isStrange(job: Job, { context }: Candidate): boolean {
  const ofItem = (stem: string): boolean => job.asked.item.some(({ forms }) => forms.includes(stem));
  const { before, after } = clauseOf(context);
  const namesIt = namesItem(job, `${before} ${after}`) >= 0.5;
  if (!namesIt && strangeWords(before, ofItem) + (context.leadsToNext ? 0 : strangeWords(after, ofItem)) > 0)
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
export function markSales(job: Job, candidates: Candidate[]): void {
  for (const [at, one] of candidates.entries()) {
    const other = candidates[at + 1];
    if (other === undefined || one.value.type !== 'number' || other.value.type !== 'number') continue;
    if (one.value.unit !== other.value.unit || other.span.start - one.span.end > 80) continue;
    const [low, high] = new Decimal(one.value.number).lt(other.value.number) ? [one, other] : [other, one];
    if (low.value.type !== 'number' || high.value.type !== 'number' || high.value.number === low.value.number) continue;
    // A price on a condition (with pick-up, after points) is no sale of the other.
    if (isStrange(job, low) || NOW.test(high.context.before)) continue;
    const block = blockOf(job.page, one.context.node, other.span.end);
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
export function preferLead(job: Job, candidates: Candidate[]): void {
  const head = job.page.head ?? job.page.headings[0];
  const lead = candidates.find(
    ({ span, refusal, binding, prior }) =>
      refusal === null && binding.entry === -1 && prior >= 0 && span.start >= (head?.end ?? 0),
  );
  if (lead !== undefined) lead.prior += 0.4;
}

const FROM = /(^|[^a-z])(from|starting at|ab|a partir de|des|desde|da|vanaf|fra|fran|od|as low as)[^a-z0-9]{0,3}$/;

/** "from €579 · 14 offers" over the offers themselves: the page's own summary of them is the price, their lowest. */
export function preferLowestOffer(candidates: Candidate[]): void {
  const amount = ({ value }: Candidate): Decimal => new Decimal(value.type === 'number' ? value.number : 0);
  const open = candidates.filter(({ refusal }) => refusal === null);
  const offers = open.filter(({ binding }) => binding.entry !== -1);
  if (new Set(offers.map(({ binding }) => binding.entry)).size < 2) return;
  const lowest = Decimal.min(...offers.map(amount));
  const sum = open.find(
    (one) => one.binding.entry === -1 && FROM.test(fold(one.context.before)) && amount(one).eq(lowest),
  );
  if (sum === undefined) return;
  for (const one of offers)
    if (!amount(one).eq(lowest)) one.refusal = 'the page itself names a lower offer as the price';
}

/**
 * Where the amounts that stand by themselves are all refused, what is left among words of something else is not the
 * price instead of them.
 */
export function refuseUnsaid(job: Job, candidates: Candidate[]): void {
  const open = candidates.filter(({ refusal }) => refusal === null);
  const refusedLead = ({ refusal, prior, context, binding }: Candidate): boolean =>
    refusal !== null && prior >= 0.6 && binding.entry === -1 && job.page.regions[context.node] === 'main';
  if (!candidates.some(refusedLead)) return;
  const isUnsaid = ({ prior, label, beside, context, binding }: Candidate): boolean =>
    prior <= -0.7 &&
    label < 0.2 &&
    beside === 0 &&
    context.cell === null &&
    binding.entry === -1 &&
    !job.places.words.some(({ offsets }) => context.segment !== null && anyWithin(offsets, context.segment));
  if (!open.every(isUnsaid)) return;
  for (const one of open) one.refusal = 'nothing says that it is the price';
}

/** A page that shows several currencies is read in the one that the person named. */
export function preferAskedCurrency(job: Job, candidates: Candidate[]): void {
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
