import { overlaps, type PromptText, type Span } from './text';

/** A length as the other numbers of a prompt are given. */
interface SpokenDuration extends Span {
  number: string;
  unit: string;
  money: false;
  spelled: true;
}

/** Lengths of time that are said without a number: half an hour, a quarter of one, an hour and a half. */
const SPOKEN: Record<string, [number: string, unit: string, words: RegExp][]> = {
  en: table('(?:an )?hour and a half', 'three quarters of an hour', '(?:a )?quarter of an hour', 'half an hour|a half[- ]hour', 'an hour'),
  de: table('(?:eineinhalb|anderthalb) stunden', 'eine dreiviertelstunde|dreiviertelstunde', 'eine viertelstunde|viertelstunde', 'eine halbe stunde|halbe stunde', 'eine stunde'),
  fr: table('une heure et demie', 'trois quarts d\'heure', 'un quart d\'heure', 'une demi-heure', 'une heure'),
  nl: table('anderhalf uur', 'drie kwartier', '(?:een )?kwartier', '(?:een )?half uur', 'een uur'),
  es: table('(?:una )?hora y media', 'tres cuartos de hora', '(?:un )?cuarto de hora', 'media hora', 'una hora'),
  pt: table('(?:uma )?hora e meia', 'tres quartos de hora', '(?:um )?quarto de hora', 'meia hora', 'uma hora'),
  it: table('un\'ora e mezz[ao]', '(?:tre quarti d\'ora)', '(?:un )?quarto d\'ora', 'mezz\'?ora|mezza ora', 'un\'ora'),
}; // biome-ignore format: a table

function table(oneAndHalf: string, three: string, quarter: string, half: string, hour: string) {
  const row = (number: string, unit: string, words: string): [string, string, RegExp] => [
    number,
    unit,
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'gu'),
  ];
  return [
    row('90', 'min', oneAndHalf),
    row('45', 'min', three),
    row('15', 'min', quarter),
    row('30', 'min', half),
    row('1', 'h', hour),
  ];
}

/** All of them in a prompt, as numbers with their unit. */
export function findSpokenDurations({ folded }: PromptText, language: string): SpokenDuration[] {
  const found: SpokenDuration[] = [];
  for (const [number, unit, words] of SPOKEN[language] ?? []) {
    for (const match of folded.matchAll(words)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (!found.some((other) => overlaps(other, span)))
        found.push({ ...span, number, unit, money: false, spelled: true });
    }
  }
  return found;
}
