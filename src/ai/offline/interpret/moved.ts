import { type Clause, type Condition, change } from './condition';
import { findProperties } from './property';
import { typed } from './status';

interface MovedWords {
  /** What takes place at an appointed time. */
  event: string;
  /** Said of a time; "postponed" and "cancelled" are states that a page shows by that word. */
  moved: string;
  /** "to another day". */
  day: string;
}

const WORDS: Record<string, MovedWords> = {
  en: {
    event:
      'hearing|trial|exam(?:ination)?s?|test|meeting|election|vote|referendum|match|game|fixture|kick-?off|race|concert|gig|show|launch|premiere|opening|wedding|appointment|interview|draw|auction|sitting|session|conference|festival|lecture|class|lesson|seminar|collection|bin day|strike|sentencing|inspection|viewing',
    moved: 'moved|rescheduled|brought forward|pushed (?:back|forward|out)|put back|shifted|switched',
    day: 'to (?:another|a different|a later|an earlier|a new) (?:day|date|time|week|month)',
  },
  de: {
    event:
      '\\p{L}*(?:verhandlung|prufung|klausur|sitzung|wahl|spiel|konzert|anhorung|auktion|versteigerung|messe|premiere|besichtigung|abholung|abfuhr|vorstellung|lesung|vorlesung|abstimmung|rennen|treffen)',
    moved: 'verlegt|vorverlegt|vorgezogen|verschoben',
    day: 'auf (?:einen )?(?:anderen|spateren|fruheren|neuen) (?:tag|termin|zeitpunkt)',
  },
  fr: {
    event:
      "audience|proces|examen|epreuve|match|concert|reunion|election|vote|spectacle|vente aux encheres|seance|conference|cours|course|collecte|visite|l'audience|l'examen|l'epreuve|l'election",
    moved: 'deplacee?s?|decalee?s?|avancee?s?',
    day: 'a (?:un|une) (?:autre|nouveau|nouvelle) (?:jour|date|heure)|a une date (?:ulterieure|anterieure)',
  },
  nl: {
    event:
      '(?:rechts)?zitting|rechtszaak|\\p{L}*examen|\\p{L}*toets|wedstrijd|concert|vergadering|verkiezing|voorstelling|veiling|bezichtiging|ophaaldag|les|college|hoorzitting',
    moved: 'verplaatst|verzet|vervroegd|verschoven|verlaat',
    day: 'naar (?:een )?(?:andere|latere|eerdere|nieuwe) (?:dag|datum|tijd)',
  },
};

/** A room, a platform or a town is no day. */
const PLACE =
  /(?<!\p{L})(?:venue|room|hall|platform|gate|stadium|place|location|court ?room|saal|raum|gleis|ort|halle|salle|lieu|quai|stade|zaal|locatie|spoor|perron)(?!\p{L})/u;

/** "the court hearing is moved": what takes place on a day has another day now. */
export function findMovedEvent(clause: Clause): Condition | null {
  const { prompt, patterns } = clause;
  const words = WORDS[patterns.lexicon.language];
  if (!words || PLACE.test(prompt.folded)) return null;
  if (findProperties(clause).some(({ property }) => property === 'date' || property === 'status')) return null;
  const edge = (inner: string) => `(?<![\\p{L}\\p{N}])(?:${inner})(?![\\p{L}\\p{N}])`;
  const moved = patterns.custom('moved', () => edge(words.moved)).exec(prompt.folded);
  if (!moved) return null;
  const day = patterns.custom('moved:day', () => edge(words.day)).exec(prompt.folded);
  if (!day && !patterns.custom('moved:event', () => edge(words.event)).test(prompt.folded)) return null;
  const spans = [moved, day].flatMap((hit) => (hit ? [{ start: hit.index, end: hit.index + hit[0].length }] : []));
  return { ...typed('date', null, 'any'), trigger: change('any'), spans, score: 3 };
}
