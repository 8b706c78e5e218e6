import { findAgainstNow } from './against-now';
import { type Clause, type Condition, change, state, textValue } from './condition';
import { findReachedCount } from './count';
import { findExistence, findIssued } from './existence';
import { findMention, findQuotedAppearance, findShown } from './mention';
import { findMovedEvent } from './moved';
import { findMultiple } from './multiples';
import { findNumberCondition, nounAfter } from './numbers';
import { findOddHours, findOpening } from './opening';
import { inPlace } from './place';
import { findPlainState } from './plain-state';
import { findProperties, propertyFor } from './property';
import { findRankCondition } from './rank';
import { findRemoved } from './removed';
import { findNegative } from './sign';
import { findSizedChange } from './sized';
import { findPlainChange, findRelativePrice, findStatus, typed } from './status';
import { findStatusVerb } from './status-verbs';
import { overlaps, type Span } from './text';
import { findThresholds } from './threshold';
import { findTimeCondition } from './times';
import { findTransition } from './transition';
import { findAvailability, findNewEntry } from './words';

/** A date against a day: "opens before 1 December". */
function findDateCondition(clause: Clause): Condition | null {
  const date = clause.dates.find(({ op }) => op !== null);
  if (!date?.op) return null;
  const named = findProperties(clause).filter(({ property }) => property === 'date');
  return {
    ...typed('date', null, null),
    trigger: state(date.op, textValue(date.iso, 'date')),
    spans: [date.bound, ...(date.head ? [date.head] : []), ...named.slice(0, 1)],
    score: 3,
  };
}

const VERSION = /(?<![\p{L}\p{N}]|\d-)v?(\d+(?:\.\d+){0,3}(?:-[a-z]+\.?\d*)?)(?![\p{N}])/gu;

/** Unity 7の正式版: the word for the release stands behind its number. */
const FINAL = /^の?(?:正式版|安定版|リリース版)/u;

/** What counts its releases by whole numbers; of a phone or a game "18" is the name. */
const SOFTWARE =
  /(?<![\p{L}\p{N}])(?:ios|ipados|watchos|macos|android|windows|firefox|thunderbird|chrome|debian|ubuntu|fedora|node(?:\.js)?|java|jdk|php|python|angular|next\.js|rails|django|laravel|postgres(?:ql)?|mysql|kubernetes|gnome|blender|godot|unity|unreal engine|gimp|inkscape|krita|libreoffice|nextcloud|wordpress|drupal|typo3|symfony|go|rust|ruby|swift|kotlin|scala|elixir|julia|flutter|react|vue|svelte|redis|mongodb|terraform|proxmox|truenas|kodi|vlc|obs|xcode|typescript|vite|electron|qt|plasma|mint|freebsd|openbsd|alpine|home assistant|darktable|freecad|ardour|audacity)\s$/u;

/** "Node.js 26 LTS", "Debian 14 estable": what kind of release. */
const RELEASE_KIND = /^ (?:lts|stable|final|beta|rc ?\d?|estable|estavel|stabile|finale?)(?!\p{L})/u;

const COPULA =
  /^ (?:estiver|esteja|fique|este|esta|sia|sera|for|e|is|ist|est|wird|wurde|gets)(?: ja| ya| gia)?(?!\p{L})/u;

/** "Firefox 150 is released", "sort iOS 27": nothing may stand between, for a course may be called so. */
function isSoftware(text: string, match: RegExpExecArray, released: Span | null): boolean {
  if (!released || !SOFTWARE.test(text.slice(0, match.index))) return false;
  const behind = released.start - match.index - match[0].length;
  const name = SOFTWARE.exec(text.slice(0, match.index))?.index ?? 0;
  const kind = RELEASE_KIND.exec(text.slice(match.index + match[0].length))?.[0].length ?? 0;
  const copula = COPULA.exec(text.slice(match.index + match[0].length + kind))?.[0].length ?? 0;
  return (behind >= 0 && behind < 5 + kind + copula) || (name - released.end >= 0 && name - released.end < 4);
}

/** "back in size 8.5": a shoe, no release. */
const OF_SIZE = /(?<!\p{L})(?:sizes?|grosse|taille|pointure|tallas?|taglia|numero|tamanho|maat)\s$/u;

/** "assim que o Firefox 152 chegar". */
function arrival(text: string): Span | null {
  const match = /(?<=\d )(?:chegar|chegou|chega|llegue|llega|llego|arriva|arrivi)(?= *$|[?.!])/u.exec(text);
  return match && { start: match.index, end: match.index + match[0].length };
}

/** A release number to reach: "version 3 or later", "Python 3.15 is released". */
function findVersionCondition(clause: Clause, fresh: boolean): Condition | null {
  const { prompt, patterns } = clause;
  const word = patterns.first('version', prompt.folded);
  const released =
    patterns.first('released', prompt.folded) ??
    patterns.first('exists', prompt.folded) ??
    patterns.first('inStock', prompt.folded) ??
    arrival(prompt.folded);
  const later =
    patterns.first('gteAfter', prompt.folded) ??
    patterns.first('afterPost', prompt.folded) ??
    patterns.first('gte', prompt.folded) ??
    patterns.first('gt', prompt.folded) ??
    patterns.first('after', prompt.folded);
  for (const match of prompt.folded.matchAll(VERSION)) {
    const lead = word !== null && match.index - word.end >= 0 && match.index - word.end < 4;
    const near =
      lead ||
      FINAL.test(prompt.folded.slice(match.index + match[0].length)) ||
      isSoftware(prompt.folded, match, released);
    if (OF_SIZE.test(prompt.folded.slice(0, match.index))) continue;
    const dotted = match[0].startsWith('v') || (match[1] ?? '').includes('.');
    if (!near && !dotted) continue;
    // "any new build of Blender 5.1": the number belongs to the name.
    if (fresh && !near) continue;
    if (!(near && (later || released)) && !(dotted && (word || released))) continue;
    if (
      clause.operands.some(
        (operand) =>
          operand.unit !== null &&
          operand.start <= match.index &&
          match.index < operand.end &&
          // "PHP 8.4" is a language as well as an amount of pesos.
          !(released && /^[A-Z]{3} /.test(prompt.original.slice(operand.start))),
      )
    )
      continue;
    const span = { start: match.index, end: match.index + match[0].length };
    const reached = patterns
      .find('gte', prompt.folded)
      .filter(({ end }) => end <= match.index && match.index - end < 14);
    const spans = [span, word, released, later, ...reached].filter((part) => part !== null);
    const denied = patterns
      .custom('version:not', (words) => `(?:${words('negation')})\\s*$`)
      .test(prompt.folded.slice(0, span.start));
    const above =
      later !== null &&
      [...patterns.find('gt', prompt.folded), ...patterns.find('after', prompt.folded)].some(
        (gt) => span.start - gt.end >= 0 && span.start - gt.end < 12,
      );
    return {
      ...typed('version', null, null),
      trigger: state(denied ? 'neq' : above ? 'gt' : 'gte', textValue(match[1] ?? '', 'version')),
      spans,
      score: 3,
    };
  }
  return null;
}

/** "How many seats are left?": the number is wanted, not a yes or no. */
function findHowMany(clause: Clause): Condition | null {
  const { prompt, patterns } = clause;
  const hit = patterns.first('count', prompt.folded);
  if (!hit || hit.start > 3 || clause.operands.some((operand) => operand.unit !== null)) return null;
  const noun = nounAfter(clause, hit.end);
  const label = noun ? prompt.original.slice(noun.start, noun.end).trim() : null;
  const verbs = (['fall', 'rise', 'change'] as const).flatMap((list) => patterns.find(list, prompt.folded));
  const down = patterns.first('fall', prompt.folded) !== null;
  const up = patterns.first('rise', prompt.folded) !== null;
  const op = down === up ? 'any' : down ? 'decreases' : 'increases';
  return {
    ...typed('count', null, null),
    label,
    trigger: change(op),
    spans: [hit, ...(noun ? [noun] : []), ...verbs],
    score: 3,
  };
}

/** Rain, snow and the like, without a number. */
function findWeather({ prompt, patterns, quotes }: Clause): Condition | null {
  // "Project Hail Mary" and "Snow Crash" are names; German nouns are written large.
  const isName = (span: Span) =>
    quotes.some((quote) => overlaps(quote, span)) ||
    (patterns.lexicon.language !== 'de' && span.start > 0 && /\p{Lu}/u.test(prompt.original.charAt(span.start)));
  const hit = patterns.find('weather', prompt.folded).find((span) => !isName(span));
  if (!hit) return null;
  const word = prompt.original.slice(hit.start, hit.end);
  return { ...typed('text', null, null), trigger: state('contains', textValue(word)), spans: [hit], score: 2 };
}

/** A property without a condition: any change, with a question. */
function findBareProperty(clause: Clause): Condition | null {
  const mentions = findProperties(clause);
  const named = propertyFor(mentions, null, false);
  if (named) return { ...typed(named.property, named.label, 'any'), trigger: change('any'), spans: [named], score: 1 };
  const costs = clause.patterns.first('costs', clause.prompt.folded);
  if (costs) return { ...typed('price', null, 'any'), trigger: change('any'), spans: [costs], score: 1 };
  const availability = clause.patterns.first('availability', clause.prompt.folded);
  if (availability) return { ...typed('availability', null, null), trigger: state('is_true'), spans: [], score: 1 };
  const entries = clause.patterns.first('entries', clause.prompt.folded);
  if (entries) return { ...typed('entries', null, null), trigger: change('added'), spans: [], score: 1 };
  const page = clause.patterns.first('page', clause.prompt.folded);
  if (page) return { ...typed('text', null, null), trigger: change('any'), spans: [page], score: 1 };
  return namesSomething(clause) ? { ...typed('text', null, null), trigger: change('any'), spans: [], score: 1 } : null;
}

/** A name alone ("the iPhone 17 please"): a word with a digit, or capitals inside it or next to each other. */
function namesSomething({ prompt, patterns }: Clause): boolean {
  if (!patterns.lexicon.spaced) return false;
  return /(?<![\p{L}\p{N}])(?:\p{Lu}[\p{L}\p{N}-]* (?:\p{Lu}|\p{N})|\p{L}+-?\d|\p{Ll}+\p{Lu})/u.test(prompt.original);
}

/** "any new flat under 1200 €" is about a list; "a new MacBook costs less than 900" is about a price. */
function isListWithLimit(clause: Clause, entry: Condition | null): boolean {
  if (entry?.property !== 'entries') return false;
  const { prompt, patterns } = clause;
  const predicate = [
    'costs',
    'fall',
    'rise',
    'price',
    'temperature',
    'rating',
    'rate',
    'measures',
    'count',
    'cheaper',
  ] as const;
  return (
    patterns.first('entries', prompt.folded) !== null &&
    !predicate.some((list) =>
      // "a flat comes up for under 900": nothing rises.
      patterns.find(list, prompt.folded).some((span) => !entry.spans.some((other) => overlaps(other, span))),
    )
  );
}

/** "more than 40 jobs are listed": their number is compared, and each of them may be old. */
function countsEntries({ prompt, patterns, operands }: Clause): boolean {
  const entries = patterns.find('entries', prompt.folded);
  const follows = (end: number) => entries.some(({ start }) => start > end && start - end < 16);
  return findThresholds(prompt, patterns, operands).some(
    ({ weak, operand }) => !weak && operand.unit === null && follows(operand.end),
  );
}

/** "any job disappears": without the word "new" an entry may as well leave. */
function saysNew({ prompt }: Clause): boolean {
  return /(?<!\p{L})(?:new|neu|nouv|nuev|nov[oai]|nuov|nieuw)|新/u.test(prompt.folded);
}

/**
 * What a clause asks for: rules in the order of how much they commit. Numbers with comparators say most; a copula or
 * a bare change word says least.
 */
export function findCondition(clause: Clause): Condition | null {
  const entry = findNewEntry(clause);
  const counted = !saysNew(clause) && countsEntries(clause);
  if (isListWithLimit(clause, entry) && !counted && (saysNew(clause) || findRemoved(clause) === null)) return entry;
  return (
    findSizedChange(clause) ??
    findVersionCondition(clause, entry?.property === 'version') ??
    findRankCondition(clause) ??
    findNumberCondition(clause, false) ??
    findDateCondition(clause) ??
    findTimeCondition(clause) ??
    findMultiple(clause) ??
    findHowMany(clause) ??
    findReachedCount(clause) ??
    findTransition(clause) ??
    (saysNew(clause) ? entry : null) ??
    findRemoved(clause) ??
    entry ??
    findQuotedAppearance(clause) ??
    findShown(clause) ??
    findMention(clause) ??
    findAvailability(clause) ??
    findNegative(clause) ??
    findAgainstNow(clause) ??
    findRelativePrice(clause) ??
    findMovedEvent(clause) ??
    findOddHours(clause) ??
    findIssued(clause) ??
    findStatus(clause) ??
    findStatusVerb(clause) ??
    findNumberCondition(clause, true) ??
    findPlainChange(clause) ??
    findOpening(clause) ??
    inPlace(clause, findExistence(clause)) ??
    findWeather(clause) ??
    findPlainState(clause) ??
    findBareProperty(clause)
  );
}
