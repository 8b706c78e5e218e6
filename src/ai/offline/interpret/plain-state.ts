import type { Clause, Condition } from './condition';
import { complement, negated, statusIs } from './status';

/** German and Dutch close a clause with the verb: "… zugelassen ist", "… goedgekeurd wordt". */
const VERB_LAST: Record<string, RegExp> = {
  de: /(?<!\p{L})(\p{Ll}{4,}) (?:ist|sind|wird|werden|wurde|wurden)[\s.!?]*$/u,
  nl: /(?<!\p{L})(\p{Ll}{4,}) (?:is|zijn|wordt|worden|werd|werden)[\s.!?]*$/u,
  // A question ends with the participle: "has the warning been lifted?"
  en: /(?<=^ha(?:s|ve) .{2,120})(?<!\p{L})been (\p{Ll}{4,})[\s.!?]*$/iu,
  fr: /(?<!\p{L})été (\p{Ll}{3,}s?)[\s.!?]*$/u,
};

/** "Is the water in Gravesend drinkable?": the last word says the state, if it is no noun of a place or a day. */
const QUESTION =
  /^[\s¿]*(?:is|are|ist|sind|zijn|est|sont) .{3,80} (?!(?:now|today|tomorrow|again|yet|still|there|here|heute|jetzt|noch|schon|da|hier|nu|vandaag|daar|hier)[\s.!?]*$)(?<!(?:the|a|an|of|in|on|at|for|to|der|die|das|dem|den|im|am|zu|für|de|het|een|van|op|le|la|les|du|en) )(\p{Ll}{4,})[\s.!]*\?[\s]*$/iu;

/** "the door is purple": words after a copula at the end of the sentence are the state to wait for, if nothing else is. */
export function findPlainState(clause: Clause): Condition | null {
  const { prompt, patterns } = clause;
  if (!patterns.lexicon.spaced) return null;
  const closing = VERB_LAST[patterns.lexicon.language]?.exec(prompt.original);
  if (closing?.[1]) {
    const at = { start: closing.index, end: closing.index + closing[0].length };
    return statusIs(clause, closing[1], { start: at.start, end: at.start + closing[1].length }, [at], 1);
  }
  const asked = QUESTION.exec(prompt.original);
  if (asked?.[1]) {
    const start = asked.index + asked[0].lastIndexOf(asked[1]);
    const at = { start, end: start + asked[1].length };
    return statusIs(clause, asked[1], at, [at], 1);
  }
  const copula = patterns.find('becomes', prompt.folded).at(-1);
  const span = copula && copula.start > 2 ? complement(clause, copula.end) : null;
  if (!copula || !span || !/^[\s.!?]*$/.test(prompt.folded.slice(span.end))) return null;
  const not = negated(clause, span.start, span.start + 12);
  const from = not && not.end > span.start ? not.end : span.start;
  const text = prompt.original.slice(from, span.end).trim();
  if (!/^\p{L}[\p{L}'’-]*(?: [\p{L}'’-]+){0,2}$/u.test(text)) return null;
  return statusIs(clause, text, span, [copula, span], 1);
}
