import type { Question } from '@/domain/reading';
import { CONCEPTS } from './read-concepts';
import { equivalents } from './read-equivalents';
import { fold, isCjk, isColour, isModelWord, isStopWord, stem, wordsOf } from './read-words';

type FactKind =
  | 'money'
  | 'count'
  | 'rate'
  | 'rating'
  | 'quantity'
  | 'number'
  | 'date'
  | 'time'
  | 'version'
  | 'text'
  | 'page'
  | 'availability'
  | 'entries';

/** One word of the item's name. Any of its forms on the page counts as the word. */
export interface ItemWord {
  forms: string[];
  weight: number;
  /** Without it, the page speaks of another item: numbers of models, "Pro", storage sizes. */
  required: boolean;
  colour: boolean;
}

/** What a question asks, in the terms of the rules. */
export interface Asked {
  question: Question;
  kind: FactKind;
  item: ItemWord[];
  /** Label terms, folded: those of the property itself first, then its synonyms. */
  labels: string[];
  /** Further words of the fact and the prompt, that speak for a candidate when they stand next to it. */
  hints: Set<string>;
  /** Words of the fact itself: of a count they say what is counted ("number of open jobs"). */
  nouns: Set<string>;
  /** The prompt and the fact, folded, with spaces at both ends: for what is asked on purpose ("used", "per month"). */
  said: string;
  /** The same of the item and the fact alone. */
  named: string;
}

const GROUPS = Object.entries(CONCEPTS).map(([name, line]) => {
  const terms = [...new Set(line.split('|'))];
  return { name, terms, stems: [name, ...terms].map((term) => ` ${term.split(' ').map(stem).join(' ')} `) };
});

/** A monitor asks the same question of every page that it looks at. */
const understood = new WeakMap<Question, Asked>();

export function ask(given: Question): Asked {
  const known = understood.get(given);
  if (known !== undefined) return known;
  const asked = understand(given);
  understood.set(given, asked);
  return asked;
}

function understand(given: Question): Asked {
  const question = plainQuestion(given);
  const own = [...new Set([fold(question.property).trim(), fold(question.property.replace(/[_-]+/g, ' ')).trim()])];
  const item = question.item ?? '';
  const itemStems = new Set(wordsOf(item).map((word) => word.stem));
  const labels = [...new Set([...labelsOf(own), ...labelsOfFact(question, own)])];
  const labelStems = new Set(labels.flatMap((label) => wordsOf(label).map((word) => word.stem)));
  const hints = new Set(
    wordsOf(`${question.fact} ${question.prompt.replace(/\bhttps?:\/\/\S+/g, ' ')}`)
      .map((word) => word.stem)
      .filter((word) => !isStopWord(word) && !itemStems.has(word) && !/^\d+$/.test(word)),
  );
  const nouns = new Set(
    wordsOf(question.fact)
      .map((word) => word.stem)
      .filter((word) => hints.has(word) && !COUNTING.has(word)),
  );
  // "the door is purple" asks for what stands next to "Door".
  if (question.property === 'status' && /^\p{Ll}+(?: \p{Ll}+)?$/u.test(item)) labels.push(fold(item).trim());
  return {
    question,
    nouns,
    kind: kindOf(question),
    item: itemWords(item, labelStems),
    labels,
    hints,
    named: ` ${wordsOf(`${item} ${question.fact}`)
      .map((word) => word.stem)
      .join(' ')} `,
    said: ` ${wordsOf(`${question.prompt.replace(/\bhttps?:\/\/\S+/g, ' ')} ${question.fact}`)
      .map((word) => word.stem)
      .join(' ')} `,
  };
}

const PAGE_ITEM =
  /^(the |this |diese |die |la |le |esta |essa |questa |de |deze )?(web ?)?(page|site|website|seite|webseite|pagina|página|ページ|サイト)$/i;
const OF =
  /^(.{2,40}?)(?: of(?: the)? | des | der | von(?: der)? | du | de la | de l[’']| del | della | dello | van(?: de| het)? | do | da | de |の)(.{2,})$/u;

/** What a question means, where its words are general: "text of the gate of NX 81" asks for the gate of NX 81. */
function plainQuestion(question: Question): Question {
  const { item, property, unit } = question;
  if (item === null) return question;
  if (PAGE_ITEM.test(item.trim())) return { ...question, item: null };
  const general = /^(text|value)$/.test(property);
  if (question.factType === 'number' && /^[A-Za-z]{3}\s?[/-]\s?[A-Za-z]{3}$/.test(item) && general) {
    return { ...question, property: 'rate' };
  }
  if (
    /^(price|value|worth|wert|valeur|valor|valore|waarde|cost|価値)$/.test(property) &&
    unit !== null &&
    equivalents(fold(item)).some(
      (name) => /^[a-z]{3}$/.test(name) && name !== unit.toLowerCase() && isCurrencyName(name),
    )
  ) {
    return { ...question, property: 'rate', item: `${item} ${unit}` };
  }
  const parts = general && !/["“„«「']/.test(question.prompt) ? OF.exec(item) : null;
  if (parts === null) return question;
  return { ...question, property: parts[1] ?? property, item: parts[2] ?? item };
}

function isCurrencyName(name: string): boolean {
  // Coins are quoted as prices, in the asked currency; national currencies as rates.
  return equivalents(name).length > 1 && !['won', 'yen', 'btc', 'eth'].includes(name);
}

/** True where the person used one of the folded words or phrases (singular; plural s is dropped on both sides). */
export function saysAny({ said, question }: Pick<Asked, 'said' | 'question'>, phrases: string[]): boolean {
  return phrases.some((phrase) =>
    isCjk(phrase)
      ? question.prompt.includes(phrase)
      : // German and Dutch join words: "Mitgliederpreis" names members too.
        said.includes(` ${stemPhrase(phrase)}${phrase.length >= 5 ? '' : ' '}`),
  );
}

const PHRASES = new Map<string, string>();

/** The phrases are those of our own rules, so the memory stays small. */
function stemPhrase(phrase: string): string {
  const known = PHRASES.get(phrase);
  if (known !== undefined) return known;
  const stems = phrase.split(' ').map(stem).join(' ');
  PHRASES.set(phrase, stems);
  return stems;
}

function kindOf({ factType, unit, property }: Question): FactKind {
  const name = fold(property);
  if (factType === 'boolean') return 'availability';
  if (factType === 'object') return 'entries';
  if (factType === 'string') {
    if (unit === 'date') return 'date';
    if (unit === 'time') return 'time';
    if (unit === 'version') return 'version';
    return /^(page )?(text|content|page|mention|body|whole page)s?$/.test(name) ? 'page' : 'text';
  }
  if (/^(rate|exchange rate|exchange_rate)$/.test(name)) return 'rate';
  if (name === 'rating') return 'rating';
  if (name === 'price' || (unit !== null && /^[A-Z]{3}$/.test(unit) && unit !== 'AQI')) return 'money';
  if (name === 'count') return 'count';
  if (name === 'temperature' || unit !== null) return 'quantity';
  return 'number';
}

/** The property's own words, then the terms of every group that it names. */
function labelsOf(own: string[]): string[] {
  const found = new Set(own);
  for (const { name, terms } of GROUPS) {
    const named = own.some((word) => word === name || terms.includes(word) || terms.includes(stem(word)));
    if (named) for (const term of terms) found.add(term);
  }
  const words = own.flatMap((word) => word.split(/[^\p{L}\p{N}.]+/u)).filter((word) => word.length > 1);
  for (const { terms } of GROUPS) {
    if (words.length > 1 && words.some((word) => terms.includes(word))) {
      for (const term of terms) if (own.some((phrase) => ` ${phrase} `.includes(` ${term} `))) found.add(term);
    }
  }
  return [...found].filter((term) => term !== '');
}

/** Words that ask for a number and do not say of what. */
const COUNTING = new Set(
  'number count many much total amount available left remaining open free anzahl zahl viele menge nombre combien numero cantidad cuanto quantidade quanto quantita aantal hoeveel'
    .split(' ')
    .map((word) => stem(word)),
);

const GENERAL = new Set(['count', 'date', 'number', 'status', 'rate', 'value', 'level', 'entries', 'text', 'time']);

/** Where the property is a general word, the fact says what it is of: "release date of X", "number of open jobs at X". */
function labelsOfFact(question: Question, own: string[]): string[] {
  if (!own.some((word) => GENERAL.has(word))) return [];
  const said = ` ${wordsOf(`${question.fact} ${question.prompt.replace(/\bhttps?:\/\/\S+/g, ' ')}`)
    .map((word) => word.stem)
    .join(' ')} `;
  return GROUPS.filter(({ name }) => !GENERAL.has(name) && !GENERAL_GROUPS.has(name))
    .filter(({ stems }) => stems.some((term) => said.includes(term)))
    .flatMap(({ terms }) => terms);
}

/** Groups whose words are too common in prompts to say what a number or date is of. */
const GENERAL_GROUPS = new Set([
  'price',
  'availability',
  'version',
  'temperature',
  'rating',
  'author',
  'high',
  'low',
  'used',
  'member',
  'monthly',
  'delivery',
  'shipping',
]);

/** Words that say what kind of thing an item is; a page often leaves them out. */
const GENERIC = new Set(
  `next last first upcoming nachste nachster letzte erste prochain dernier premier proximo ultimo primero prossimo primo volgende laatste eerste freie freier libre
  product item ticket concert show event game book phone headphone laptop flight train bus course class job position
  service app software package library page list listing apartment house flat hotel room weather city station store
  shop stock share coin official new latest current status version release edition model size colour color variant
  today tomorrow now produkt artikel karte konzert buch handy kopfhorer flug zug kurs stelle wohnung haus wetter stadt
  produit billet livre vol cours poste appartement maison meteo ville producto entrada libro vuelo tren curso puesto
  piso casa tiempo ciudad prodotto biglietto libro volo treno corso appartamento citta meteo produto ingresso livro voo
  trem curso vaga apartamento cidade boek vlucht trein cursus woning huis weer stad exchange currency air quality open
  seat number temperature price karten eintrittskarte eintrittskarten termin termine platz platze sitzplatz
  sitzplatze biglietti posti posto plaza lugar kaartje kaartjes kaarten plaats plaatsen appointment slot table place
  cita rendez-vous rdv appuntamento afspraak spot pass passes admission repo repository project video channel account profile article post
  website webseite still has have had get gets got again back any some there more noch hat gibt encore toujours aura todavia
  hay ancora ainda nog heeft zijn`
    .split(/\s+/)
    .map((word) => stem(word)),
);

const UNIT_WORD = /^(gb|tb|mb|kb|mm|cm|m|inch|zoll|ml|cl|l|kg|g|mg|w|v|hz|mp|k|mah|oz|lb|ft|in)$/;

/** "WH-1000XM6 Black 256 GB" as words: pieces joined by hyphens with digits become one, numbers take their unit. */
function itemWords(item: string, labelStems: Set<string> = new Set()): ItemWord[] {
  const words: ItemWord[] = [];
  const pieces = wordsOf(item);
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at];
    if (piece === undefined) continue;
    const run = [piece.stem];
    let end = piece.end;
    while (joins(item, end, run, pieces[at + 1])) {
      at++;
      run.push(pieces[at]?.stem ?? '');
      end = pieces[at]?.end ?? end;
    }
    if (run.length === 1 && /['’]$/.test(item.slice(0, piece.start)) && piece.end - piece.start === 1) continue;
    const word = itemWord(run, item.slice(piece.start, end), labelStems);
    if (word !== null) words.push(word);
  }
  // A name made only of generic or stop words ("The Book") is still a name.
  if (words.length === 0) return pieces.map((piece) => plainWord(piece.stem, 1));
  // "The next appointment": general words alone bind nothing; the page itself is the item.
  if (words.every((word) => word.weight < 0.5)) return [];
  return words;
}

/** A clothing size is a variant: written in capitals, since "l" and "s" are also pieces of words. */
const SIZE = /^(XXS|XS|S|M|L|XL|XXL|XXXL|[2-5]XL)$/;

function joins(item: string, end: number, run: string[], next: { stem: string; start: number } | undefined): boolean {
  if (next === undefined) return false;
  const between = item.slice(end, next.start);
  const last = run.at(-1) ?? '';
  if (/^[-_./]$/.test(between)) return /\d/.test(last) || /\d/.test(next.stem);
  return /^\s?$/.test(between) && /^\d+$/.test(last) && UNIT_WORD.test(next.stem);
}

function itemWord(run: string[], written: string, labelStems: Set<string>): ItemWord | null {
  const joined = run.join('');
  if (SIZE.test(written) && run.length === 1) {
    return { forms: [joined], weight: 2, required: true, colour: false };
  }
  if (run.length > 1) {
    const strong = run.filter((part) => /\d/.test(part) && /[a-z]/.test(part) && part.length >= 4);
    return { forms: [joined, ...strong], weight: 3, required: true, colour: false };
  }
  if (isCjk(written)) return { forms: [written], weight: 2, required: false, colour: false };
  if (isStopWord(joined)) return null;
  if (/\d/.test(joined)) return { forms: [joined], weight: 3, required: true, colour: false };
  if (isModelWord(joined)) return { forms: [joined], weight: 2, required: true, colour: false };
  if (isColour(joined)) return { forms: [joined], weight: 1.5, required: false, colour: true };
  if (GENERIC.has(joined) || labelStems.has(joined)) return plainWord(joined, 0.2);
  return plainWord(joined, 1);
}

function plainWord(word: string, weight: number): ItemWord {
  return { forms: [word], weight, required: false, colour: false };
}
