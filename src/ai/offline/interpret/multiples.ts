import { type Clause, type Condition, change } from './condition';
import { findProperties, propertyFor } from './property';
import { typed } from './status';

const edge = (words: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'u');

/** Changes by a fraction or a multiple, in the prompts' languages. */
const MULTIPLES: [op: 'decreases' | 'increases', percent: string, words: RegExp][] = [
  [
    'decreases',
    '50',
    edge(
      'halves|halved|(?:to|by|at) half(?: (?:of )?(?:its|the|what|their)(?: \\p{L}+){0,4})?(?: (?:price|value|now))?|half[- ]price|half off|um die halfte|(?:auf|zum) (?:die halfte|halben preis)|halbiert|zum halben preis|moitie prix|de moitie|divisee?s? par deux|halveert|gehalveerd|(?:voor|tegen) de helft(?: van de prijs)?|met de helft|halve prijs|(?:a la|a) mitad(?: de precio)?|(?:pela|a) metade(?: do preco)?|meta prezzo|si dimezza|dimezzat[oaie]',
    ),
  ],
  [
    'increases',
    '100',
    edge(
      '(?<!(?<!\\p{L})(?:a|the) )doubles?(?= (?:in (?:price|value|size)|its|from)| *[.!?]*$)|doubled|verdoppelt|double(?=[ .!?]*$)|a double|verdubbelt|verdubbeld|se duplique|se duplica|dobrar|dobrou|raddoppia(?:to|ta)?',
    ),
  ],
  [
    'increases',
    '200',
    edge('triples|tripled|verdreifacht|triple(?=[ .!?]*$)|verdrievoudigt|se triplique|triplicar|triplica'),
  ],
];

/** "falls to half of what it is now", "verdoppelt sich": a change by a size that no number says. */
export function findMultiple(clause: Clause): Condition | null {
  const { prompt, patterns, operands } = clause;
  if (operands.some(({ unit, money }) => money || unit === '%')) return null;
  for (const [op, percent, words] of MULTIPLES) {
    const match = words.exec(prompt.folded);
    if (!match) continue;
    // "Half Price Books" is a name.
    if (/\p{Lu}/u.test(prompt.original.charAt(match.index))) continue;
    const named = propertyFor(findProperties(clause), null, false);
    const meaning = typed(named?.property ?? 'price', named?.label ?? null, op);
    if (meaning.factType !== 'number') return null;
    const verbs = (['fall', 'rise', 'costs', 'cheaper'] as const).flatMap((list) => patterns.find(list, prompt.folded));
    const span = { start: match.index, end: match.index + match[0].length };
    return {
      ...meaning,
      trigger: change(op, { percent }),
      spans: [span, ...verbs, ...(named ? [named] : [])],
      score: 3,
    };
  }
  return null;
}
