import { type Clause, type Condition, change } from './condition';
import { findProperties, propertyFor } from './property';
import { typed } from './status';

interface NowWords {
  less: string;
  more: string;
  /** "than it is now", "than today's". */
  now: string;
}

const WORDS: Record<string, NowWords> = {
  en: {
    less: '(?:lower|cheaper|less|fewer|smaller|shorter|below|under|less expensive)',
    more: '(?:higher|dearer|more|greater|bigger|longer|above|over|more expensive)',
    now: "(?: than)?(?: (?:it|they|that|what|the|its|is|are|it's|was|were|has|have|been|cost|costs)){0,4} (?:now|today(?:'s)?(?: price| level| value)?|at the moment|currently|at present|current(?: price| level| value| one)?|yesterday|last (?:week|month|time|year)|before|present (?:price|level|value))",
  },
  de: {
    less: '(?:niedriger|billiger|gunstiger|weniger|kleiner|kurzer|unter)',
    more: '(?:hoher|teurer|mehr|grosser|größer|langer|uber)',
    now: '(?: (?:ist|sind|wird|kostet|liegt))?(?: als)?(?: (?:de[nmr]|das|die))? (?:jetzt|heute|heutige\\p{L}*|aktuelle?\\p{L}*|momentan|derzeit(?:ige\\p{L}*)?|bisher(?:ige\\p{L}*)?|gestern|letzte \\p{L}+|vorher|zuvor|gerade)',
  },
  fr: {
    less: '(?:moins (?:chere?s?|elevee?s?|long(?:ue)?s?)|plus bas(?:se)?s?|inferieure?s?|(?:en[- ]|au[- ])?dessous|sous)',
    more: '(?:plus (?:chere?s?|elevee?s?|haute?s?|long(?:ue)?s?)|superieure?s?|(?:en[- ]|au[- ])?dessus)',
    now: "(?: (?:qu[e']|a|au|du|de|le|la|celui|celle|prix|tarif|niveau)){0,4} ?(?:maintenant|aujourd'hui|actuellement|actuel(?:le)?|hier|avant|en ce moment)",
  },
  nl: {
    less: '(?:lager|goedkoper|minder|kleiner|korter|onder)',
    more: '(?:hoger|duurder|meer|groter|langer|boven)',
    now: '(?: (?:is|zijn|wordt|kost|ligt))?(?: dan)?(?: (?:de|het))? (?:nu|vandaag|huidige(?: prijs| niveau| waarde)?|momenteel|gisteren|vorige \\p{L}+|eerst|voorheen|op dit moment)',
  },
};

/** "lower than it is now": no limit but the present value, and so a change in one direction. */
export function findAgainstNow(clause: Clause): Condition | null {
  const { prompt, patterns, operands } = clause;
  const words = WORDS[patterns.lexicon.language];
  if (!words || operands.length > 0) return null;
  for (const [op, than] of [
    ['decreases', words.less],
    ['increases', words.more],
  ] as const) {
    const match = patterns
      .custom(`now:${op}`, () => `(?<![\\p{L}\\p{N}])${than}${words.now}(?![\\p{L}\\p{N}])`)
      .exec(prompt.folded);
    if (!match) continue;
    const named = propertyFor(findProperties(clause), null, false);
    const meaning = typed(named?.property ?? 'price', named?.label ?? null, op);
    if (meaning.factType !== 'number') return null;
    const spans = [{ start: match.index, end: match.index + match[0].length }, ...(named ? [named] : [])];
    return { ...meaning, trigger: change(op), spans, score: 3 };
  }
  return null;
}
