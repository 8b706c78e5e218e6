import { type Clause, type Condition, change } from './condition';
import type { SpokenRank } from './rank-words';

/** Being first, said without a number: the word or its negation stands right before, or closes the clause. */
const FIRST: Record<string, string> = {
  en: "(?:(?:is|are|\\p{L}+'(?:s|re)|sits?|stands?|goes?|comes?|remains?|stays?)(?<not> (?:no longer|not))?|(?<isnt>isn'?t|aren'?t))(?: (?:still|back|now|currently|the|our))*(?: (?:world|league|table))? (?:first|top|leaders?|number (?:one|1)|no\\.? ?1)(?:(?= of the (?:league|table|standings|rankings?|group|charts?|leaderboard|division))|(?: any ?more| again| now)?[\\s.!?]*$)|(?:leads?|tops?) the (?:league|table|standings|rankings?|group|charts?|leaderboard)",
  de: '(?:(?<not>nicht mehr|nicht|kein) )?(?:(?:der |die )?tabellenfuhrer|spitzenreiter|(?:auf|an) der (?:tabellen)?spitze|ganz oben|die nummer (?:eins|1)|tabellenerster?)',
  fr: "(?:est|sont|soit)?(?: (?<not>plus|pas))? ?(?:leader|en tete|numero (?:un|1)|(?<=(?:est|sont|soit|plus|pas) )premi(?:er|ere)s?)(?: (?:du|de la|de|au) (?:classement|championnat|poule|ligue ?\\d?))?(?=[\\s.!?]*$)",
  nl: '(?:(?<not>niet (?:meer|langer)|geen) )?(?:bovenaan|koploper|op kop|aan kop|aan de leiding|de nummer (?:een|1)|lijstaanvoerder)',
}; // biome-ignore format: a table

/** The first place lost or taken, said by the verb. */
const LOST =
  /(?<!\p{L})(?:(?:loses?|lost|gives? up|drops? from|falls? from) (?:the lead|(?:the )?(?:top|first|number one) (?:spot|place|position))|(?:den )?(?:ersten platz|platz (?:1|eins)|(?:die )?(?:tabellen)?(?:fuhrung|spitze)) (?:verliert|abgibt|hergibt)|(?:perd|perde|cede|quitte) (?:la (?:premiere place|tete)|la place de leader)|(?:de )?(?:eerste plaats|koppositie|leiding|koppositie) (?:verliest|kwijtraakt|kwijt is))(?!\p{L})/u;
const TAKEN =
  /(?<!\p{L})(?:(?:takes?|took|regains?|goes|moves?|climbs?) (?:(?:in)?to )?(?:the lead|(?:the )?(?:top|first|number one) (?:spot|place|position)|over at the top)|(?:die )?(?:tabellen)?(?:fuhrung|spitze) (?:ubernimmt|erobert)|(?:prend|prenne|reprend) (?:la (?:premiere place|tete(?! d))|la place de leader)|(?:de )?(?:eerste plaats|koppositie|leiding) (?:pakt|overneemt|verovert))(?!\p{L})/u;

/** "no longer top", "bovenaan staat", "Tabellenführer ist": the first place without a number. */
export function findLead({ prompt, patterns, operands, dates }: Clause): SpokenRank | null {
  const words = FIRST[patterns.lexicon.language];
  if (!words || dates.length > 0 || operands.some(({ number }) => number !== '1')) return null;
  const match = patterns
    .custom('rank:lead', () => `(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`)
    .exec(prompt.folded);
  const moved = LOST.exec(prompt.folded) ?? TAKEN.exec(prompt.folded);
  if (moved) {
    const op = LOST.test(prompt.folded) ? 'neq' : 'eq';
    return { start: moved.index, end: moved.index + moved[0].length, op, number: '1' };
  }
  if (!match) return null;
  const denied = match.groups?.not ?? match.groups?.isnt;
  return { start: match.index, end: match.index + match[0].length, op: denied ? 'neq' : 'eq', number: '1' };
}

/** The end of a table, whose number of places no prompt says. */
const LAST =
  /(?<!\p{L})(?:bottom (?:\d{1,2}|two|three|four|five|half)|bottom of the (?:league|table|standings|rankings?|group)|last place|relegation (?:zone|places?|spots?|battle)|abstiegs(?:zone|platz|range|rang|plat[sz]e?|kampf)\p{L}*|tabellenende|tabellenletzter?|letzte[rnm]? platz|zone (?:rouge|de relegation)|relegables?|lanterne rouge|derniere place|degradatie(?:zone|plaats|plek)\p{L}*|laatste plaats|onderaan|puestos? de descenso|zona de (?:descenso|rebaixamento)|zona retrocessione)(?!\p{L})/u;

/** "in the bottom three": which places these are depends on the table, so the person is asked. */
export function findBottom({ prompt, patterns, operands, dates }: Clause): Condition | null {
  if (dates.length > 0 || operands.some(({ unit }) => unit !== null)) return null;
  const match = LAST.exec(prompt.folded);
  if (!match) return null;
  const verbs = (['fall', 'rise', 'becomes'] as const).flatMap((list) => patterns.find(list, prompt.folded));
  return {
    trigger: change('any'),
    factType: 'number',
    unit: null,
    property: 'measure',
    label: 'position',
    spans: [{ start: match.index, end: match.index + match[0].length }, ...verbs],
    score: 1,
  };
}
