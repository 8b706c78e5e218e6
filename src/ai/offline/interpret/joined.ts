import type { Clarification } from '@/domain/contract/interpretation';
import { QUESTIONS } from '../lexicon/questions';
import type { Clause, Condition } from './condition';
import { findCondition } from './decide';
import type { Span } from './text';

/** Two conditions in one clause; a monitor has one trigger, so the person chooses. Spans count within the clause. */
export interface Joined {
  /** What to leave out to keep the first, and to keep the second. */
  cuts: [Span, Span];
  /** Where the words of the second begin, for its label. */
  second: number;
  /** The first condition and its part of the clause: what is watched unless the person chooses the other. */
  first: { clause: Clause; condition: Condition };
}

/** "o sea," says the same again. */
const JOINTS: Record<string, string> = {
  en: 'or|and', de: 'oder|und', fr: 'ou|et', es: 'o(?! sea,)|u|y|e', pt: 'ou(?! seja,)|e', it: 'o|oppure|e|ed', nl: 'of|en',
  ja: 'または|もしくは|あるいは',
}; // biome-ignore format: a table

/** Each is looked at twice, so a sentence of nothing but "and" costs no more than these. */
const MOST_JOINTS = 4;

/** "and", "or" and the like as words of their own, with an "it's" that takes the subject up again. */
function joints({ prompt, patterns, quotes }: Clause): Span[] {
  const words = JOINTS[patterns.lexicon.language];
  if (!words) return [];
  const pattern = patterns.custom(
    'joint',
    () =>
      patterns.lexicon.spaced
        ? `,?(?<=[\\s,])\\s?(?:${words})(?: (?:if|when|once|wenn|si|se|als))?(?: it(?:'s| is| has)?)?(?=\\s\\p{L})`
        : `、?(?:${words})、?`,
    'gu',
  );
  return [...prompt.folded.matchAll(pattern)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter((span) => !quotes.some((quote) => quote.start < span.end && span.start < quote.end))
    .slice(0, MOST_JOINTS);
}

/** One value within two limits or one change in both directions is one condition: "below 5 or above 9", "up or down". */
function isOne(whole: Condition, first: Condition, second: Condition): boolean {
  if (whole.trigger.op === 'between' || whole.trigger.op === 'outside') return true;
  // "loses places and falls out of the first six": an unnamed movement arrives at the number.
  if (first.score === 2 && first.trigger.kind === 'change' && second.factType === 'number') return true;
  if (first.factType !== second.factType) return false;
  const sameTrigger = JSON.stringify(first.trigger) === JSON.stringify(second.trigger);
  return sameTrigger || [first, second].every(({ trigger }) => trigger.kind === 'change');
}

/** The verb that leads to a condition goes with it: "falls | below $50". */
function withVerb({ prompt, patterns }: Clause, from: number): number {
  const left = prompt.folded.slice(0, from).trimEnd();
  const verbs = (['fall', 'rise', 'costs'] as const).flatMap((list) => patterns.find(list, left));
  return verbs.find(({ end }) => end === left.length)?.start ?? from;
}

/** Where the first condition begins; its "is" stays for a second that has none: "is | delayed or cancelled". */
function startOf(left: Clause, { spans }: Condition, right: Clause): number {
  const shared = right.patterns.first('becomes', right.prompt.folded) === null;
  const copulas = shared ? left.patterns.find('becomes', left.prompt.folded) : [];
  const starts = spans.map(({ start }) => start).filter((start) => !copulas.some((copula) => copula.start === start));
  return Math.min(...(starts.length > 0 ? starts : spans.map(({ start }) => start)));
}

/** 中止または延期|になった: the verb that Japanese says once, at the end, belongs to both. */
function sharedEnd({ prompt, patterns }: Clause, from: number): number | null {
  const verb = patterns.lexicon.spaced ? null : /(?:に|と)(?:な|変わ)\p{L}{0,4}$/u.exec(prompt.folded);
  return verb && from + verb.index;
}

/** Both sides of a joint say a clear condition of their own, and not the same one; else null. `part` cuts a clause. */
export function findJoined(
  clause: Clause,
  whole: Condition,
  part: (span: Span) => Clause,
  hasItem: (clause: Clause, condition: Condition) => boolean,
): Joined | null {
  const end = clause.prompt.folded.length;
  for (const joint of joints(clause)) {
    // "45 euros or cheaper" is one condition.
    if (whole.spans.some((span) => span.start < joint.start && joint.end < span.end)) continue;
    const left = part({ start: 0, end: joint.start });
    const first = findCondition(left);
    if (!first || first.score < 2) continue;
    const right = part({ start: joint.end, end });
    const second = findCondition(right);
    if (!second || second.score < 3 || isOne(whole, first, second)) continue;
    // A second subject takes the place of the first: "… or the ferry is cancelled".
    const named = right.patterns.custom('subject', (words) => `^\\s*(?:${words('definite')})(?!\\p{L})`);
    const from =
      named.test(right.prompt.folded) || hasItem(right, second) ? 0 : withVerb(clause, startOf(left, first, right));
    return {
      cuts: [
        { start: joint.start, end: sharedEnd(right, joint.end) ?? end },
        { start: from, end: joint.end },
      ],
      second: joint.end,
      first: { clause: left, condition: first },
    };
  }
  return null;
}

/** Asks which of two conditions is meant. The clause stands in the text at `core`. */
export function askWhich(
  { cuts, second }: Joined,
  text: string,
  core: Span,
  language: string,
  sources: readonly string[],
): Clarification | null {
  const words = QUESTIONS[language] ?? QUESTIONS.en;
  if (!words) return null;
  const tail = sources.map((source) => ` ${source}`).join('');
  const clause = text.slice(core.start, core.end);
  const labels = [clause.slice(0, cuts[0].start), clause.slice(second)];
  const choices = cuts.map(({ start, end }, index) => {
    const space = language === 'ja' ? '' : ' ';
    const kept = `${text.slice(0, core.start + start).trimEnd()}${space}${text.slice(core.start + end).trimStart()}`;
    return { label: labels[index]?.trim().slice(0, 100) ?? '', prompt: `${kept.trim()}${tail}`.slice(0, 500) };
  });
  const usable = choices.every(({ label, prompt }) => label !== '' && prompt.length >= 10);
  return usable ? { question: words.oneOfTwo, choices } : null;
}
