import type Decimal from 'decimal.js';
import { Exact } from './decimal';
import { decimalMark, languageOf, type ParseHint } from './hint';
import { NUMBER_WORDS, smallNumbers } from './number-words';

/** Reads one plain number ("1.299,95", "-5", "3 Mio."), or null. */
export type ReadPlain = (text: string) => Decimal | null;

const PLAIN = String.raw`[-+]?\d[\d.,']*`;
/** Between the groups of a number written with spaces. */
const GROUP_SPACE = /(?<=\d)[ \u00a0](?=\d{3}(?!\d))/gu;

/** Words below a thousand as digits: "twenty-one" is 21, "one hundred and five" 105. Other words stay. */
function wordsAsDigits(text: string, language: string): string {
  const words = NUMBER_WORDS[language];
  if (!words) return text;
  const values = smallNumbers(words);
  const small = values.map(([form]) => form).join('|');
  const gap = `(?:[ -]${words.joiner}[ -]|[ -])`;
  const edge = (source: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}])`, 'giu');
  const one = `(?:\\d{1,3}|${small})`;
  const run = edge(
    `(?:${one}[ -])?(?:${words.hundred})(?:${gap}${one}(?:${gap}${one})?)?|(?:${small})(?:${gap}(?:${small}))?`,
  );
  const value = (word: string) =>
    /^\d/.test(word) ? Number(word) : (values.find(([form]) => new RegExp(`^(?:${form})$`, 'iu').test(word))?.[1] ?? 0);
  const parts = new RegExp(`\\d+|${words.hundred}|${small}`, 'giu');
  const isHundred = new RegExp(`^(?:${words.hundred})$`, 'iu');
  return text.replace(run, (written) => {
    let sum = 0;
    for (const [part] of written.matchAll(parts))
      sum = isHundred.test(part) ? Math.max(sum, 1) * 100 : sum + value(part);
    return String(sum);
  });
}

const HAN: Record<string, number> = { 十: 1, 百: 2, 千: 3, 万: 4, 億: 8, 兆: 12 };
const HAN_RUN = /(?:[-+]?\d[\d.,]{0,30})?[十百千万億兆](?:[\d.,]{0,30}[十百千万億兆]){0,20}(?:\d[\d.,]{0,30})?/gu;

/** 5億1万4千6百 in digits: each section up to a thousand is multiplied by the sign behind it. */
function hanValue(written: string): string {
  let [total, section, digits] = [new Exact(0), new Exact(0), null as Decimal | null];
  for (const [part] of written
    .replace(/^[-+]/, '')
    .replaceAll(',', '')
    .matchAll(/[\d.]+|[十百千万億兆]/gu)) {
    const power = HAN[part];
    if (power === undefined) digits = new Exact(part.replace(/\.$/, ''));
    else if (power < 4) {
      section = section.plus((digits ?? new Exact(1)).times(10 ** power));
      digits = null;
    } else {
      const whole = section.plus(digits ?? 0);
      total = total.plus((whole.isZero() ? new Exact(1) : whole).times(10 ** power));
      [section, digits] = [new Exact(0), null];
    }
  }
  const value = total
    .plus(section)
    .plus(digits ?? 0)
    .toFixed();
  return written.startsWith('-') ? `-${value}` : value;
}

function japaneseAsDigits(text: string): string {
  return text
    .replace(/余り?(?=[千万億兆])/gu, '')
    .replace(/(?<=[\d十百千万億兆]) +(?=[\d十百千万億兆])/gu, '')
    .replace(/(?<=\d)、(?=\d{3}(?!\d))/gu, ',')
    .replace(/(?<=[\d千万])[・点](?=\d)/gu, '.')
    .replace(HAN_RUN, hanValue);
}

/** Numerator and denominator, with a whole part before them: "2 1/4", "1 over 21", "23と5分の3". */
function ratio(text: string, over: string, read: ReadPlain): Decimal | null {
  const east = new RegExp(`^\\D{0,80}?(?:(${PLAIN})(?:と|又|また))?(${PLAIN})分の(${PLAIN})\\D{0,80}$`, 'u').exec(text);
  const west = new RegExp(
    [
      `^(?!.*\\d/\\d+/)[^\\d-]*?(?:(-? ?${PLAIN}) {1,2}(?:(?:and|und|et|y|e|en) )?)?`,
      `(${PLAIN}) ?(?:/| (?:${over}) ?) ?(${PLAIN})[^\\d/]*$`,
    ].join(''),
    'iu',
  ).exec(text);
  const [, whole, first, second] = east ?? west ?? [];
  const [above, below] = east ? [second, first] : [first, second];
  const [a, b] = [read(above ?? ''), read(below ?? '')];
  if (!a || !b || b.isZero()) return null;
  const given = whole ? read(whole.replace(/^- /, '-')) : null;
  const negative = (given ?? b).isNegative() || a.isNegative();
  const value = a
    .abs()
    .div(b.abs())
    .plus((given ?? new Exact(0)).abs());
  return negative ? value.negated() : value;
}

const POWERS: readonly [pattern: RegExp, ten: boolean][] = [
  [new RegExp(`^[^\\d-]*(${PLAIN})[eE]([-+]?\\d{1,2})(?![\\d.,]\\d|\\p{L})\\D*$`, 'u'), true],
  [new RegExp(`^[^\\d-]*(${PLAIN}) ?[x×*] ?10(?:\\^|の)([-+]{0,2}\\d{1,2})乗?\\D*$`, 'u'), true],
  [new RegExp(`^[^\\d-]*(${PLAIN})(?:\\^([-+]{0,2}\\d{1,3})|の([-+]?\\d{1,3})乗)\\D*$`, 'u'), false],
];

/** "1.3e6", "6.23x10^-4", "1.1^23", "2.5の-1乗". A minus before the number stays outside of its power. */
function power(text: string, read: ReadPlain): Decimal | null {
  for (const [pattern, ten] of POWERS) {
    const match = pattern.exec(text);
    const base = match && read(match[1] ?? '');
    if (!base) continue;
    const written = match[2] ?? match[3] ?? '0';
    const exponent = Number(written.replace(/^(--|\+)/, ''));
    if (ten) return base.times(new Exact(10).pow(exponent));
    const value = base.abs().pow(exponent);
    return base.isNegative() ? value.negated() : value;
  }
  return null;
}

/** "4 thousand 3 hundred and 21", once the hundreds are digits; "3 million and a quarter"; "3 dozen". */
function sum(text: string, language: string, read: ReadPlain): Decimal | null {
  const words = NUMBER_WORDS[language];
  const dozen = new RegExp(
    `^\\D*(${PLAIN}) ?(?:${words?.dozen ?? 'dozens?'}|ダース)(?!\\p{Script=Latin})\\D*$`,
    'iu',
  ).exec(text);
  if (dozen) return read(dozen[1] ?? '')?.times(12) ?? null;
  if (!words) return null;
  const thousands = new RegExp(`^\\D*(\\d{1,3}) (?:${words.thousand}) (?:${words.joiner} )?(\\d{1,3})\\D*$`, 'iu').exec(
    text,
  );
  if (thousands) return new Exact(thousands[1] ?? 0).times(1000).plus(thousands[2] ?? 0);
  const part = new RegExp(
    `^\\D*(${PLAIN}) (\\p{L}+) (?:(${words.half})|(?:${words.quarter}))(?!\\p{L})\\D*$`,
    'iu',
  ).exec(text);
  const scale = part && read(`1 ${part[2]}`);
  if (!part || !scale || scale.eq(1)) return null;
  return (
    read(part[1] ?? '')
      ?.plus(part[3] ? '0.5' : '0.25')
      .times(scale) ?? null
  );
}

/** A number is said within a sentence; longer texts are left to those who read plain numbers. */
const MOST_CHARACTERS = 400;

/**
 * The number that a text says otherwise than in plain digits: words, parts, powers, dozens, sums; or the text with
 * its words in digits, for those who read plain numbers. `text` is folded.
 */
export function readExpression(text: string, hint: ParseHint, read: ReadPlain): Decimal | string {
  if (text.length > MOST_CHARACTERS) return text;
  const language = languageOf(hint) ?? 'en';
  const words = NUMBER_WORDS[language];
  let plain = language === 'ja' ? japaneseAsDigits(text) : wordsAsDigits(text, language);
  if (decimalMark(hint) === ',') plain = plain.replace(/(?<![\p{L}\p{N}.,]),(?=\d)/gu, '0,');
  const sign = new RegExp(`(?<!\\p{L})(?:${words?.minus ?? 'minus'}) (?=\\d)|マイナス ?(?=\\d)`, 'iu');
  plain = plain.replace(sign, '-').replace(/(?<=^ {0,9})- +(?=\d)/, '-');
  const joined = plain.replace(GROUP_SPACE, '');
  return power(joined, read) ?? ratio(joined, words?.over ?? 'over', read) ?? sum(joined, language, read) ?? plain;
}
