import { comparableUnits } from '@/domain/written/quantity';
import { conceptNamed } from '../concepts';
import type { View } from '../view';
import { type Feature, log, numberOf, unitOf, yes } from './feature';

const CURRENCY = /^[A-Z]{3}$/;

const asksMoney = ({ question }: View): boolean =>
  CURRENCY.test(question.asked.unit ?? '') || (question.concepts & conceptNamed('price')) !== 0;
const COUNTED = conceptNamed('count', 'reviews', 'comments', 'views', 'job');
const asksCount = ({ question }: View): boolean => (question.concepts & COUNTED) !== 0 && question.asked.unit === null;
const isCount = ({ candidate }: View): boolean =>
  candidate.kind === 'number' && Number.isInteger(numberOf(candidate)) && numberOf(candidate) >= 0;
const asksRating = ({ question }: View): boolean => (question.concepts & conceptNamed('rating')) !== 0;
const isRating = ({ candidate }: View): boolean =>
  candidate.kind === 'number' && numberOf(candidate) >= 0 && numberOf(candidate) <= 10;

const FAR = 5_000;
const is = (kind: string): Feature => ({ name: `is.${kind}`, of: ({ candidate }) => yes(candidate.kind === kind) });
type ConceptName = Parameters<typeof conceptNamed>[0];
const asks = (name: ConceptName): Feature => ({
  name: `asks.${name}`,
  of: ({ question }) => yes((question.concepts & conceptNamed(name)) !== 0),
});

/** Words of a question that tell what is asked for, and say nothing of it. */
const QUESTIONS = {
  who: /(?<!\p{L})(?:who|who's|whose|wer|wem|wessen|qui|quien|quién|chi|quem|wie is)(?!\p{L})/iu,
  where: /(?<!\p{L})(?:where|wo|où|dónde|donde|dove|onde|waar)(?!\p{L})/iu,
  which: /(?<!\p{L})(?:which|welche[rsn]?|quelle?s?|cuál|cual|quale|qual|welke)(?!\p{L})/iu,
  many: /(?:how many|wie ?viele|combien|cu[aá]nt[oa]s|quant[ieao]s?|hoeveel)(?!\p{L})/iu,
};

/** What the candidate is by its writing, what is asked, and whether the two agree. */
export const TYPE: readonly Feature[] = [
  ...['money', 'version', 'date', 'status'].map(is),
  ...(['price', 'rating', 'comments', 'views', 'date', 'deadline', 'version', 'author', 'phone'] as const).map(asks),
  ...(['address', 'hours', 'count', 'job', 'title', 'size', 'duration', 'percent', 'position', 'stock'] as const).map(
    asks,
  ),
  ...['sale', 'reviews', 'status', 'company', 'email'].map((name) => asks(name as ConceptName)),
  ...Object.entries(QUESTIONS).map(
    ([name, words]): Feature => ({ name: `asks.${name}`, of: ({ question }) => yes(words.test(question.asked.words)) }),
  ),
  { name: 'denies', of: ({ candidate: { value } }) => yes(value.type === 'boolean' && !value.boolean) },
  { name: 'to.denial', of: ({ toDenial }) => log(Math.min(FAR, toDenial)) },
  { name: 'asks.unit', of: ({ question }) => yes(question.asked.unit !== null) },
  { name: 'unit.same', of: (view) => yes(unitOf(view.candidate) === view.question.asked.unit) },
  { name: 'unit.comparable', of: (view) => yes(comparableUnits(unitOf(view.candidate), view.question.asked.unit)) },
  { name: 'unit.missing', of: (view) => yes(view.question.asked.unit !== null && unitOf(view.candidate) === null) },
  { name: 'unit.extra', of: (view) => yes(view.question.asked.unit === null && unitOf(view.candidate) !== null) },
  { name: 'money.asked', of: (view) => yes(asksMoney(view)) },
  { name: 'money.both', of: (view) => yes(asksMoney(view) && view.candidate.kind === 'money') },
  { name: 'money.wrong', of: (view) => yes(asksMoney(view) && view.candidate.kind !== 'money') },
  { name: 'percent.asked', of: ({ question }) => yes(question.asked.unit === '%') },
  { name: 'integer', of: (view) => yes(Number.isInteger(numberOf(view.candidate))) },
  {
    name: 'year',
    of: (view) =>
      yes(unitOf(view.candidate) === null && numberOf(view.candidate) >= 1900 && numberOf(view.candidate) <= 2100),
  },
  { name: 'size', of: (view) => log(Math.abs(numberOf(view.candidate)) || 0) },
  { name: 'count.fits', of: (view) => yes(asksCount(view) && isCount(view)) },
  { name: 'count.wrong', of: (view) => yes(asksCount(view) && !isCount(view)) },
  { name: 'rating.fits', of: (view) => yes(asksRating(view) && isRating(view)) },
  { name: 'decimals', of: ({ candidate }) => (/[.,](\d+)\D*$/.exec(candidate.quote)?.[1] ?? '').length },
  { name: 'digits', of: ({ candidate }) => candidate.quote.replace(/\D/g, '').length },
];
