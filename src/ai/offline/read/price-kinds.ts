import Decimal from 'decimal.js';
import type { Candidate, Job } from './candidates';
import { isAskedDecoy } from './decoys';
import { isNetPrice } from './price-words';
import { saysAny } from './question';
import { columnHeaders } from './tables';
import { fold } from './words';

/** Words by which a person asks for the price without its tax. */
export const NET_ASKED = [
  ...['net', 'netto', 'excl vat', 'ex vat', 'excluding vat', 'without vat', 'before tax', 'without tax', 'ex gst'],
  ...[
    'ht',
    'hors taxe',
    'hors tva',
    'ohne mwst',
    'exkl mwst',
    'sin iva',
    'senza iva',
    'sem iva',
    'excl btw',
    'zonder btw',
  ],
  '税抜',
];

/** A net may be for fishing. */
const SURELY_NET = [...NET_ASKED.filter((word) => word !== 'net'), 'net price', 'net of tax'];

/** Ways to pay at which shops name a price of its own; who names one means that price. */
const PAID_BY =
  /(^|[^a-z])(pix|boleto|bank transfer|wire transfer|bankuberweisung|uberweisung|vorkasse|virement|transferencia|bonifico|efectivo|contrassegno)([^a-z]|$)/;

/** The kinds of price that a prompt names without any doubt, and which amounts are of it. */
function certainKind(job: Job): ((candidate: Candidate) => boolean) | null {
  if (saysAny(job.asked, SURELY_NET)) return ({ context }) => isNetPrice(context);
  const way = PAID_BY.exec(fold(job.asked.question.prompt.replace(/\bhttps?:\/\/\S+/g, ' ')))?.[2];
  if (way === undefined) return null;
  return ({ context }) =>
    PAID_BY.exec(fold(`${context.before.slice(-60)} # ${context.after.slice(0, 60)}`))?.[2] === way;
}

const PRICE_OF =
  /(^|[^a-z])(members?|club|socios?|membres?|adherents?|leden|soci|mitglieder|used|refurbished|open[- ]box|student|monthly)[ -]?(price|pricing|preis|prijs|prezzo|pris)|(price|prix|precio|preco|prezzo|preis|prijs) (for|pour|para|per|fur|voor|des|de|de los) (members?|socios?|membres?|adherents?|soci|mitglieder|leden|students?)([^a-z]|$)/;

/** Who asks for the used offer or the monthly rate does not mean the plain price, where the page has both. */
export function preferAskedKind(job: Job, candidates: Candidate[]): void {
  const open = candidates.filter(({ refusal }) => refusal === null);
  const certain = certainKind(job);
  const isOf = certain ?? (({ context }: Candidate) => isAskedDecoy(job.asked, context));
  const asked = open.filter(isOf);
  if (asked.length === 0) return;
  const named =
    certain !== null ||
    PRICE_OF.test(fold(job.asked.question.prompt)) ||
    asked.some((candidate) => isAskedDecoy(job.asked, candidate.context, job.asked.named));
  for (const candidate of candidates) {
    candidate.prior += asked.includes(candidate) ? 1.2 : -0.6;
    if (named && !asked.includes(candidate)) candidate.refusal ??= 'it is not the kind of price that was asked for';
  }
}

const QUANTITY =
  /^(qty|quantity|units?|pieces|menge|stuckzahl|ab menge|quantite|cantidad|quantita|quantidade|aantal|数量)([^a-z]|$)/;
const MANY =
  /^(?:ab |from |des |desde |da |vanaf )?(?:[2-9]|\d{2,5})\s?(?:\+|[-–]\s?\d{1,5}|or more|and more|und mehr|et plus|o mas|o piu|ou mais|of meer|stuck|st\.?|pcs|units)?$/;

/** "2 for $50", "Buy 3 for €10". */
const SEVERAL =
  /(?:^|[.;:|·•!(]|(?:^|[^a-z])(?:buy|any|get|choose|or|oder|ou|o|of|jetzt|achetez|lleva|leve)) ?(\d{1,2}) (?:items |stuck |pieces )?(?:for|fur|pour|por|per|voor) ?$/;

/** "4 Stück: 359,60 €" beside "89,90 €": an amount that is so many times another one is the price of a set. */
const SET = /(?:^|[^\d.,])(\d{1,2}) ?(?:x|×|er[- ])?(?:\p{L}[\p{L}-]{1,15})?[ :.=]{0,4}$/u;

function refuseSets(job: Job, candidates: Candidate[]): void {
  const open = candidates.filter(({ refusal }) => refusal === null);
  const numbers = new Set(
    open.map(({ value }) => (value.type === 'number' ? new Decimal(value.number).toString() : '')),
  );
  for (const one of open) {
    const count = Number(SET.exec(fold(one.context.before).slice(-24))?.[1] ?? 1);
    if (count < 2 || one.value.type !== 'number' || job.asked.said.includes(` ${count} `)) continue;
    const piece = new Decimal(one.value.number).div(count).toString();
    if (numbers.has(piece)) one.refusal = `it is the price of ${count} together`;
  }
}

/** "5+ · £85.49" in a table of quantities: the price of one is that of its first row. */
export function refuseBulk(job: Job, candidates: Candidate[]): void {
  refuseSets(job, candidates);
  for (const candidate of candidates) {
    const { cell, before } = candidate.context;
    const several = SEVERAL.exec(fold(before).slice(-40))?.[1] ?? '1';
    if (Number(several) > 1 && !job.asked.said.includes(` ${several} `))
      candidate.refusal ??= `it is the price of ${several} together`;
    const first = cell?.row.cells[0];
    if (cell === null || first === undefined || first === cell) continue;
    const isTier = columnHeaders(first).some((head) => QUANTITY.test(fold(job.page.text.slice(head.start, head.end))));
    const row = fold(job.page.text.slice(first.start, first.end)).trim();
    if (isTier && MANY.test(row) && !job.asked.said.includes(` ${/\d+/.exec(row)?.[0]} `))
      candidate.refusal ??= 'it is the price of one when several are bought';
  }
}
