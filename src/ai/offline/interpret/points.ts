import { Decimal } from 'decimal.js';
import { toDecimalString } from '@/domain/written/decimal';
import type { PromptText, Span } from './text';

/** A part of a percentage point; without a unit, for "%" would make it a relative change. */
interface Points extends Span {
  number: string;
  unit: null;
  money: false;
  spelled: false;
}

const POINT =
  '(?:per ?cent|percent|(?:percentage )?points?|prozent(?:punkte?)?|point(?: de pourcentage)?|pour ?cent|procent(?:punt)?)';

const FRACTIONS: [number: string, words: RegExp][] = [
  ['0.25', pattern(`(?:a |one )?quarter(?:[- ]|(?: of)? an? )${POINT}|(?:ein |einen )?viertel(?: |)${POINT}|un quart de ${POINT}|een kwart ${POINT}`)],
  ['0.5', pattern(`(?:a )?half(?:[- ]| an? )${POINT}|(?:ein |einen )?halbe[ns]? ${POINT}|un demi[- ]${POINT}|een half ${POINT}`)],
]; // biome-ignore format: a table

const BASIS = pattern('(\\d{1,4}) ?(?:basis points?|bps?|basispunkte?n?|points? de base|basispunten)');

function pattern(words: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'gu');
}

/** "a quarter of a percent", "25 basis points": what rates move by. */
export function findPoints({ folded }: PromptText): Points[] {
  const found: Points[] = [];
  const add = (match: RegExpExecArray, number: string) =>
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      number,
      unit: null,
      money: false,
      spelled: false,
    });
  for (const [number, words] of FRACTIONS) for (const match of folded.matchAll(words)) add(match, number);
  for (const match of folded.matchAll(BASIS)) add(match, toDecimalString(new Decimal(match[1] ?? '0').div(100)));
  return found;
}
