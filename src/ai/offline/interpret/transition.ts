import { type Clause, type Condition, state, textValue } from './condition';
import { findProperties } from './property';

/** The verb, "from", "to", and whether the verb may close the clause instead. */
interface TransitionWords {
  /** Verbs that say nothing but a change of state. */
  changes: string;
  /** Verbs that as well say that a train goes from one town to another. */
  goes: string;
  from: string;
  to: string;
}

const WORDS: Record<string, TransitionWords> = {
  en: {
    changes: '(?:chang(?:es?|ed)|switch(?:es|ed)?|flips?|flipped|turns?|turned)(?: (?:over|back|away))?',
    goes: '(?:goes|went|moves?|moved|jumps?|jumped)',
    from: 'from',
    to: 'to|into',
  },
  de: {
    changes: '(?:wechselt|umspringt|andert(?: sich)?|umgestellt wird)',
    goes: '(?:geht|springt)',
    from: 'von',
    to: 'auf|zu|in|nach',
  },
  fr: { changes: '(?:change|bascule)', goes: '(?:passe|passent)', from: "de|d'", to: 'a|en' },
  nl: { changes: '(?:verandert|wijzigt|omslaat)', goes: '(?:gaat|springt)', from: 'van', to: 'naar|in|op' },
};

const QUOTED = '["„«»\'‹`][^"„«»\'‹›`]{1,60}["»«\'›`]';

interface Said {
  text: string;
  quoted: boolean;
}

function bare(text: string): Said {
  const trimmed = text.trim().replace(/[.,;!?]+$/, '');
  const quoted = /^["„«»'‹`]/.test(trimmed);
  return { text: quoted ? trimmed.slice(1, -1).trim() : trimmed, quoted };
}

/** "changes from 'Closed'", "goes from Waitlist to Open": the state that is left, or the one that is reached. */
export function findTransition(clause: Clause): Condition | null {
  const { prompt, patterns } = clause;
  const words = WORDS[patterns.lexicon.language];
  if (!words) return null;
  const name = `(${QUOTED}|\\p{L}[\\p{L}'-]*(?: \\p{L}[\\p{L}'-]*){0,2}?)`;
  const verbs = `(?:(${words.changes})|${words.goes})`;
  const edge = '(?<![\\p{L}\\p{N}])';
  const pair = `(?:${words.from}) ?(?:the )?(?:status )?${name}(?: (?:${words.to}) (?:the )?(?:status )?${name})?`;
  const leading = patterns.custom('transition', () => `${edge}${verbs} ${pair}[\\s.!?]*$`).exec(prompt.folded);
  const match =
    leading ?? patterns.custom('transition:last', () => `${edge}${pair} ${verbs}[\\s.!?]*$`).exec(prompt.folded);
  if (!match) return null;
  const groups = match.slice(1).filter((group): group is string => group !== undefined);
  const changes = groups.find((group) => new RegExp(`^${words.changes}$`, 'u').test(group));
  const [from, to] = groups.filter((group) => group !== changes).map((group) => bare(original(clause, match, group)));
  if (!from) return null;
  const asked = findProperties(clause).find(({ property }) => property === 'status');
  const isState = ({ text, quoted }: Said) =>
    quoted || asked !== undefined || patterns.first('states', text.toLowerCase()) !== null;
  // "changes from Berlin to Munich": the verb speaks of nothing but change; "the boat from A to B" is no change.
  const named = leading && changes && to && /^\p{Lu}/u.test(to.text);
  if (!isState(from) && !(to && isState(to)) && !named) return null;
  const span = { start: match.index, end: match.index + match[0].length };
  return {
    trigger: to ? state('eq', textValue(to.text)) : state('neq', textValue(from.text)),
    factType: 'string',
    unit: null,
    property: 'status',
    label: null,
    spans: asked ? [asked, span] : [span],
    score: 3,
  };
}

/** A group of the match, which is over folded text, as the prompt writes it. */
function original({ prompt }: Clause, match: RegExpExecArray, group: string): string {
  const at = match.index + match[0].indexOf(group, match[0].indexOf(' '));
  return prompt.original.slice(at, at + group.length);
}
