import { isCjk, isColour, isModelWord, isStopWord, stem, wordsOf } from './words';

/** One word of the item's name. Any of its forms on the page counts as the word. */
export interface ItemWord {
  forms: string[];
  weight: number;
  /** Without it, the page speaks of another item: numbers of models, "Pro", storage sizes. */
  required: boolean;
  colour: boolean;
  /** Written small: a common noun, which a page may say otherwise or in its own language. */
  common: boolean;
}

/** Where each word of the item stands on the page. */
export interface ItemPlaces {
  words: { word: ItemWord; offsets: number[]; inTitle: boolean }[];
  total: number;
  /** Share of the weight that the page's title or first heading names. */
  inHead: number;
  /** Share of the item's weight that the page names anywhere. */
  named: number;
  missing: string[];
}

/** Words that say what kind of thing an item is; a page often leaves them out. */
const GENERIC = new Set(
  `next last first upcoming nachste nachster letzte erste prochain dernier premier proximo ultimo primero prossimo primo volgende laatste eerste freie freier libre
  product item ticket concert show event game book phone headphone laptop flight train bus course class job position
  service app software package library page list listing apartment house flat hotel room weather city station store
  shop stock share coin official new latest current status version release edition model size colour color variant
  today tomorrow now produkt artikel karte konzert buch handy kopfhorer flug zug kurs stelle wohnung haus wetter stadt
  produit billet livre vol cours poste appartement maison meteo ville producto entrada libro vuelo tren curso puesto
  piso casa tiempo ciudad prodotto biglietto libro volo treno corso appartamento citta meteo produto ingresso livro voo
  trem curso vaga apartamento cidade boek vlucht trein cursus woning huis weer stad exchange currency air quality open
  seat number temperature price karten eintrittskarte eintrittskarten termin termine platz platze sitzplatz
  sitzplatze biglietti posti posto plaza lugar kaartje kaartjes kaarten plaats plaatsen appointment slot table place
  cita rendez-vous rdv appuntamento afspraak spot pass passes admission repo repository project video channel account profile article post
  website webseite boleto pasaje pasajes passagem bilhete vols vuelos fare houses buy sale rent let still has have had get gets got again back any some there more noch hat gibt encore toujours aura todavia
  campaign fundraiser petition campana campagna campagne kampagne campanha peticion petizione peticao project proyecto projet progetto projeto projekt
  hay ancora ainda nog heeft zijn`
    .split(/\s+/)
    .map((word) => stem(word)),
);

const UNIT_WORD = /^(gb|tb|mb|kb|mm|cm|m|inch|zoll|ml|cl|l|kg|g|mg|w|v|hz|mp|k|mah|oz|lb|ft|in)$/;

/** "WH-1000XM6 Black 256 GB" as words: pieces joined by hyphens with digits become one, numbers take their unit. */
export function itemWords(given: string, labelStems: Set<string> = new Set()): ItemWord[] {
  const words: ItemWord[] = timesOf(given);
  const item = given.replace(TIME, (time) => ' '.repeat(time.length));
  const pieces = wordsOf(item);
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at];
    if (piece === undefined) continue;
    const run = [piece.stem];
    let end = piece.end;
    while (joins(item, end, run, pieces[at + 1])) {
      at++;
      run.push(pieces[at]?.stem ?? '');
      end = pieces[at]?.end ?? end;
    }
    if (run.length === 1 && /['’]$/.test(item.slice(0, piece.start)) && piece.end - piece.start === 1) continue;
    const word = itemWord(run, item.slice(piece.start, end), labelStems, words.length > 0);
    if (word !== null) words.push(word);
  }
  // A name made only of generic or stop words ("The Book") is still a name.
  if (words.length === 0) return pieces.map((piece) => plainWord(piece.stem, 1));
  // "The next appointment": general words alone bind nothing; the page itself is the item.
  if (words.every((word) => word.weight < 0.5)) return [];
  return words;
}

const TIME = /(?<![\d.,:-])([01]?\d|2[0-3])(?:[:h]([0-5]\d)|\.([0-5]\d)(?= ?uhr))(?: ?([ap])\.?m\b\.?)?(?![\d:])/gi;

/** "the 8:30", "8h30", "5.10 pm": a departure or show, that pages write in 12 or 24 hours, with or without the zero. */
function timesOf(item: string): ItemWord[] {
  return [...item.matchAll(TIME)].map(([, hour = '', colon, point, half]) => {
    const minute = colon ?? point ?? '';
    const other = half?.toLowerCase() === 'p' && Number(hour) < 12 ? String(Number(hour) + 12) : hour;
    const hours = new Set([hour, other].flatMap((one) => [String(Number(one)), one.padStart(2, '0')]));
    const forms = [...hours].flatMap((one) => [`${one}${minute}`, `${one}h${minute}`]);
    return { forms, weight: 3, required: true, colour: false, common: false };
  });
}

/** A clothing size is a variant: written in capitals, since "l" and "s" are also pieces of words. */
const SIZE = /^(XXS|XS|S|M|L|XL|XXL|XXXL|[2-5]XL)$/;

function joins(item: string, end: number, run: string[], next: { stem: string; start: number } | undefined): boolean {
  if (next === undefined) return false;
  const between = item.slice(end, next.start);
  const last = run.at(-1) ?? '';
  if (/^[-_./]$/.test(between)) return /\d/.test(last) || /\d/.test(next.stem);
  // "Harrier 3 in size 10": apart from its number, "in" is no inch.
  if (next.stem === 'in' && between !== '') return false;
  return /^\s?$/.test(between) && /^\d+$/.test(last) && UNIT_WORD.test(next.stem);
}

function itemWord(run: string[], written: string, labelStems: Set<string>, isLetter: boolean): ItemWord | null {
  const joined = run.join('');
  if (SIZE.test(written) && run.length === 1) {
    return { forms: [joined], weight: 2, required: true, colour: false, common: false };
  }
  if (run.length > 1) {
    const strong = run.filter((part) => /\d/.test(part) && /[a-z]/.test(part) && part.length >= 4);
    return {
      forms: [joined, ...strong, ...preferenceRow(joined)],
      weight: 3,
      required: true,
      colour: false,
      common: false,
    };
  }
  // "KAZEのキャメル": the particle joins two names and is a piece of neither.
  const bare = written.replace(/^[のがでをには](?=[\p{Script=Katakana}\p{Script=Han}])/u, '');
  if (isCjk(written)) return { forms: [bare], weight: 2, required: false, colour: false, common: false };
  // "Diesel A", "Terminal E": a letter written large tells one of a kind from the next.
  if (isStopWord(joined) && !(isLetter && /^\p{Lu}$/u.test(written))) return null;
  if (/\d/.test(joined))
    return { forms: [joined, ...preferenceRow(joined)], weight: 3, required: true, colour: false, common: false };
  if (isModelWord(joined)) return { forms: [joined], weight: 2, required: true, colour: false, common: false };
  if (isColour(joined)) return { forms: [joined], weight: 1.5, required: false, colour: true, common: false };
  if (GENERIC.has(joined) || labelStems.has(joined)) return plainWord(joined, 0.2);
  return { ...plainWord(joined, 1), common: /^\p{Ll}/u.test(written) };
}

/** "EB-2" is the row "2nd" of the tables that visa bulletins print of employment. */
function preferenceRow(joined: string): string[] {
  const [, rank] = /^eb([1-5])$/.exec(joined) ?? [];
  return rank === undefined ? [] : [`${rank}${['st', 'nd', 'rd', 'th', 'th'][Number(rank) - 1]}`];
}

function plainWord(word: string, weight: number): ItemWord {
  return { forms: [word], weight, required: false, colour: false, common: false };
}
