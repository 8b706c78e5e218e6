import { fold } from './words';

const HOURS =
  /(^|[^a-z])((opening|business|visiting|library|pool|shop|store) (hours|times)|hours|\w*offnungszeit\w*|\w*besuchszeit\w*|horaires?|horarios?|orari[o]?|openingstijd\w*|openingsuren)([^a-z]|$)|(営業|開館|開園|診療)時間/;

/** Names of the days from Monday on, in the eight languages, with the short forms that timetables use. */
const DAYS = [
  'monday|mon|montag|mo|lundi|lun|lunes|lunedi|segunda|segunda feira|seg|maandag|ma|月曜|月曜日|月',
  'tuesday|tue|tues|dienstag|di|mardi|mar|martes|martedi|terca|terca feira|ter|dinsdag|火曜|火曜日|火',
  'wednesday|wed|mittwoch|mi|mercredi|mer|miercoles|mie|mercoledi|quarta|quarta feira|qua|woensdag|wo|水曜|水曜日|水',
  'thursday|thu|thur|thurs|donnerstag|do|jeudi|jeu|jueves|jue|giovedi|gio|quinta|quinta feira|qui|donderdag|木曜|木曜日|木',
  'friday|fri|freitag|fr|vendredi|ven|viernes|vie|venerdi|sexta|sexta feira|sex|vrijdag|vr|金曜|金曜日|金',
  'saturday|sat|samstag|sonnabend|sa|samedi|sam|sabado|sab|sabato|zaterdag|za|土曜|土曜日|土',
  'sunday|sun|sonntag|so|dimanche|dim|domingo|dom|domenica|zondag|zo|日曜|日曜日|日',
].map((names) => names.split('|'));
const LETTERS = new Map([...'lmxjvsd'].map((letter, day) => [letter, day] as const));
const DAY_OF = new Map(DAYS.flatMap((names, day) => names.map((name) => [name, day] as const)));
const LONG_DAY_OF = new Map([...DAY_OF].filter(([name]) => name.length >= 5 || /曜/.test(name)));

/** The one day of the week whose opening hours a prompt asks for. */
export function dayOfHours(prompt: string): number | null {
  const folded = fold(prompt);
  return HOURS.test(folded) ? dayAsked(folded) : null;
}

function dayAsked(prompt: string): number | null {
  const days = new Set((prompt.match(/\p{L}+/gu) ?? []).flatMap((word) => dayOf(word)));
  for (const [name, day] of LONG_DAY_OF) if (/曜/.test(name) && prompt.includes(name)) days.add(day);
  const [only] = days;
  return days.size === 1 && only !== undefined ? only : null;
}

function dayOf(word: string): number[] {
  const day = LONG_DAY_OF.get(word) ?? LONG_DAY_OF.get(word.replace(/s$/, ''));
  return day === undefined ? [] : [day];
}

/** The day that a word names, from 0 for Monday; short forms too. */
export function dayNamed(word: string): number | undefined {
  const name = fold(word).replace(/-/g, ' ');
  // Romance timetables write one letter: "L–V", "S", "D".
  return (
    (/^\p{Lu}$/u.test(word) ? LETTERS.get(name) : undefined) ??
    DAY_OF.get(name) ??
    LONG_DAY_OF.get(name.replace(/s$/, ''))
  );
}
