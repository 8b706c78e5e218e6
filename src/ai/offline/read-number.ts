import { findMoney } from '@/domain/money';
import { findNumbers, type NumberMatch } from '@/domain/number';
import { comparableUnits, findQuantities, unitAt } from '@/domain/quantity';
import { type Candidate, candidatesOf, type Found, type Job, termScore } from './read-candidates';
import type { Context } from './read-context';
import { type Piece, piecesOf } from './read-index';
import { saysAny } from './read-question';
import { fold } from './read-words';

/** A number must be named by some label: a bare number on a page can be anything. */
const LEAST_LABEL = 0.28;

/** Counts, quantities with units, rates, ratings and labelled numbers. */
export function numberCandidates(job: Job): Candidate[] {
  const found = job.page.segments.flatMap((segment) =>
    /\d|[٠-٩０-９]/.test(segment.text) ? piecesOf(job.page, segment).flatMap((piece) => numbersIn(job, piece)) : [],
  );
  const candidates = candidatesOf(job, found);
  for (const candidate of candidates) judge(job, candidate);
  if (job.asked.kind === 'quantity') preferAskedReading(job, candidates);
  return candidates;
}

function numbersIn(job: Job, segment: Piece): Found[] {
  const { unit } = job.asked.question;
  const { kind } = job.asked;
  if (kind === 'quantity' || (kind === 'rate' && unit === '%')) {
    const found = findQuantities(segment.text, job.hint)
      .filter((quantity) => unit === null || comparableUnits(quantity.unit, unit))
      .filter((quantity) => job.asked.question.property !== 'temperature' || /°|^K$/.test(quantity.unit))
      .map((quantity): Found => {
        const span = { start: segment.start + quantity.start, end: segment.start + quantity.end };
        return { ...span, value: { type: 'number', number: quantity.number, unit: quantity.unit } };
      });
    if (found.length > 0) return found;
    return plainNumbers(job, segment).map((one) => ({ ...one, prior: -0.6, refusal: 'bare' }));
  }
  return plainNumbers(job, segment);
}

function plainNumbers(job: Job, segment: Piece): Found[] {
  const { kind, question } = job.asked;
  const money = findMoney(segment.text, job.hint);
  const quantities = kind === 'rate' || kind === 'rating' ? [] : findQuantities(segment.text, job.hint);
  return findNumbers(segment.text, job.hint)
    .filter((one) => kind === 'rate' || !money.some((amount) => amount.start <= one.start && one.end <= amount.end))
    .filter(
      (one) =>
        !quantities.some((other) => other.start <= one.start && one.end <= other.end && !/^(k|M|x)$/.test(other.unit)),
    )
    .filter((one) => !isPartOfName(segment.text, one))
    .filter((one) => kind !== 'count' || /^\d+$/.test(one.number))
    .map((one) => ({
      start: segment.start + one.start,
      end: segment.start + one.end,
      value: { type: 'number' as const, number: one.number, unit: question.unit },
    }));
}

/** Digits in "WH-1000XM6", "12:30", "2026-11-22", "v1.2.3", "#4521" are no numbers of their own. */
function isPartOfName(text: string, one: NumberMatch): boolean {
  const before = text.slice(Math.max(0, one.start - 2), one.start);
  const after = text.slice(one.end, one.end + 2);
  return (
    /[\p{L}_#](-|)$/u.test(before) ||
    /\d[:/.-]$/.test(before) ||
    /^([:/]\d|-\d|[\p{Script=Latin}_])/u.test(after.replace(/^[kKmM](?!\p{L})/u, ''))
  );
}

function judge(job: Job, candidate: Candidate): void {
  const { context, value } = candidate;
  if (value.type !== 'number') return;
  if (candidate.refusal === 'bare') candidate.refusal = bareRefusal(job, candidate);
  if (context.struck) candidate.refusal ??= 'struck through: no longer valid';
  const { kind } = job.asked;
  if (kind !== 'rating') candidate.refusal ??= rangeRefusal(job, candidate);
  if (kind === 'rate') judgeRate(job, candidate);
  if (kind === 'rating') judgeRating(candidate);
  if (kind === 'quantity') judgeQuantity(job, candidate);
  if (kind === 'count' && isTotal(context)) candidate.prior += 0.8;
  if (context.segment?.text.length === candidate.quote.length) candidate.prior += 0.2;
  if (context.fontSize >= 24) candidate.prior += 0.4;
  const needsLabel = !(kind === 'quantity' && job.asked.question.property === 'temperature') && kind !== 'rate';
  if (needsLabel && candidate.label < LEAST_LABEL) {
    candidate.refusal ??= `no label next to it says "${job.asked.question.property}"`;
  }
}

/** The unit stands in the label ("Temp. (°C)", "PM2.5 µg/m³"), or the label itself is the measure ("AQI"). */
function bareRefusal(job: Job, candidate: Candidate): string | null {
  const { unit } = job.asked.question;
  if (candidate.value.type !== 'number') return null;
  for (const { text, from } of candidate.context.labels) {
    if (from === 'attributes') continue;
    for (let at = 0; at < text.length && at < 120; at++) {
      if (at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) continue;
      const written = unitAt(text, at);
      if (written !== null && (unit === null || comparableUnits(written.unit, unit)) && /[°%/µ³²]/.test(written.unit)) {
        candidate.value.unit = written.unit;
        return null;
      }
    }
  }
  if (unit !== null && /^(aqi|index|points?|p)$/i.test(unit) && candidate.label >= LEAST_LABEL) return null;
  return `it has no unit${unit === null ? '' : ` that agrees with ${unit}`}`;
}

/** "Showing 1–20 of 134": 134 counts; "Page 2 of 7" counts pages. */
function rangeRefusal(job: Job, { context, span }: Candidate): string | null {
  const line = fold(job.page.text.slice(Math.max(context.segment?.start ?? 0, span.start - 80), span.start));
  const after = fold(context.after);
  if (/(^|[^a-z])(page|seite|pagina|ページ)[^a-z0-9]{0,3}(\d+ (of|von|sur|de|di|van) )?$/.test(line)) {
    return 'it numbers a page of results';
  }
  const shown =
    SHOWN.test(line) || /\d\s?([-–—~]|to|bis|a|al|t\/m|から)\s?\d*\s?(of|von|sur|de|di|van|\/)?\s*$/.test(line);
  if (/^\s*([-–—~]|to|bis|t\/m)\s*$/.test(after)) return 'it is a part of a range';
  const ofMore = /^\s*(of|von|sur|de|di|van|\/|out of)\s*$/.test(after);
  if (ofMore && shown) return 'it counts what is shown, not all there is';
  // "3 of 40 seats left": the first number is what is left, the second how many there are in all.
  if (!shown && /\d\s*(of|von|sur|de|di|van|\/|out of)\s*$/.test(line)) return 'it is the size of the whole';
  return null;
}

/** Words over a list of results: "Showing 1–20 of 134" counts 134. */
const SHOWN =
  /(^|[^a-z])(showing|viewing|displaying|results?|items?|zeige|anzeige|angezeigt|treffer|affichage|resultats?|mostrando|mostrati|resultados?|risultati|exibindo|weergave|resultaten|表示)([^a-z][^.]*)?$/;

function isTotal(context: Context): boolean {
  return /(^|[^a-z])(of|von|sur|de|di|van|total|insgesamt|gesamt|全)[^a-z0-9]{0,3}(about |ca\.? |over )?$/.test(
    fold(context.before),
  );
}

/** "1 EUR = 1.0842 USD": the number behind the equals sign is the rate, in this direction. */
function judgeRate(job: Job, candidate: Candidate): void {
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
  const statement =
    /1(?:[.,]0+)?\s*(\p{L}[\p{L} .]{1,24}|[$€£¥])\s*(?:=|＝|equals|entspricht)\s*\p{Sc}?\s*$/u.exec(context.before) ??
    statementBefore(job, candidate);
  if (statement !== null && base !== undefined) {
    const names = fold(statement[1] ?? '');
    const pair = job.asked.question.item ?? '';
    const isBase = base.forms.some((form) => names.includes(form)) || isSymbolOf(names, pair.slice(0, 3));
    if (/^[A-Za-z]{3}\s?[/-]\s?[A-Za-z]{3}/.test(pair) && !isBase)
      candidate.refusal ??= 'it is the rate in the other direction';
    else candidate.prior += 1.2;
  }
  if (value.number.includes('.')) candidate.prior += 0.5;
  else candidate.prior -= 0.8;
  if (/^\s?%/.test(context.after) && job.asked.question.unit !== '%')
    candidate.refusal ??= 'it is a percentage of change';
  if (/[+−±-]\s?$/.test(context.before)) candidate.refusal ??= 'it is a change, not the rate';
}

/** Tables of examples ("100 GBP | 119.46 EUR"): only the row of one unit states the rate. */
function convertsMore(context: Context, base: string[]): boolean {
  const after = fold(context.after).trim();
  if (base.some((form) => after.startsWith(form))) return true;
  return context.labels.some(({ text, from }) => {
    const amount = from === 'row' ? /^([\d.,]+)\s*\p{L}/u.exec(text.trim())?.[1] : undefined;
    return amount !== undefined && !/^1([.,]0+)?$/.test(amount);
  });
}

function statementBefore(job: Job, { context, span }: Candidate): RegExpExecArray | null {
  const line = job.page.text.slice(context.segment?.start ?? span.start, span.start);
  return /1(?:[.,]0+)?\s*(\p{L}[\p{L} .]{1,24}|[$€£¥])\s*(?:=|＝|equals|entspricht)\s*\p{Sc}?\s*$/u.exec(
    line.slice(-60),
  );
}

function isSymbolOf(symbol: string, code: string): boolean {
  return (
    ({ $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY' } as Record<string, string>)[symbol.trim()] === code.toUpperCase()
  );
}

function judgeRating(candidate: Candidate): void {
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
  if (/(out of|von|sur|de|\/)\s*$/.test(fold(context.before))) candidate.refusal ??= 'it is the scale of the rating';
}

const OTHER_READINGS: [string, RegExp, string[]][] = [
  [
    'the highest value of the day',
    /(^|[^a-z])(high|max|maximum|highest|hochst\w*|tageshochst\w*|maximale|maxima|massima|hoogste|最高\w*|h)[^a-z0-9]{0,4}$/,
    ['high', 'maximum', 'max', 'highest', 'hochstwert', 'maximale', 'maxima', 'massima', 'hochsttemperatur', '最高'],
  ],
  [
    'the lowest value of the day',
    /(^|[^a-z])(low|min|minimum|lowest|tiefst\w*|minimale|minima|laagste|最低\w*|l)[^a-z0-9]{0,4}$/,
    ['low', 'minimum', 'min', 'lowest', 'overnight', 'tiefstwert', 'minimale', 'minima', 'tiefsttemperatur', '最低'],
  ],
  [
    'how it feels, not what is measured',
    /(feels? like|real ?feel|apparent|gefuhlt\w*|ressenti\w*|sensacion( termica)?|percepita|sensacao( termica)?|gevoelstemperatuur|体感(温度)?)[^a-z0-9]{0,4}(wie|de)?[^a-z0-9]{0,3}$/,
    ['feels like', 'feel', 'gefuhlte', 'ressentie', 'ressenti', 'percepita', 'sensacion', '体感'],
  ],
  [
    'the dew point',
    /(dew ?point|taupunkt|point de rosee|punto de rocio|punto di rugiada|dauwpunt|露点)[^a-z0-9]{0,4}$/,
    ['dew', 'taupunkt'],
  ],
  [
    'a record or an average',
    /(record|average|avg|normal|mean|rekord|durchschnitt\w*|mittel|moyenne|media|gemiddelde|平均|平年)[^a-z0-9]{0,8}$/,
    ['record', 'average', 'mean', 'normal', 'durchschnitt', 'moyenne', 'media', '平均'],
  ],
  [
    'the water temperature',
    /(water|sea|wasser\w*|meer\w*|eau|mer|agua|mar|acqua|mare|zeewater|海水|水温)( temp\w*)?[^a-z0-9]{0,4}$/,
    ['water', 'sea', 'wasser', 'wassertemperatur', 'eau', 'mer', 'agua', 'mar', 'acqua', 'mare', 'lake', 'see', '水温'],
  ],
];

/** "The low in Tromsø": where such a value is labelled, the others are not meant. */
function preferAskedReading(job: Job, candidates: Candidate[]): void {
  for (const [what, pattern, asked] of OTHER_READINGS) {
    if (!saysAny({ ...job.asked, said: job.asked.named }, asked)) continue;
    const fitting = candidates.filter(
      ({ context, refusal }) => refusal === null && nearTexts(context).some((text) => pattern.test(text)),
    );
    if (fitting.length === 0) continue;
    for (const candidate of candidates) if (!fitting.includes(candidate)) candidate.refusal ??= `it is not ${what}`;
  }
}

function nearTexts(context: Context): string[] {
  return [
    fold(context.before).slice(-60),
    ...context.labels
      .filter(({ from }) => from !== 'after' && from !== 'group')
      .map(({ text }) => fold(text).slice(-60)),
  ].map((text) => text.trim());
}

const DAY =
  /^(tomorrow|tonight|(mon|tues?|wed(nes)?|thu(rs)?|fri|satur|sat|sun)(day)?|(mon|diens|donners|frei|sams|sonn)tag|mittwoch|mo|di|mi|do|fr|sa|so|morgen|lun(di|edi|es)?|mar(di|tedi|tes)?|mer(credi|coledi)?|mie(rcoles)?|jeu(di)?|jue(ves)?|gio(vedi)?|ven(dredi|erdi)?|vie(rnes)?|sam(edi)?|sab(ado|ato)?|dim(anche)?|dom(ingo|enica)?|demain|manana|domani|amanha|seg(unda)?(-feira)?|ter(ca)?(-feira)?|qua(rta)?(-feira)?|qui(nta)?(-feira)?|sex(ta)?(-feira)?|(maan|dins|woens|donder|vrij|zater|zon)dag|ma|wo|vr|za|zo|明日|明後日|[月火水木金土日](曜日?)?)[\s.,]{0,2}(\d{1,2}[./]?\d{0,2}\.?)?( [a-z]{3,9}\.?)?[^a-z0-9]{0,3}$/;

/** A weekday beside the value: a forecast. "Today" and "now" are none. */
function isForecast(context: Context): boolean {
  const line = fold(context.segment?.text.slice(0, 24) ?? '')
    .replace(/-?\d+ ?°.*$/, '')
    .trim();
  const texts = context.labels
    .filter(({ from }) => ['above', 'row', 'column', 'before'].includes(from))
    .map(({ text }) => fold(text).trim());
  return [line, ...texts].some((text) => text !== '' && DAY.test(text));
}

/** Words by which a person asks for another day than today. */
const DAYS_ASKED =
  /(tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|forecast|morgen|tag |wochenende|vorhersage|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|manana|lunes|martes|miercoles|jueves|viernes|sabado|domingo|domani|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|amanha|segunda|terca|quarta|quinta|sexta|dag |明日|曜)/;

/** Weather pages show many temperatures: the present one is meant unless the person names another. */
function judgeQuantity(job: Job, candidate: Candidate): void {
  const { context } = candidate;
  const near = nearTexts(context);
  const temperature = job.asked.question.property === 'temperature' || /°/.test(job.asked.question.unit ?? '');
  for (const [what, pattern, asked] of temperature ? OTHER_READINGS : []) {
    const fits = near.some((text) => pattern.test(text.trim()));
    if (!fits) continue;
    if (saysAny(job.asked, asked)) candidate.prior += 1;
    else candidate.refusal ??= `it is ${what}`;
  }
  if (
    near.some((text) =>
      /(^|[^a-z])(now|current(ly)?|aktuell|jetzt|actuel\w*|maintenant|ahora|actual|adesso|attuale|agora|atual|nu|huidige|現在)([^a-z]|$)/.test(
        text,
      ),
    )
  ) {
    candidate.prior += 0.6;
  }
  if (/^\s*(\/|[-–])\s*$/.test(context.after)) candidate.prior -= 0.2;
  if (context.labels.some(({ text }) => termScore(job, text) > 0.6)) candidate.prior += 0.2;
}
