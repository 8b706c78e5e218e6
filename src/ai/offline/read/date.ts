import { findDates } from '@/domain/written/date';
import { type Candidate, candidatesOf, type Found, type Job } from './candidates';
import { headingChain } from './heading-chain';
import { saysAny } from './question';
import { fold, isStopWord, stem, stemsOf, wordsOf } from './words';

/** Every date on the page; the label next to it tells which one is meant. */
export function dateCandidates(job: Job): Candidate[] {
  const context = { ...job.hint, now: job.now };
  const found = job.segments.flatMap((segment) =>
    mayHoldDate(segment.text)
      ? findDates(segment.text, context).map(
          (match): Found => ({
            start: segment.start + match.start - weekdayBefore(segment.text, match.start),
            end: segment.start + match.end,
            value: { type: 'string', text: match.date, unit: 'date' },
          }),
        )
      : [],
  );
  const candidates = candidatesOf(job, found);
  for (const candidate of candidates) judge(job, candidate);
  preferNamed(job, candidates);
  return candidates;
}

const WEEKDAY =
  /(?<!\p{L})(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|mo|di|mi|do|fr|sa|so|lun(?:di|edì|es)?|mar(?:di|tedì|tes)?|mer(?:credi|coledì)?|mi[ée](?:rcoles)?|jeu(?:di)?|jue(?:ves)?|gio(?:vedì)?|ven(?:dredi|erdì)?|vie(?:rnes)?|sam(?:edi)?|s[áa]b(?:ado|ato)?|dim(?:anche)?|dom(?:ingo|enica)?|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|(?:maan|dins|woens|donder|vrij|zater|zon)dag|ma|wo|vr|za|zo)[.,]{0,2} (?:the |den |dem |le |el |il |de )?$/iu;

/** How many characters of a weekday stand right before a date: they are of the date, and no label of it. */
function weekdayBefore(text: string, at: number): number {
  return WEEKDAY.exec(text.slice(Math.max(0, at - 24), at))?.[0].length ?? 0;
}

/** What a date is of, in its own word: "dispatch date", "date d'expédition", "fecha de envío", "Versanddatum". */
const DATE_OF =
  /(\p{L}{4,}) (?:date|day)s?(?!\p{L})|(?:date|datum|fecha|data) (?:d[’']|des? |di |du |da |do |della |van )(?:la |l[’'])?(\p{L}{4,})|(\p{L}{4,})(?:datum|termin)(?!\p{L})/gu;

/** Of several labelled dates the one whose label says of what it is asked; "date" alone stands in every label. */
function preferNamed(job: Job, candidates: Candidate[]): void {
  const { question } = job.asked;
  const asked = fold(`${question.fact} ${question.prompt.replace(/\bhttps?:\/\/\S+/g, ' ')}`);
  const named = new Set(
    [...asked.matchAll(DATE_OF)]
      .map(([, before, behind, joined]) => stem(before ?? behind ?? joined ?? ''))
      .filter((word) => !isStopWord(word) && !job.asked.item.some(({ forms }) => forms.includes(word))),
  );
  if (named.size === 0) return;
  const isNamed = ({ context }: Candidate): boolean =>
    context.labels.some(
      ({ text, from }) => from !== 'names' && text.length <= 60 && wordsOf(text).some(({ stem }) => named.has(stem)),
    );
  const open = candidates.filter(({ refusal }) => refusal === null);
  if (!open.some(isNamed)) return;
  for (const one of open) {
    if (isNamed(one)) one.prior += 0.7;
    else one.refusal ??= 'it is another date than the one that was named';
  }
}

/** Relative words without digits are dates only in short pieces. */
function mayHoldDate(text: string): boolean {
  return text.length <= 1_500 && (/\d/.test(text) || text.length <= 60);
}

/** Dates of the page itself, not of what it is about. */
const ABOUT_PAGE: [string, RegExp, string[]][] = [
  [
    'when the page or entry was published or changed',
    /(posted|published|updated|last (update|modified|changed|reviewed)|last updated( on)?|created|written|reviewed|uploaded|added|veroffentlicht( am)?|aktualisiert( am)?|stand|geandert|eingestellt am|publie( le)?|mis a jour( le)?|publicado( el)?|actualizado( el)?|pubblicato( il)?|aggiornato( il)?|publicado em|atualizado( em)?|geplaatst( op)?|bijgewerkt( op)?|更新日?|掲載日?|投稿日?|作成日)\W{0,4}$/,
    [
      'posted',
      'published',
      'updated',
      'update',
      'modified',
      'veroffentlicht',
      'aktualisiert',
      'publie',
      'actualizado',
      'aggiornato',
      '更新',
      '掲載',
    ],
  ],
  [
    'a copyright or founding year',
    /(©|copyright|\(c\)|since|seit|depuis|desde|dal|sinds|est\.?|established|founded)\W{0,4}$/,
    ['founded', 'since'],
  ],
];

function judge(job: Job, candidate: Candidate): void {
  const { context, value } = candidate;
  if (context.struck) candidate.refusal ??= 'struck through: no longer valid';
  const before = fold(context.before).slice(-60);
  const above = context.labels
    .filter(({ from }) => from === 'above' || from === 'row' || from === 'column')
    .map(({ text }) => fold(text));
  for (const [what, pattern, asked] of ABOUT_PAGE) {
    if (!saysAny(job.asked, asked) && [before, ...above].some((text) => pattern.test(text)))
      candidate.refusal ??= `it is ${what}`;
  }
  candidate.prior += 0.3 * Math.min(3, wordsOverTable(job, candidate));
  if (candidate.label < 0.28) candidate.prior -= 0.7;
  // "Ships in 2 days": words that need today's date are a date of the item only where a label says so.
  if (candidate.label < 0.5 && findDates(candidate.quote, job.hint).length === 0) {
    candidate.refusal ??= 'it is a relative time without a label';
  }
  // "Monday–Friday 06:30–21:30": days of the week without a day of the month are opening hours, not dates.
  if (!/\d/.test(candidate.quote) && DAY_RANGE.test(candidate.quote)) candidate.refusal ??= 'it is a day of every week';
  if ((context.segment?.text.length ?? 0) > 200) candidate.prior -= 0.5;
  if (context.segment?.text.length === candidate.quote.length) candidate.prior += 0.2;
  const past = value.type === 'string' && value.text.slice(0, 10) < job.now.toISOString().slice(0, 10);
  if (
    past &&
    saysAny(job.asked, ['next', 'nachste', 'prochain', 'proximo', 'prossimo', 'volgende', 'upcoming', 'deadline'])
  )
    candidate.prior -= 0.3;
}

/** Two names of days with what makes them a range; the expression is asked of quotes without digits only. */
const DAY_RANGE = /\p{L}{2,}\.?\s?(?:[-–—]|to|bis|a|à|al|t\/m|tot)\s?\p{L}{2,}/u;

/** Tables of the same rows under several headings ("Final action dates", "Dates for filing"): the question names one. */
function wordsOverTable(job: Job, { context, span }: Candidate): number {
  const [nearest] = context.cell === null ? [] : headingChain(job.page, span.start);
  if (nearest === undefined || nearest.level === 1) return 0;
  const said = stemsOf(job.page.text.slice(nearest.start, nearest.end));
  return [...job.asked.hints].filter((hint) => said.has(hint)).length;
}
