import { type Clause, type Condition, change, state } from './condition';

interface OpeningWords {
  opens: string;
  closes: string;
  /** "early", "later than usual": the hour is another one, and no limit is named. */
  early: string;
  usual: string;
}

const WORDS: Record<string, OpeningWords> = {
  en: {
    opens: '(?:re)?opens(?: up)?|(?:is|are|gets?) (?:re)?opened',
    closes: 'closes(?: down)?|shuts(?: down)?',
    early: 'early|late|earlier|later',
    usual: ' than (?:usual|normal|planned|expected|always)',
  },
  de: {
    opens: 'offnet|aufmacht|eroffnet|wiedereroffnet|aufgeht|eroffnet wird',
    closes: 'schlie(?:ss|ß)t|zumacht|dichtmacht|geschlossen wird',
    early: 'fruher|eher|spater|vorzeitig',
    usual: ' als (?:sonst|ublich|normal|geplant)',
  },
  fr: {
    opens: 'ouvr(?:e|ent|ira|iront)|rouvr(?:e|ent|ira|iront)',
    closes: 'ferm(?:e|ent|era|eront)',
    early: "plus tot|plus tard|en avance",
    usual: " que (?:d'habitude|prevu)",
  },
  nl: {
    opens: '(?:her)?opent|open ?gaat|opengaat',
    closes: 'sluit|dicht ?gaat',
    early: 'eerder|vroeger|later',
    usual: ' dan (?:normaal|anders|gebruikelijk|gepland)',
  },
}; // biome-ignore format: a table

/** What may follow the verb without saying anything else. */
const TAIL =
  '(?: (?:again|today|tomorrow|this (?:week|year)|next (?:week|month|year)|to the public|for the season|on (?:[a-z]+day|the [a-z]+)|wieder|heute|morgen|demain|aujourd.hui|de nouveau|weer|vandaag))?[\\s.!?]*$';

const SIDES = ['opens', 'closes'] as const;

/** Whether a limit is named: "opens before 1 December" is another matter. */
const isTimed = ({ dates, times }: Clause): boolean => [...dates, ...times].some(({ op }) => op !== null);

/** "closes early": of no stated hour, so it is told by the hour being another one. */
export function findOddHours(clause: Clause): Condition | null {
  const { prompt, patterns } = clause;
  const words = WORDS[patterns.lexicon.language];
  if (!words || isTimed(clause)) return null;
  for (const side of SIDES) {
    const verb = words[side];
    const match = patterns
      .custom(
        `hours:${side}`,
        () =>
          `(?<![\\p{L}\\p{N}])(?:(?:${verb}) (?:\\p{L}+ ){0,2}?(?:${words.early})|(?:${words.early}) (?:\\p{L}+ ){0,2}?(?:${verb}))(?:${words.usual})?(?![\\p{L}\\p{N}])`,
      )
      .exec(prompt.folded);
    if (!match) continue;
    return {
      trigger: change('any'),
      factType: 'string',
      unit: 'time',
      property: 'measure',
      label: side === 'opens' ? 'opening time' : 'closing time',
      spans: [{ start: match.index, end: match.index + match[0].length }],
      score: 3,
    };
  }
  return null;
}

/** "when the consultation opens", "if the school closes": what opens can be used, what closes can not. */
export function findOpening(clause: Clause): Condition | null {
  const { prompt, patterns } = clause;
  const words = WORDS[patterns.lexicon.language];
  if (!words || isTimed(clause)) return null;
  for (const side of SIDES) {
    const match = patterns
      .custom(`opening:${side}`, () => `(?<![\\p{L}\\p{N}])(?:${words[side]})${TAIL}`)
      .exec(prompt.folded);
    if (!match) continue;
    return {
      trigger: state(side === 'opens' ? 'is_true' : 'is_false'),
      factType: 'boolean',
      unit: null,
      property: 'availability',
      label: null,
      spans: [{ start: match.index, end: prompt.folded.length }],
      score: 2,
    };
  }
  return null;
}
