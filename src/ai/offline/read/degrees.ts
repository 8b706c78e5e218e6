import type { Snapshot } from '@/domain/snapshot';
import type { Job } from './candidates';
import { fold } from './words';

type Scale = '°C' | '°F';

const SCALE_SAID =
  /[°º] ?[cf](?![a-z])|℃|℉|celsius|centigrade?|fahrenheit|\d ?[cf](?![a-z])|摂氏|華氏|度|\d ?(?:grad[oi]?s?|degrés|graus|graden)(?!\p{L})/iu;
const SCALE_MARK = /^(?:[°º] ?)?(?:([cf])|(celsius|centigrade)|(fahrenheit))$/i;
const CHOSEN =
  /(^|[\s_-])(active|selected|current|chosen|checked|on|aktiv|actif|activo|attivo|ativo|actief)($|[\s_-])/i;

/**
 * What a bare "27°" is on this page, for someone who named a scale: the chosen one of a "°C | °F" switch, else the only
 * one that the page writes. Null where the page does not tell, or where the person did not either.
 */
export function scaleOfPage({ asked, page }: Job): Scale | null {
  if (!SCALE_SAID.test(asked.question.prompt)) return null;
  const { snapshot } = page;
  const known = told.get(snapshot);
  if (known !== undefined) return known;
  const scale = chosenScale(snapshot) ?? writtenScale(snapshot.text);
  told.set(snapshot, scale);
  return scale;
}

const told = new WeakMap<Snapshot, Scale | null>();

interface Mark {
  scale: Scale;
  chosen: boolean;
  clickable: boolean;
}

/** The one of a switch's two ends that is marked, or that one cannot press while the other is a link or a button. */
function chosenScale(snapshot: Snapshot): Scale | null {
  const marks = marksOf(snapshot);
  if (new Set(marks.map(({ scale }) => scale)).size < 2) return null;
  const only = (fits: (mark: Mark) => boolean): Scale | null => {
    const scales = new Set(marks.filter(fits).map(({ scale }) => scale));
    const [first] = scales;
    return scales.size === 1 && first !== undefined ? first : null;
  };
  return (
    only(({ chosen }) => chosen) ?? (marks.every(({ clickable }) => clickable) ? null : only((one) => !one.clickable))
  );
}

function marksOf({ nodes, text }: Snapshot): Mark[] {
  const marks: Mark[] = [];
  for (const node of nodes) {
    if (node.end - node.start < 1 || node.end - node.start > 10) continue;
    const [, letter, celsius, fahrenheit] = SCALE_MARK.exec(text.slice(node.start, node.end).trim()) ?? [];
    const name = letter?.toLowerCase() ?? (celsius ? 'c' : fahrenheit ? 'f' : null);
    if (name === null) continue;
    const { class: classes = '', disabled } = node.attributes;
    const chosen = CHOSEN.test(classes) || disabled !== undefined || /^(b|strong|em|mark)$/.test(node.tag);
    const clickable = node.tag === 'a' || node.tag === 'button';
    marks.push({ scale: name === 'c' ? '°C' : '°F', chosen, clickable });
  }
  return marks;
}

function writtenScale(text: string): Scale | null {
  const folded = fold(text);
  const celsius = /[°º] ?c(?![a-z])|℃|celsius/.test(folded);
  const fahrenheit = /[°º] ?f(?![a-z])|℉|fahrenheit/.test(folded);
  return celsius === fahrenheit ? null : celsius ? '°C' : '°F';
}
