import type { Choice, Group, Option } from './choice';
import { operandFeatures, sentenceFeatures, spanFeatures, unusedFeatures } from './condition-features';
import type { Sentence } from './sentence';
import { type Span, textSpans } from './text-spans';
import type { TypedValue } from './typed-values';

/** What kind of value the fact has. `list` is factType object, the middle five are numbers and dated strings. */
export type FactSort =
  | 'number'
  | 'money'
  | 'percent'
  | 'quantity'
  | 'date'
  | 'time'
  | 'version'
  | 'text'
  | 'boolean'
  | 'list';

/** A condition that a sentence could mean, with the operands that stand in it. */
export interface Condition {
  type: 'state' | 'change';
  op: string;
  sort: FactSort;
  value: TypedValue | null;
  value2: TypedValue | null;
  /** Operand of eq, neq, contains, not_contains and the entries' text of added and removed. */
  text: Span | null;
}

const NUMBERS: readonly FactSort[] = ['number', 'money', 'percent', 'quantity'];
const ORDERED = ['lt', 'lte', 'gt', 'gte', 'eq', 'neq'];
const ON_DATES = ['before', 'after', 'eq', 'neq'];
const ON_TEXT = ['eq', 'neq', 'contains', 'not_contains'];

/** Operators that take nothing, with the sorts that they can be about. */
const BARE: Record<string, readonly FactSort[]> = {
  any: ['number', 'money', 'percent', 'quantity', 'date', 'time', 'version', 'text', 'boolean', 'list'],
  increases: [...NUMBERS, 'version', 'date'],
  decreases: [...NUMBERS, 'date'],
  added: ['list', 'boolean'],
  removed: ['list', 'boolean'],
  exists: ['text', 'date', 'version'],
  absent: ['text', 'date'],
  is_true: ['boolean'],
  is_false: ['boolean'],
};
const CHANGES = new Set(['any', 'increases', 'decreases', 'changes_by', 'added', 'removed']);

class Options {
  readonly groups: Group[] = [];
  readonly options: Option<Condition>[] = [];
  private readonly known = new Map<string, number>();

  constructor(private readonly whole: readonly string[]) {}

  /** The place of a group; made once for every name. */
  group(name: string, label: string, features: readonly string[]): number {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    this.known.set(name, this.groups.length);
    return this.groups.push({ label, features }) - 1;
  }

  add(op: string, sort: FactSort, given: Partial<Condition>, own: readonly number[]): void {
    const type = CHANGES.has(op) ? 'change' : 'state';
    const value: Condition = { type, op, sort, value: null, value2: null, text: null, ...given };
    const shared = [
      this.group(`op ${op}`, `op:${op}`, this.whole),
      this.group(`sort ${sort}`, `sort:${sort}`, this.whole),
      this.group(`pair ${op} ${sort}`, `${op}/${sort}`, PAIR),
    ];
    this.options.push({ value, groups: [...shared, ...own] });
  }
}

const PAIR = ['pair'];

/** Every condition that a sentence could mean: operators × sorts × the values and texts that stand in it. */
export function conditionOptions(sentence: Sentence): Choice<Condition> {
  const made = new Options(sentenceFeatures(sentence));
  const unused = (used: readonly TypedValue[]): number => {
    const features = unusedFeatures(sentence, used);
    return made.group(features.join(' '), 'unused', features);
  };
  for (const [op, sorts] of Object.entries(BARE)) for (const sort of sorts) made.add(op, sort, {}, [unused([])]);
  addOneValue(made, sentence, unused);
  addTwoValues(made, sentence, unused);
  addTexts(made, sentence, unused([]));
  return { groups: made.groups, options: made.options };
}

type Unused = (used: readonly TypedValue[]) => number;

function addOneValue(made: Options, sentence: Sentence, unused: Unused): void {
  for (const [at, value] of sentence.values.entries()) {
    const features = operandFeatures(sentence, value);
    const left = unused([value]);
    const add = (op: string, sort: FactSort): void =>
      made.add(op, sort, { value }, [
        made.group(`value ${at} ${op}`, `of:${op}`, features),
        made.group(`value ${at} sort ${sort}`, `as:${sort}`, [`of:${value.sort}`]),
        left,
      ]);
    for (const [op, sort] of usesOf(value)) add(op, sort);
  }
}

/** The operators that a typed value can be the operand of, each with the sort of the fact. */
function usesOf(value: TypedValue): [string, FactSort][] {
  const ops = (names: readonly string[], sort: FactSort) => names.map((op): [string, FactSort] => [op, sort]);
  switch (value.sort) {
    case 'date':
      return value.edge === null ? ops(ON_DATES, 'date') : ops(['before', 'after'], 'date');
    case 'time':
      return ops(ON_DATES, 'time');
    case 'version':
      return ops(ORDERED, 'version');
    case 'number': {
      const sorts: FactSort[] = ['number', 'money', 'percent'];
      return [...sorts.flatMap((sort) => ops([...ORDERED, ...SIZED], sort)), ...ops(ORDERED, 'version')];
    }
    case 'percent':
      return [...ops([...ORDERED, 'changes_by'], 'percent'), ...relative()];
    default:
      return ops([...ORDERED, ...SIZED], value.sort);
  }
}

const SIZED = ['increases', 'decreases', 'changes_by'];

/** "Drops by 10 %" is a change of any number, not of a percentage only. */
function relative(): [string, FactSort][] {
  return SIZED.flatMap((op) => (['number', 'money'] as const).map((sort): [string, FactSort] => [op, sort]));
}

function addTwoValues(made: Options, sentence: Sentence, unused: Unused): void {
  const values = sentence.values.filter(({ edge }) => edge === null);
  for (const [at, value] of values.entries()) {
    const value2 = values.slice(at + 1).find((next) => next.start >= value.end && kin(value, next));
    if (!value2) continue;
    const [first, second] = [operandFeatures(sentence, value), operandFeatures(sentence, value2)];
    const sort = value.sort === 'number' ? value2.sort : value.sort;
    for (const op of ['between', 'outside']) {
      made.add(op, sort, { value, value2 }, [
        made.group(`from ${at} ${op}`, `from:${op}`, first),
        made.group(`to ${at} ${op}`, `to:${op}`, second),
        unused([value, value2]),
      ]);
    }
  }
}

function kin(a: TypedValue, b: TypedValue): boolean {
  return a.sort === b.sort || (a.sort === 'number' && (NUMBERS as string[]).includes(b.sort));
}

function addTexts(made: Options, sentence: Sentence, unused: number): void {
  for (const [at, text] of textSpans(sentence).entries()) {
    const features = spanFeatures(sentence, text);
    const group = (op: string): number => made.group(`text ${at} ${op}`, `text:${op}`, features);
    for (const op of ON_TEXT) made.add(op, 'text', { text }, [group(op), unused]);
    for (const op of ['added', 'removed']) made.add(op, 'list', { text }, [group(op), unused]);
  }
}
