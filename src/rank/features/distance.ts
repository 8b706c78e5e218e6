import { firstMatch } from '../matches';
import type { View } from '../view';
import { type Feature, log, yes } from './feature';

const FAR = 5_000;
const MOST_TRIES = 50;
const NEAR = 60;

function distance({ question: { matches }, candidate }: View, bits: number, step: 1 | -1): number {
  let at = step === 1 ? firstMatch(matches, candidate.end) : firstMatch(matches, candidate.start) - 1;
  for (let tries = 0; tries < MOST_TRIES && at >= 0 && at < matches.starts.length; tries++, at += step) {
    if (((matches.bits[at] ?? 0) & bits) === 0) continue;
    const start = matches.starts[at] ?? 0;
    return Math.min(FAR, step === 1 ? start - candidate.end : candidate.start - start);
  }
  return FAR;
}

const ANY = -1;

/** How far the question's words are, in characters, before and behind. */
export const DISTANCE: readonly Feature[] = [
  { name: 'distance.before', of: (view) => log(distance(view, ANY, -1)) },
  { name: 'distance.after', of: (view) => log(distance(view, ANY, 1)) },
  { name: 'distance.item.before', of: (view) => log(distance(view, view.question.matches.item, -1)) },
  { name: 'distance.item.after', of: (view) => log(distance(view, view.question.matches.item, 1)) },
  { name: 'distance.property.before', of: (view) => log(distance(view, view.question.matches.property, -1)) },
  { name: 'distance.property.after', of: (view) => log(distance(view, view.question.matches.property, 1)) },
  { name: 'distance.rare.before', of: (view) => log(distance(view, view.question.rarest, -1)) },
  { name: 'distance.rare.after', of: (view) => log(distance(view, view.question.rarest, 1)) },
  { name: 'binds.before', of: (view) => yes(binds(view, ANY, -1)) },
  { name: 'binds.after', of: (view) => yes(binds(view, ANY, 1)) },
  { name: 'binds.property.before', of: (view) => yes(binds(view, view.question.matches.property, -1)) },
  { name: 'binds.property.after', of: (view) => yes(binds(view, view.question.matches.property, 1)) },
];

/** Whether a word of the question is on that side, with no candidate of the kind between: "4.9 from 347 reviews". */
function binds(view: View, bits: number, step: 1 | -1): boolean {
  const { previous, next, candidate } = view;
  const free =
    step === 1 ? (next?.start ?? FAR + candidate.end) - candidate.end : candidate.start - (previous?.end ?? 0);
  return distance(view, bits, step) < Math.min(free, NEAR);
}
