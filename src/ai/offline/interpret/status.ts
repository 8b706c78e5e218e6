import { type Clause, type Condition, change, state, textValue } from './condition';
import { fromTo } from './from-to';
import { findProperties, propertyFor } from './property';
import { fold, overlaps, type Span } from './text';

/** The negation before or, where the language puts it there, behind a range; null where none is. */
export function negated({ prompt, patterns }: Clause, from: number, to: number): Span | null {
  const start = Math.max(0, from - 14);
  const span = patterns.first('negation', prompt.folded.slice(start, to));
  if (span) return { start: start + span.start, end: start + span.end };
  const post =
    patterns.lexicon.negationPost.length > 0 ? patterns.first('negationPost', prompt.folded.slice(to)) : null;
  return post !== null && post.start <= 3 ? { start: to + post.start, end: to + post.end } : null;
}

export function statusIs(clause: Clause, text: string, span: Span, spans: Span[], score: number): Condition {
  // "in ritardo" holds the label "ritardo": a state is no property.
  const mentions = findProperties(clause).filter((mention) => mention.end <= span.start || span.end <= mention.start);
  const named =
    mentions.find(({ property }) => property === 'status') ?? mentions.find(({ property }) => property === 'measure');
  const not = negated(clause, span.start, span.end);
  return {
    trigger: state(not ? 'neq' : 'eq', textValue(text)),
    factType: 'string',
    unit: null,
    property: named?.property ?? 'status',
    label: named?.property === 'measure' ? named.label : null,
    spans: [...spans, ...(named ? [named] : []), ...(not ? [not] : [])],
    score,
  };
}

/** Text after a copula, up to the end of the clause. */
export function complement({ prompt, patterns }: Clause, from: number): Span | null {
  const rest = prompt.folded.slice(from);
  const end = /[,;.!?](?:\s|$)|$/u.exec(rest)?.index ?? rest.length;
  const cut = patterns
    .custom(
      'complement:end',
      (words) => `\\s(?:${words('when')}|${words('of')}|and|or|und|oder|et|ou|y|o|e|en|of)\\s`,
      'u',
    )
    .exec(rest.slice(0, end));
  const stop = cut ? cut.index : end;
  const lead = /^[\s:]*/.exec(rest)?.[0].length ?? 0;
  return stop > lead ? { start: from + lead, end: from + stop } : null;
}

/** Two states at once that are denied: no one condition says so, a person must choose. */
const NEITHER =
  /(?<!\p{L})(?:neither\s.{1,60}\snor|weder\s.{1,60}\snoch|ni\s.{1,60}\sni|noch\s.{1,60}\snoch|nem\s.{1,60}\snem|ne\s.{1,60}\sne)\s/u;

/** A status that becomes a stated text: quoted, a known state, or a name after a copula. */
export function findStatus(clause: Clause): Condition | null {
  const { prompt, patterns, quotes } = clause;
  if (NEITHER.test(prompt.folded))
    return { ...typed('status', null, null), trigger: change('any'), spans: [], score: 1 };
  const copulas = patterns.find('becomes', prompt.folded);
  const moved = fromTo(clause);
  if (moved) return statusIs(clause, moved.text, moved, [moved], 3);
  for (const quote of quotes) {
    const copula = copulas.find((span) =>
      patterns.lexicon.spaced
        ? span.end <= quote.start && quote.start - span.end < 25
        : span.start >= quote.end &&
          span.start - quote.end < 6 &&
          !/[がはをの]/u.test(prompt.folded.slice(quote.end, span.start)),
    );
    // 「通常運航」以外になったら: denied between the quotation and its verb.
    const other =
      copula && !patterns.lexicon.spaced && /以外|で(?:は)?な/u.test(prompt.folded.slice(quote.end, copula.start));
    if (copula && other) {
      const said = statusIs(clause, quote.text, quote, [copula, quote], 3);
      return { ...said, trigger: state('neq', textValue(quote.text)) };
    }
    if (copula)
      return statusIs(
        clause,
        quote.text,
        { start: Math.min(copula.start, quote.start), end: Math.max(copula.end, quote.end) },
        [copula, quote],
        3,
      );
  }
  return knownState(clause, copulas) ?? namedState(clause, copulas);
}

/** "degraded performance", "in progress review": the noun behind the word belongs to the state. */
const STATE_NOUN =
  /^ (?:performance|outage|service|operation|progress|payment|transit|review|approval|maintenance|pickup)(?![\p{L}])/u;

const OF_THEM = /(?<!\p{L})(?:de|del|de los|de las|dos|das|degli|dei|delle|des|der) $/u;
const COMPOUND = /^(?!済|中|状態|扱い|後|時|前|日|的|決定|確定|または|となっ)[\p{Script=Han}]{2}/u;

/** "Confirmed" is the state of a booking; of a date it says that there is one. */
const SETTLED = /^(?:confirm|bestatigt|bevestigd|conferm)/;

/** Results, by the beginning of the word. */
export const RESULTS = /^(?:result|risult|ergebnis|uitslag|esit|gabarit|graduator)|結果/;

/** Words of a scale stand in many names ("The Good Place is out"): as a state they follow their verb or close. */
const GRADE =
  /^(?:(?:very |sehr |tres |zeer |heel )?(?:high|low|good|poor|moderate|safe|late|stark|schwach|massig|hoch|niedrig|schlecht|gut|mauvaise?|bonne?|moyenne?|elevee?|faible|hoog|laag|slecht|matig|goed))/u;

function knownState(clause: Clause, copulas: Span[]): Condition | null {
  const { prompt, patterns } = clause;
  const states = patterns.find('states', prompt.folded);
  const moved = patterns.find('change', prompt.folded);
  const shown = patterns.find('exists', prompt.folded);
  // Results that are published are there: their status is not asked for.
  const asked = findProperties(clause).some(
    ({ property, label }) => property === 'status' && !RESULTS.test(fold(label)),
  );
  const dated = findProperties(clause).some(({ property }) => property === 'date');
  const counted = propertyFor(findProperties(clause), null, false);
  const numeric = counted !== null && typed(counted.property, counted.label, 'any').factType === 'number';
  const falls = numeric ? [...patterns.find('fall', prompt.folded), ...patterns.find('rise', prompt.folded)] : [];
  for (const span of states.reverse()) {
    const near = copulas.find(
      (copula) => Math.abs(span.start - copula.end) < 30 || Math.abs(copula.start - span.end) < 6,
    );
    // In German and Dutch the verb may close the clause: "… Verspätung hat".
    const last = /^[\s.!?]*(?:\p{L}{1,6}[\s.!?]*)?$/u.test(prompt.folded.slice(span.end));
    if (!near && !last) continue;
    const graded = GRADE.test(prompt.folded.slice(span.start, span.end));
    if (graded && !last && !copulas.some(({ end }) => end <= span.start && span.start - end < 14)) continue;
    // "la lista de admitidos": behind a preposition it is a noun.
    if (OF_THEM.test(prompt.folded.slice(0, span.start))) continue;
    // 合格発表, 欠航情報: part of a longer noun, which names no state.
    if (!patterns.lexicon.spaced && COMPOUND.test(prompt.folded.slice(span.end))) continue;
    // A date that is postponed has changed; a flight that is postponed has a status.
    if (dated && moved.some((other) => other.start < span.end && span.start < other.end)) continue;
    // A rate that goes down falls; a server that goes down is down.
    if (falls.some((other) => overlaps(other, span))) continue;
    // "is published" says that a thing is there, unless a status is asked for.
    const settled = !dated && SETTLED.test(prompt.folded.slice(span.start));
    if (!asked && !settled && shown.some((other) => other.start < span.end && span.start < other.end)) continue;
    const noun = STATE_NOUN.exec(prompt.folded.slice(span.end))?.[0].length ?? 0;
    const text = prompt.original.slice(span.start, span.end + noun);
    return statusIs(clause, text, { ...span, end: span.end + noun }, near ? [near, span] : [span], 3);
  }
  return null;
}

/** Words that say that something is there now: published, announced, out. */
function appearances({ prompt, patterns }: Clause): Span[] {
  return [...patterns.find('exists', prompt.folded), ...patterns.find('released', prompt.folded)];
}

/** "changes to Approved", "status is Boarding": capital letters, or a word after an explicit status. */
function namedState(clause: Clause, copulas: Span[]): Condition | null {
  const { prompt } = clause;
  const asked = findProperties(clause).find(({ property }) => property === 'status');
  const hasStatus = asked !== undefined;
  const dated = findProperties(clause).some(({ property }) => property === 'date');
  const shown = dated || (asked && RESULTS.test(fold(asked.label))) ? appearances(clause) : [];
  for (const copula of copulas) {
    // "Is Steam reachable?": behind the verb of a question stands what is asked about.
    const asks = /^[\s¿]*$/.test(prompt.folded.slice(0, copula.start)) && !asked;
    const span = asks ? null : complement(clause, copula.end);
    if (!span || shown.some((other) => overlaps(other, { start: copula.start, end: span.end }))) continue;
    const text = prompt.original.slice(span.start, span.end).trim();
    const words = text.split(' ').length;
    const explicit = hasStatus || prompt.folded.slice(copula.start, copula.end).includes(' ');
    if (words > 4 || /^\d/.test(text) || !(explicit || /^\p{Lu}/u.test(text))) continue;
    const bare = text.replace(
      clause.patterns.custom(
        'deny:lead',
        (list) => `^(?:(?:${list('negation')}|the|a|an|now|longer|mehr|more|plus)\\s)+`,
        'iu',
      ),
      '',
    );
    return statusIs(
      clause,
      bare,
      { start: copula.start, end: span.start + text.length - bare.length },
      [copula, span],
      hasStatus ? 3 : 2,
    );
  }
  return null;
}

/** "cheaper", "on offer", "price drop", or the opposite: the price moves, whatever else is said. */
export function findRelativePrice(clause: Clause): Condition | null {
  const { prompt, patterns } = clause;
  const cheaper = patterns.first('cheaper', prompt.folded);
  const dearer = patterns.first('dearer', prompt.folded);
  const relative = cheaper ?? dearer;
  if (!relative || (cheaper && dearer)) return null;
  const prices = findProperties(clause).filter(({ property }) => property === 'price');
  return {
    ...typed('price', null, null),
    trigger: change(cheaper ? 'decreases' : 'increases'),
    spans: [relative, ...prices],
    score: 3,
  };
}

const LIST = /^(?:list|liste|lista|lijst|elenco|一覧|リスト)/u;

const PLAYED =
  /(?<!\p{L})(?:game|match|vs|versus|spiel|partie|partido|partita|jogo|wedstrijd|clasico|derby|final)(?!\p{L})/u;

/** What is extended ends on another day. */
const EXTENDED =
  /^(?:prorog|extend|verlanger|prolong|verleng|estend|estes|prorrog|alarg|ampli|prolung|allung|dilat|延長)/u;

/** Changes without a size: any, up or down. */
export function findPlainChange(clause: Clause): Condition | null {
  const { prompt, patterns } = clause;
  const text = prompt.folded;
  const mentions = findProperties(clause);
  const named = propertyFor(mentions, null, false);
  const fall = patterns.first('fall', text);
  const rise = patterns.first('rise', text);
  const any = patterns.first('change', text);
  const hit = any ?? fall ?? rise;
  if (!hit) return null;
  const op = any || (fall && rise) ? 'any' : fall ? 'decreases' : 'increases';
  const list = named ? undefined : patterns.find('entries', text).find((span) => LIST.test(text.slice(span.start)));
  if (list && op === 'any') return { ...typed('entries', null, op), trigger: change(op), spans: [hit], score: 3 };
  // The score of a game is two numbers: a text.
  const played = named?.property === 'rating' && PLAYED.test(text);
  const extended = op === 'any' && any && EXTENDED.test(text.slice(any.start, any.end)) ? 'date' : 'text';
  const property = played ? 'status' : (named?.property ?? (op === 'any' ? extended : 'price'));
  const meaning = typed(property, named?.label ?? null, op);
  const spans = [any, fall, rise].filter((span) => span !== null);
  // A launch date that slips has moved: only numbers rise and fall.
  const moved = meaning.factType === 'number' ? op : 'any';
  return { ...meaning, trigger: change(moved), spans: named ? [...spans, named] : spans, score: named || any ? 3 : 2 };
}

/** "departure time", "Ankunftszeit", "heure de départ": a time on a clock; a delivery time is a length. */
const TIME_OF_DAY =
  /^(?:(?:departure|arrival) time|(?:abfahrt|ankunft|abflug)s?zeit|(?:vertrek|aankomst)tijd|(?:heure|hora|ora|orario|horario) (?:de |di |d')?(?:depart|arrivee|salida|llegada|partida|saida|chegada|partenza|arrivo))$|^(?:出発|到着)時刻$/u;

/** Fact type and unit of a property whose value is not compared with a number. */
export function typed(
  property: NonNullable<Condition['property']>,
  label: string | null,
  op: string | null,
): Pick<Condition, 'factType' | 'unit' | 'property' | 'label'> {
  const own = property === 'measure' || property === 'rate' ? label : null;
  switch (property) {
    case 'price':
    case 'count':
    case 'rating':
    case 'rate':
      return { factType: 'number', unit: null, property, label: own };
    case 'temperature':
      return { factType: 'number', unit: '°C', property, label: null };
    case 'measure':
      return { factType: 'number', unit: null, property: own || op !== 'any' ? property : 'text', label: own };
    case 'version':
      return { factType: 'string', unit: 'version', property, label: null };
    case 'date':
      if (label !== null && TIME_OF_DAY.test(fold(label)))
        return { factType: 'string', unit: 'time', property: 'measure', label };
      return { factType: 'string', unit: 'date', property, label: null };
    case 'availability':
      return { factType: 'boolean', unit: null, property, label: null };
    case 'entries':
      return { factType: 'object', unit: null, property, label: null };
    default:
      return { factType: 'string', unit: null, property, label: null };
  }
}
