import type { Question } from '@/domain/contract/reading';
import { CONCEPTS } from './concepts';
import { dayNamed, dayOfHours } from './days';
import { equivalents } from './equivalents';
import { type ItemWord, itemWords } from './item-words';
import { fold, isCjk, isStopWord, stem, wordsOf } from './words';

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
  | 'presence'
  | 'availability'
  | 'entries';

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
  for (const hint of [...hints]) {
    const [, first] = COMPOUND.exec(hint) ?? [];
    if (first !== undefined) hints.add(first);
  }
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
    item: withoutDay(itemWords(item, labelStems), question.prompt),
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

/** "Goldpreis", "dollarkoers": German and Dutch say in one word of what the price is. */
const COMPOUND = /^(\p{L}{4,}?)s?(?:preis?|kurs|prijs|koers|stand|pegel)$/u;

const PAGE_ITEM =
  /^(the |this |diese |die |la |le |esta |essa |questa |de |deze )?(web ?)?(page|site|website|seite|webseite|pagina|página|ページ|サイト)$/i;
const OF =
  /^(.{2,40}?)(?: of(?: the)? | des | der | von(?: der)? | du | de la | de l[’']| del | della | dello | van(?: de| het)? | do | da | de |の)(.{2,})$/u;

const FOR =
  /^(.{2,30}?) (?:for(?: the)?|für(?: den| die| das)?|pour(?: le| la)?|para(?: el| la)?|per(?: il| la)?|voor(?: de| het)?) (.{2,})$/iu;
/** "double room per night", "heating oil per 100 l": the measure is of the price. */
const MEASURE = /(?<=\S) (?:per|pro|je|par|por) (?:\d+ ?)?(?:\p{L}{1,8})$/iu;

/** "ingresso pro show": spoken Portuguese for "para o", no model. */
const FOR_THE = /(?<=\s)pr[oa]s?(?=\s\p{Ll})/gu;

/** "70 % of its capacity": what the share is of. */
const SHARE =
  /(?<=\S),? (?:(?:of|der|von|de|di|van|do|da|della) )?(?:(?:its|full|seiner|sa|su|sua|zijn|haar) )?(?:capacity|kapazität|capacité|capacidad|capacità|capacidade|capaciteit)$/iu;

function bareItem(item: string, { unit }: Question): string {
  return (unit === '%' ? item.replace(SHARE, '') : item).replace(MEASURE, '');
}

const SIZE_SAID =
  /(?:^|[^\p{L}])(?:size|größe|groesse|taille|pointure|talla|talle|taglia|tamanho|maat|rozmiar|storlek) (\d{1,3}(?:[.,]5)?|X{0,3}[SL]|M)(?![\p{L}\p{N}.,]*\p{N})(?![\p{L}%])/u;

/** The size is a variant of the item wherever the prompt names it: what holds of other sizes does not hold of it. */
function sized(item: string, { prompt, factType, property }: Question): string {
  const size = factType === 'boolean' || property === 'price' ? SIZE_SAID.exec(prompt)?.[1] : undefined;
  const known = size === undefined || wordsOf(item).some(({ stem }) => stem === fold(size)) || item.includes(size);
  return known ? item : `${item} ${size}`;
}

/** What a question means, where its words are general: "text of the gate of NX 81" asks for the gate of NX 81. */
function plainQuestion(given: Question): Question {
  const named = given.language === 'pt' ? (given.item?.replace(FOR_THE, 'do') ?? null) : given.item;
  const question = named === null ? given : { ...given, item: sized(bareItem(named, given), given) };
  const { item, property, unit } = question;
  if (item === null || item === '') return question;
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
  const quoted = /["“„«「']/.test(question.prompt);
  const parts = general && !quoted ? (OF.exec(item) ?? namedFor(item)) : null;
  if (parts === null) return question;
  return { ...question, property: parts[1] ?? property, item: parts[2] ?? item };
}

/** "gate for flight TX 77": only where what stands before "for" is a thing that pages label. */
function namedFor(item: string): RegExpExecArray | null {
  const parts = FOR.exec(item);
  const name = fold(parts?.[1] ?? '').trim();
  return GROUPS.some(({ terms }) => terms.includes(name)) ? parts : null;
}

function isCurrencyName(name: string): boolean {
  // Coins are quoted as prices, in the asked currency; national currencies as rates.
  return equivalents(name).length > 1 && !['won', 'yen', 'btc', 'eth'].includes(name);
}

/** True where the person used one of the folded words or phrases (singular; plural s is dropped on both sides). */
export function saysAny(asked: Pick<Asked, 'said' | 'question'>, phrases: readonly string[]): boolean {
  const key = `${asked.said}\n${asked.question.prompt}`;
  const known = ANSWERS.get(phrases) ?? new Map<string, boolean>();
  const answer = known.get(key) ?? says(asked, phrases);
  if (known.size >= 50) known.clear();
  ANSWERS.set(phrases, known.set(key, answer));
  return answer;
}

/** Every candidate asks the same of the same rules. */
const ANSWERS = new WeakMap<readonly string[], Map<string, boolean>>();

function says({ said, question }: Pick<Asked, 'said' | 'question'>, phrases: readonly string[]): boolean {
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
    if (name === 'presence') return 'presence';
    return /^(page )?(text|content|page|mention|body|whole page)s?$/.test(name) ? 'page' : 'text';
  }
  if (/^(rate|exchange rate|exchange_rate)$/.test(name)) return 'rate';
  if (name === 'rating') return 'rating';
  if (name === 'price' || (unit !== null && /^[A-Z]{3}$/.test(unit) && unit !== 'AQI')) return 'money';
  if (name === 'count') return 'count';
  if (name === 'temperature' || unit !== null) return 'quantity';
  return 'number';
}

/** Of opening hours the day is a row of the table, in long or short, and no word of the place. */
function withoutDay(words: ItemWord[], prompt: string): ItemWord[] {
  return dayOfHours(prompt) === null ? words : words.filter(({ forms }) => dayNamed(forms[0] ?? '') === undefined);
}

const GUSTS = CONCEPTS.gust?.split('|') ?? [];

/** The property's own words, then the terms of every group that it names. */
function labelsOf(own: string[]): string[] {
  const found = new Set(own);
  for (const { name, terms } of GROUPS) {
    const named = own.some((word) => word === name || terms.includes(word) || terms.includes(stem(word)));
    if (named) for (const term of terms) found.add(term);
  }
  const words = own.flatMap((word) => word.split(/[^\p{L}\p{N}.]+/u)).filter((word) => word.length > 1);
  for (const { name, terms } of GROUPS) {
    // The wind of "wind gusts" is another figure than its gusts.
    if (name === 'wind' && words.some((word) => GUSTS.includes(word))) continue;
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
