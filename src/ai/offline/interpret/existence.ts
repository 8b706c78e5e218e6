import { type Clause, type Condition, state } from './condition';
import { findProperties } from './property';
import { negated, RESULTS, typed } from './status';
import { fold } from './text';

/** "when there are tickets": what can be booked is there when it can be had. */
const THERE_ARE = /^(?:there(?:'s| is| are| will be)|(?:is|are) there)/;
const OFFERED =
  /(?<!\p{L})(?:(?:an?|any|some|free|open|spare) )*(?:tickets?|seats?|slots?|spaces?|rooms?|spots?|places?|cop(?:y|ies)|tables?|vacanc(?:y|ies)|appointments?|cancell?ations?|openings?(?= with ))(?!\p{L})|(?<!\p{L})(?:free|available|vacant|unoccupied|spare) (?!(?:of|from|for|to|in|at|trial|entry|admission|app|apps)(?!\p{L}))\p{L}{3,}(?!\p{L})/u;

/** "a storm warning is issued": it is there from then on. */
const ISSUED =
  /(?<!\p{L})(?:warning|alert|advisory|watch|notice|order|recall|ban)s? (?:\p{L}+ ){0,3}?(?:is|are|gets?|has been|have been|was) (?:issued|declared|imposed|in place)(?!\p{L})/u;

/** What is published to be read, not sold: when it comes out, it is there. */
const DOCUMENT =
  /(?<!\p{L})(?:edital|editais|convocatorias?|band[oi]|listados?|boletim|boletin|relatorios?|informes?|calendari(?:os?)?|temarios?|orari|orario|horarios?|graduatori[ae]|programm?as?|programmi|notas|listas?|report|bericht|ausschreibung|fahrplan|spielplan|rapport|calendrier|timetable|dienstregeling|verslag)(?!\p{L})|警報|注意報|アラート|警戒情報|勧告|避難指示|速報/u;

/** Warnings and their like that are put up. */
export function findIssued({ prompt, patterns }: Clause): Condition | null {
  const match = patterns.lexicon.language === 'en' ? ISSUED.exec(prompt.folded) : null;
  if (!match) return null;
  const verb = /(?:is|are|gets?|has been|have been|was) \p{L}+(?: \p{L}+)?$/u.exec(match[0]);
  const start = match.index + (verb?.index ?? 0);
  const spans = [{ start, end: match.index + match[0].length }];
  return { ...typed('text', null, null), trigger: state('exists'), spans, score: 3 };
}

/** Something comes out, is announced, or is there at all. */
export function findExistence(clause: Clause): Condition | null {
  const { prompt, patterns } = clause;
  const mentions = findProperties(clause);
  const date = mentions.find(({ property }) => property === 'date');
  const released = patterns.first('released', prompt.folded);
  const results = mentions.find(({ property, label }) => property === 'status' && RESULTS.test(fold(label)));
  if (released && !date && !results && !DOCUMENT.test(prompt.folded)) {
    return { ...typed('availability', null, null), trigger: state('is_true'), spans: [released], score: 2 };
  }
  const absent = patterns.first('absent', prompt.folded);
  const exists = absent ?? patterns.first('exists', prompt.folded) ?? released;
  if (!exists) return null;
  const not = absent !== null || negated(clause, exists.start, exists.start) !== null;
  const offered = date ? null : OFFERED.exec(prompt.folded);
  if (offered && THERE_ARE.test(prompt.folded.slice(exists.start, exists.end))) {
    const spans = [exists, { start: offered.index, end: offered.index + offered[0].length }];
    return { ...typed('availability', null, null), trigger: state(not ? 'is_false' : 'is_true'), spans, score: 2 };
  }
  const meaning = date ? typed('date', null, null) : typed('text', null, null);
  return { ...meaning, trigger: state(not ? 'absent' : 'exists'), spans: date ? [exists, date] : [exists], score: 2 };
}
