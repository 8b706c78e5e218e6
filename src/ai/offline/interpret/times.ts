import { type Clause, type Condition, state, textValue } from './condition';
import { MOVES } from './hours';
import { findProperties } from './property';
import type { Span } from './text';

/** A time of day against a limit: "departs after 18:00". */
export function findTimeCondition(clause: Clause): Condition | null {
  const { prompt, patterns, times } = clause;
  const time = times.find(({ op }) => op !== null);
  if (!time?.op) return null;
  const named = findProperties(clause).find(({ property }) => property === 'date');
  const verb = MOVES.find(([, words]) => words.test(prompt.folded));
  const asIs = named && /\p{L}{4}/u.test(named.label) && !verb ? named.label : null;
  return {
    factType: 'string',
    unit: 'time',
    property: 'measure',
    label: verb?.[0] ?? asIs ?? 'time',
    trigger: state(time.op, textValue(time.iso, 'time')),
    spans: [
      time.bound,
      ...(named ? [named] : []),
      ...spansOf(verb?.[1], prompt.folded),
      ...patterns.find('opens', prompt.folded),
    ],
    score: 3,
  };
}

function spansOf(words: RegExp | undefined, text: string): Span[] {
  const hit = words?.exec(text);
  return hit ? [{ start: hit.index, end: hit.index + hit[0].length }] : [];
}
