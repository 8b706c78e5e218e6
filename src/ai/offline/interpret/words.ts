import { type Clause, type Condition, change, state } from './condition';
import { WORD_END } from './patterns';
import { overlaps, type Span } from './text';

const spanOf = (match: RegExpExecArray): Span => ({ start: match.index, end: match.index + match[0].length });

type Words = Omit<Condition, 'label' | 'score'> & { score?: number };
export const condition = (words: Words): Condition => ({ label: null, score: 3, ...words });

/** "no longer", "isn't" in the few words before `at`, or what follows in languages that deny at the end. */
export function negationAt({ prompt, patterns }: Clause, hit: Span): Span | null {
  const edge = patterns.lexicon.spaced ? '(?<![\\p{L}\\p{N}])' : '';
  const before = patterns.custom('deny', (words) => `${edge}(?:${words('negation')})(?: [\\p{L}']{1,14}){0,2}[ '"]*$`);
  const match = before.exec(prompt.folded.slice(0, hit.start));
  if (match) return { start: match.index, end: hit.start };
  const after = patterns.custom('deny:post', (words) => `^.{0,3}?(?:${words('negationPost')})`);
  const post = patterns.lexicon.negationPost.length > 0 ? after.exec(prompt.folded.slice(hit.end)) : null;
  return post ? { start: hit.end, end: hit.end + post[0].length } : null;
}

export function unquoted(clause: Clause, spans: Span[]): Span[] {
  return spans.filter((span) => !clause.quotes.some((quote) => quote.start < span.end && span.start < quote.end));
}

const QUOTED_STATE = /^(?:に|へ)(?:なっ|なる|なれ|変わ|変更|切り替)/u;

/** In stock, sold out, and the negation of either. The last word counts: what stands before is mostly the situation. */
export function findAvailability(clause: Clause): Condition | null {
  const { prompt, patterns } = clause;
  const out = unquoted(clause, patterns.find('outOfStock', prompt.folded));
  const inside = unquoted(clause, patterns.find('inStock', prompt.folded)).filter(
    (span) => !out.some((other) => other.start < span.end && span.start < other.end),
  );
  const hits = [...out.map((span) => ({ ...span, has: false })), ...inside.map((span) => ({ ...span, has: true }))];
  const opens = opensBooking(clause);
  if (opens) hits.push({ ...opens, has: true });
  const closes = opens ? null : closesBooking(clause);
  if (closes) hits.push({ ...closes, has: false });
  const last = hits.sort((a, b) => a.start - b.start).at(-1);
  // 空き状況が「○」になったら: the quotation says which state is waited for.
  if (!last || clause.quotes.some(({ end }) => QUOTED_STATE.test(prompt.folded.slice(end)))) return null;
  const negation = negationAt(clause, last);
  const available = negation ? !last.has : last.has;
  return condition({
    trigger: state(available ? 'is_true' : 'is_false'),
    factType: 'boolean',
    unit: null,
    property: 'availability',
    spans: [...hits.flatMap((hit) => ends(prompt.folded, hit)), ...(negation ? [negation] : [])],
  });
}

/** "Karten für das Konzert gibt": a long match says the condition with its first and last word only. */
function ends(text: string, span: Span): Span[] {
  const words = [...text.slice(span.start, span.end).matchAll(/\S+/g)];
  if (words.length < 4) return [span];
  return [words[0], words.at(-1)].flatMap((word) =>
    word ? [{ start: span.start + word.index, end: span.start + word.index + word[0].length }] : [],
  );
}

/** "registration opens": what can be booked becomes available. A list of opening verbs alone says nothing. */
function opensBooking({ prompt, patterns }: Clause): Span | null {
  const noun = patterns.first('bookable', prompt.folded);
  const verb = patterns.find('opens', prompt.folded).at(-1);
  return noun && verb ? verb : null;
}

const CLOSES =
  /(?<!\p{L})(?:(?:se )?cierr(?:a|an|e|en)|fech(?:a|am|ar|arem|em|e)|encerr(?:a|am|ar|arem|em|e)|chiud(?:e|ono|a|ano)|scad(?:e|ono))(?!\p{L})/u;

/** "cuando cierren las inscripciones": what could be booked no longer can. A quotation is another matter. */
function closesBooking({ prompt, patterns, dates, times }: Clause): Span | null {
  const match = patterns.first('bookable', prompt.folded) && CLOSES.exec(prompt.folded);
  return match && dates.length + times.length === 0 ? spanOf(match) : null;
}

/** More of them are no entries of a list: they can be had again. */
const TICKETS =
  /^\s(?:tickets?|karten|billets?|kaartjes|entradas|boletos|ingressos?|bilhetes?|bigliett[oi])(?!\p{L}| (?:de|del|do) blog)/u;

const SERIAL =
  /^(?:(?:el|la|o|a|il|l'|lo) ?)?(?:nuev[oa]|nov[oa]|nuov[oa]) (?:episodio|capitulo|capitolo|numero|entrega|puntata|edicao|fasciculo|fascicolo)(?! \d)(?!\p{L})/u;

/** Any new entry of a list, or, for releases, any new version. */
export function findNewEntry(clause: Clause): Condition | null {
  const { prompt, patterns } = clause;
  const excluded = patterns.find('notNewEntry', prompt.folded);
  const named = (span: Span) => {
    const version = patterns.first('version', prompt.folded.slice(span.end));
    return (version !== null && version.start < 3) || SERIAL.test(prompt.folded.slice(span.start));
  };
  // "the new iPad" is a name; "the new version" is not, nor is the new issue of what comes out in issues.
  const fresh = [...patterns.find('newEntry', prompt.folded), ...excluded.filter(named)];
  const hit = unquoted(clause, fresh).find(
    (span) => named(span) || !excluded.some((other) => other.start < span.end && span.start < other.end),
  );
  if (!hit) return findAddedEntry(clause);
  const rest = prompt.folded.slice(hit.end);
  if (TICKETS.test(rest)) return null;
  const version = patterns.first('version', rest);
  if (version && version.start < 25 && !patterns.custom('plural', () => '^\\s*(?:press|blog)', 'u').test(rest)) {
    const span = { start: hit.end + version.start, end: hit.end + version.end };
    return condition({
      trigger: change('any'),
      factType: 'string',
      unit: 'version',
      property: 'version',
      spans: [hit, span, ...movement(clause)],
    });
  }
  const filter = filterOfNew(clause, hit);
  return condition({
    trigger: change('added', { text: filter?.text ?? null }),
    factType: 'object',
    unit: null,
    property: 'entries',
    spans: [
      hit,
      ...(filter ? [filter] : []),
      ...patterns.find('added', prompt.folded),
      ...patterns.find('exists', prompt.folded),
      ...patterns.find('released', prompt.folded).filter(({ start }) => start > hit.end),
    ],
  });
}

/** What narrows new entries: behind them, before them where a language says so first, or between "new" and the noun. */
function filterOfNew(clause: Clause, hit: Span): (Span & { text: string }) | null {
  const { prompt, patterns } = clause;
  const said = findFilter(clause, hit.end) ?? (patterns.lexicon.spaced ? null : findFilter(clause, 0));
  if (said) return said;
  const between = NAMED_KIND.exec(prompt.original.slice(hit.end));
  const text = between?.[1] ?? '';
  const start = hit.end + (between?.[0].indexOf(text) ?? 0);
  return text === '' ? null : { start, end: start + text.length, text };
}

/** "new Rust jobs": a name before openings says their kind; before episodes or recalls it says whose they are. */
const NAMED_KIND =
  /^ ((?:[\p{Lu}][\p{L}\p{N}+#.]*)(?: [\p{Lu}][\p{L}\p{N}+#.]*){0,2}) (?:(?:developer|engineer|engineering|programming) )?(?:jobs?|positions?|roles?|openings?|vacanc(?:y|ies)|job (?:offers?|postings?|ads?|listings?|openings?)|papers?)(?!\p{L})/u;

/** "aggiungono una data", "añaden otra función": who adds something indefinite adds an entry, whatever it is called. */
const ADDS =
  /(?<!\p{L})(?:aggiung(?:e|ono|a|ano)|viene aggiunt[oa]|anad(?:en?|an?)|agreg(?:uen?|an?)|adicion(?:arem|em|ar)|acrescent(?:arem|em|ar)) (?:un|una|uno|otr[oa]s?|mas|um|uma|mais|outr[oa]s?|altr[eio]|un'altra|un altro|nuov[eio]|nuev[oa]s?|nov[oa]s?) \p{L}+/u;

/** "when a job is posted": an indefinite entry and a verb of adding, without the word "new". */
function findAddedEntry(clause: Clause): Condition | null {
  const { prompt, patterns } = clause;
  const added = unquoted(clause, patterns.find('added', prompt.folded))[0] ?? comingOut(clause);
  if (!added) return null;
  const more = ADDS.exec(prompt.folded);
  // "anyone posts a job": the verb is no entry.
  const entry = more
    ? spanOf(more)
    : patterns
        .find('entries', prompt.folded)
        .find((span) => !overlaps(span, added) && !isDefinite(clause, span) && !isNumbered(prompt.folded, span));
  if (!entry) return null;
  const filter = findFilter(clause, clause.patterns.lexicon.spaced ? Math.min(entry.end, added.end) : 0);
  return condition({
    trigger: change('added', { text: filter?.text ?? null }),
    factType: 'object',
    unit: null,
    property: 'entries',
    spans: [added, ...(filter ? [filter] : [])],
  });
}

/** 第13話, "capítulo 12": one that is known by its number. */
const isNumbered = (text: string, { start, end }: Span): boolean =>
  /第?\d+$/.test(text.slice(0, start)) || /^ (?:n[.º°o]* ?)?\d/.test(text.slice(end));

/** "an advisory for nginx comes out": of a kind that comes again and again, so one more of them. */
function comingOut({ prompt, patterns }: Clause): Span | null {
  const indefinite = patterns
    .find('entries', prompt.folded)
    .some(({ start }) =>
      /(?<!\p{L})(?:an?|any|another|every|each|eine?|une?|een|elke|chaque|jede[rs]?) (?:\p{L}+ )?$/u.test(
        prompt.folded.slice(0, start),
      ),
    );
  return indefinite ? patterns.first('released', prompt.folded) : null;
}

/** Whether one of the three words before says that a certain one is meant. */
export function isDefinite({ prompt, patterns }: Clause, span: Span): boolean {
  const edge = patterns.lexicon.spaced ? '(?<![\\p{L}\\p{N}])' : '';
  const gap = patterns.lexicon.spaced ? "(?:(?<=')|\\s)(?:[\\p{L}\\p{N}-]{1,20}\\s){0,2}$" : '.{0,6}$';
  return patterns
    .custom('definite', (words) => `${edge}(?:${words('definite')})${gap}`)
    .test(prompt.folded.slice(0, span.start));
}

function movement({ prompt, patterns }: Clause): Span[] {
  return (['released', 'exists', 'added', 'inStock', 'change'] as const).flatMap((list) =>
    patterns.find(list, prompt.folded),
  );
}

/** 「呪術廻戦」の最新刊: whose new entry it is, no word that it must hold. */
const OWNER = /^の(?!タイトル|文字|言葉|単語|語)/u;

/** "new replies in the thread 'Oak floors'": the quotation names the list and narrows nothing. */
const CONTAINER =
  /(?<!\p{L})(?:under|unter|sous) $|(?<!\p{L})(?:in|on|to|of|im|zum|auf|dans|sur|de|du|op|van|bij) (?:the |de |het |le |la |l'|der |dem )?(?:thread|topic|forum|playlist|series|channel|group|section|category|page|list|board|blog|newsletter|podcast|magazine|column|faden|thema|liste|gruppe|kanal|serie|rubrik|seite|fil|sujet|chaine|groupe|rubrique|lijst|groep|kanaal|onderwerp|draadje) $/u;

/** The keyword that narrows a list: a quotation, or what stands after "mentioning" or in "with … in the title". */
function findFilter({ prompt, patterns, quotes }: Clause, from: number): (Span & { text: string }) | null {
  const quote = quotes.find(({ start, end }) => start >= from && !OWNER.test(prompt.folded.slice(end)));
  if (quote && !CONTAINER.test(prompt.folded.slice(0, quote.start))) {
    const verb = patterns.find('filter', prompt.folded.slice(from, quote.start)).at(-1);
    return { ...quote, start: verb ? from + verb.start : quote.start };
  }
  const lead = patterns.find('filter', prompt.folded.slice(from))[0];
  if (!lead) return null;
  const start = from + lead.end;
  const end = patterns.find('filterEnd', prompt.folded.slice(start))[0];
  const tail = /[,.;!?]|$/.exec(prompt.folded.slice(start));
  const stop = start + (end ? end.start : (tail?.index ?? 0));
  const weak = patterns
    .custom('filter:weak', () => '^(?:with|for|mit|avec|con|com|met|for|sur|der|das)$', 'u')
    .test(prompt.folded.slice(from + lead.start, start));
  const text = trimMentioned({ prompt, patterns }, prompt.original.slice(start, stop));
  if (text === '' || text.split(' ').length > 5 || (weak && !end)) return null;
  return { start: from + lead.start, end: end ? start + end.end : stop, text };
}

/** Drops "the word", articles and the like before what is mentioned, and adverbs after it. */
export function trimMentioned({ patterns }: Pick<Clause, 'prompt' | 'patterns'>, text: string): string {
  const lead = patterns.custom(
    'mentioned',
    (words) => `^\\s*(?:(?:${words('mentioned')})${patterns.lexicon.spaced ? WORD_END : ''}\\s*)+`,
    'iu',
  );
  const tail = patterns.custom(
    'mentioned:tail',
    (words) =>
      `(?:\\s(?:again|anymore|somewhere|anywhere|yet|wieder|irgendwo|${words('of')}) ?(?:the|its|this|der|dieser|la|cette|esta|essa|questa|deze|de)? ?(?:${words('page')})?)+$`,
    'iu',
  );
  const cut = text
    .replace(/[.!?]+$/, '')
    .replace(tail, '')
    .trim();
  const bare = cut.replace(lead, '').trim();
  return (bare === '' ? cut : bare).replace(/^["'„«「]|["'»」]$/g, '').trim();
}
