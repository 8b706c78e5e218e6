import type { Reading } from '@/domain/contract/reading';
import { findAvailability } from '@/domain/written/availability';
import { type Candidate, candidatesOf, type Found, type Job, namesItem } from './candidates';
import { openStatements } from './open';
import { ancestors, type PageIndex, type Piece, piecesOf, type Segment } from './page-index';
import { clauseOf, strangeWords } from './price-words';
import { saysAny } from './question';
import { sameValue, valueReading } from './rank';
import { statedOffers } from './structured';
import { deadVariant, liveVariant, signedStatements } from './variants';
import { fold } from './words';

/** Whether the item can be had: statements of stock first, then buttons, both bound to the item or its variant. */
export function availabilityCandidates(job: Job): Candidate[] {
  const dead = deadVariant(job);
  const found = job.segments.flatMap((segment) =>
    piecesOf(job.page, segment).flatMap((piece) => statementsIn(job.page, segment, piece)),
  );
  const live = dead === null ? liveVariant(job) : null;
  const drawn = dead ?? live;
  const spoken = openStatements(job);
  const all = [
    ...found.filter((one) => !spoken.some(({ start, end }) => one.start < end && start < one.end)),
    ...spoken,
    ...signedStatements(job),
    ...(drawn === null ? [] : [drawn]),
  ];
  const candidates = candidatesOf(
    job,
    all.sort((one, other) => one.start - other.start),
  );
  const offers = statedOffers(job.page.snapshot).filter((offer) => offer.available !== null);
  for (const candidate of candidates) {
    judge(job, candidate);
    const stated = offers.filter((offer) => job.places.total === 0 || namesItem(job, offer.name) >= 0.5);
    const states = new Set(stated.map((offer) => offer.available));
    if (states.size === 1 && candidate.value.type === 'boolean' && states.has(candidate.value.boolean))
      candidate.prior += 0.5;
    if (dead === null) continue;
    const isDead = candidate.span.start === dead.start && candidate.span.end === dead.end;
    candidate.refusal = isDead ? null : 'the variant that was asked for is struck out';
  }
  if (live !== null) holdLive(job, candidates, live);
  return candidates;
}

/** A living size can be had where the page sells at all: something says so, and nothing says that all is gone. */
function holdLive(job: Job, candidates: Candidate[], live: Found): void {
  const general = candidates.filter(
    ({ refusal, binding, context, span }) =>
      refusal === null &&
      binding.entry === -1 &&
      job.page.regions[context.node] === 'main' &&
      (span.start !== live.start || span.end !== live.end),
  );
  const said = general.map(({ value }) => value.type === 'boolean' && value.boolean);
  if (said.length > 0 && said.every(Boolean)) return;
  for (const candidate of candidates)
    if (candidate.span.start === live.start) candidate.refusal ??= 'nothing says that it can be had';
}

function statementsIn(page: PageIndex, segment: Segment, piece: Piece): Found[] {
  if (segment.text.length > 600) return [];
  const all = findAvailability(piece.text).map(({ available, span }) => ({
    available,
    span: { start: span.start + piece.start - segment.start, end: span.end + piece.start - segment.start },
  }));
  const negative = all.filter((one) => !one.available);
  // In one line "not available online" outweighs "available in stores"; separate elements speak for themselves.
  const spoken =
    negative.length > 0 && all.length > negative.length && !isSplit(page, segment, all) ? negative.slice(0, 1) : all;
  return spoken.map((one) => ({
    start: segment.start + one.span.start,
    end: segment.start + one.span.end,
    value: { type: 'boolean' as const, boolean: one.available },
  }));
}

function isSplit(page: PageIndex, segment: Segment, all: { span: { start: number } }[]): boolean {
  const children = page.children[segment.node] ?? [];
  const holders = new Set(
    all.map(({ span }) =>
      children.find((child) => {
        const node = page.nodes[child];
        return node !== undefined && node.start <= segment.start + span.start && segment.start + span.start < node.end;
      }),
    ),
  );
  return holders.size === all.length && !holders.has(undefined);
}

/** Things beside the item that can be had or not: services, other channels, documents. */
const OTHER_THING =
  /(shipping|delivery|click (and|&) collect|pick-?up|collection|financing|finance|instal?lments?|gift ?(wrap|card)s?\w*|returns?|support|chat|app|subtitles|audio|wi-?fi|parking|demo|trial|pdf|download|manual|documentation|express|versand|lieferung|abholung|finanzierung|rucksendung|livraison|retrait|envio|recogida|spedizione|ritiro|entrega|bezorging|afhalen|配送|discounts?|coupons?|offers?|deals?|jobs?|help|updates?|translation|in stores?|colou?rs?|sizes?|options|accessories|cookies?)( (is|are|now|also|only|sind|ist|est|sont))?\W{0,3}$/;
const OTHER_AFTER =
  /^\W{0,3}(for (pick-?up|collection|delivery)|in (store|stores|our shops|der filiale|magasin|tienda|negozio|de winkel)|zur abholung|at (this|your) store|near you|on (ios|android|the app store)|as (a )?(pdf|download)|in \d+ (colou?rs|sizes|languages)|upon request|auf anfrage|sur demande)/;

/** "In der Filiale Kassel verfügbar": said of a shop to go to, not of an order. */
const IN_SHOP =
  /(^|[^a-z])(in (der|unserer|unseren|den|ausgewahlten|einer) filialen?|im (markt|laden|geschaft)|in[- ]stores?|in our (shops?|stores?)|(en|dans nos|dans \d+) (magasins?|boutiques?)|en (la |nuestras )?tiendas?|(in|nel|nei nostri) negozi[o]?|(na|nas|em) (nossas )?lojas?|in (de|onze|\d+) winkels?)( [\p{L}-]+){0,3}[^\p{L}\p{N}]{0,3}$/u;
const SHOP_ASKED = [
  'store',
  'shop',
  'pickup',
  'filiale',
  'markt',
  'magasin',
  'boutique',
  'tienda',
  'negozio',
  'loja',
  'winkel',
];

function saysOfShop(job: Job, before: string): boolean {
  const said = IN_SHOP.exec(before)?.[0];
  return said !== undefined && namesItem(job, said) === 0 && !saysAny(job.asked, SHOP_ASKED);
}

/** "Pickup: available at Tulsa, limited stock at Norman": all of the line is said of that way to get it. */
const SERVICE_LINE =
  /^(click (and|&) collect|(in-?store |store |local )?(pick-?up|collection)|(home )?delivery|shipping|in-?store|abholung|filiale|lieferung|retrait( en magasin)?|livraison|recogida( en tienda)?|envio|ritiro( in negozio)?|spedizione|retirada( na loja)?|entrega|afhalen|bezorging|店舗受取)[^\p{L}:：]{0,3}[:：]/u;
const WAYS_ASKED = ['delivery', 'pickup', 'pick up', 'collect', 'ship', 'store', 'abholung', 'lieferung', 'filiale'];

/** "Can be delivered before Christmas": more than that it can be ordered. */
const BY_A_DAY =
  /(^|[^a-z])(deliver(ed|y|s)?|arrives?|ships?|shipped|geliefert|lieferbar|livree?s?|livrable|entregad[oa]s?|entregue|consegnat[oa]|bezorgd|geleverd) (again )?(before|by|in time|until|bis|vor|rechtzeitig|avant|d'ici|antes|ate|prima|entro|voor) /;

/** A sentence about the article itself weighs as much as a short line of its own. */
const THIS_ITEM =
  /(^|[^a-z])(this (item|product|article|title|size|colou?r)|dieser artikel|dieses produkt|cet article|ce produit|este (producto|articulo|produto|artigo|item)|questo (prodotto|articolo)|dit (artikel|product))( [a-z]+){0,3} ?$/;

/** "Waitlist: 0" says that nobody waits, and nothing of whether there is a place. */
const QUEUE =
  /^(wait(ing)?[- ]?list(ed)?|warteliste|liste d.attente|lista de espera|lista d.attesa|wachtlijst|キャンセル待ち)$/;

function judge(job: Job, candidate: Candidate): void {
  const { context } = candidate;
  const length = context.segment?.text.length ?? 0;
  const before = fold(context.before).slice(-50);
  if (context.struck) candidate.refusal ??= 'struck through: no longer valid';
  if (QUEUE.test(fold(candidate.quote).trim()) && /^\s*[:：]?\s*\(?0(?![\d.,])/.test(context.after))
    candidate.refusal ??= 'it counts who waits';
  if (OTHER_THING.test(before) && !saysAny(job.asked, ['delivery', 'pickup', 'parking', 'store', 'app', 'subtitle'])) {
    candidate.refusal ??= 'it speaks of a service, not of the item';
  }
  if (
    OTHER_AFTER.test(fold(context.after)) &&
    !saysAny(job.asked, ['store', 'pickup', 'filiale', 'magasin', 'tienda'])
  ) {
    candidate.refusal ??= 'it speaks of another way to get it';
  }
  if (SERVICE_LINE.test(fold(context.segment?.text.slice(0, 40) ?? '')) && !saysAny(job.asked, WAYS_ASKED))
    candidate.refusal ??= 'it speaks of another way to get it';
  if (saysOfShop(job, before)) candidate.refusal ??= 'it speaks of another way to get it';
  if (THIS_ITEM.test(before)) candidate.prior += 0.6;
  if (ofOther(job, candidate)) candidate.prior -= 0.9;
  const button = buttonAbove(job.page, context.node);
  if (button !== null) {
    if (BY_A_DAY.test(fold(job.asked.question.prompt))) candidate.refusal ??= 'a button says nothing of when it comes';
    const attributes = job.page.nodes[button]?.attributes ?? {};
    const dead = attributes.disabled !== undefined || attributes['aria-disabled'] === 'true';
    if (dead && candidate.value.type === 'boolean' && candidate.value.boolean)
      candidate.refusal ??= 'the button is disabled';
    candidate.prior -= 0.3;
    candidate.label = 0;
  } else if (length <= 60) candidate.prior += 0.5;
  if (length > 120) candidate.prior -= 0.6;
  if (/(^|[ _-])(stock|avail\w*|inventory|lager|verfugbar\w*|dispo\w*|voorraad)/.test(context.names))
    candidate.prior += 0.6;
  if (/\?\s*$/.test(context.segment?.text ?? '') || /^[^.!?\n]{0,60}\?/.test(textBehind(job.page, candidate)))
    candidate.refusal ??= 'it is a question';
  if (/(^|[^a-z])(if|when|once|wenn|falls|si|se|als|quando|cuando)[^a-z.][^.]{0,40}$/.test(before))
    candidate.refusal ??= 'it is a condition, not a statement';
  if (
    /(^|[^a-z])(may|might|could|peuvent|peut|pourront|konnen|kann|konnten|pueden?|podran|possono|puo|potrebbero|podem|pode|kunnen|kan)( [a-z]+){0,3} $/.test(
      before,
    )
  )
    candidate.refusal ??= 'it says what may be, not what is';
}

/** "Spare crumb trays available": what can be had is named before it, and is not the item. */
function ofOther(job: Job, { context, value }: Candidate): boolean {
  if (value.type !== 'boolean' || !value.boolean) return false;
  const { before } = clauseOf(context);
  return namesItem(job, before) === 0 && strangeWords(before, (word) => job.asked.hints.has(word)) >= 2;
}

/** The rest of its line, past other values: "Is it sold out? We restock weekly." asks first. */
function textBehind(page: PageIndex, { context, span }: Candidate): string {
  return page.text.slice(span.end, Math.min(context.segment?.end ?? span.end, span.end + 61));
}

function buttonAbove(page: PageIndex, node: number): number | null {
  for (const above of ancestors(page, node)) {
    const found = page.nodes[above];
    if (found === undefined) return null;
    if (found.tag === 'button' || found.tag === 'input' || found.tag === 'a' || found.attributes.role === 'button')
      return above;
    if (found.end - found.start > 120) return null;
  }
  return null;
}

/** Variants side by side (ticket classes, sizes) and none was asked for: it can be had when any of them can. */
export function anyOfSeveral(job: Job, candidates: Candidate[]): Reading | null {
  const open = candidates.filter((candidate) => candidate.refusal === null);
  const parents = open.map((candidate) => job.page.nodes[candidate.binding.entry]?.parent ?? -1);
  const grouped = open.filter(
    (_, at) => (parents[at] ?? -1) >= 0 && parents.filter((other) => other === parents[at]).length > 1,
  );
  const entries = new Set(grouped.map((candidate) => candidate.binding.entry));
  if (entries.size < 2) return null;
  const chosen = grouped.find((candidate) => candidate.value.type === 'boolean' && candidate.value.boolean);
  if (chosen === undefined) return null;
  for (const other of open) if (!sameValue(other.value, chosen.value)) other.refusal = 'another variant can be had';
  return valueReading(chosen, candidates, null);
}
