import { type Clause, type Condition, state, textValue } from './condition';

/** "nel menu ci sono gli gnocchi", "en el menú haya paella": the place first, then what should be there. */
const THING_IN_PLACE =
  /(?<!\p{L})(?:in|nel|nello|nella|nei|negli|nelle|nell'|su|sul|sulla|sui|sulle|en|no|na) ?[^,;:]{2,60}? (?:c'e|ci sono|hay|haya|ha|houver) (?:(?:il|lo|la|i|gli|le|l'|un|una|uno|el|los|las|o|os|as|um|uma|del|della|dei|degli|delle) ?)?(\p{L}[\p{L} '-]{2,40}?)[\s.!?]*$/u;

/** That something is there means that the page says it, not that the place is on the page. */
export function inPlace(clause: Clause, existence: Condition | null): Condition | null {
  if (existence === null || existence.property !== 'text') return existence;
  const { op } = existence.trigger;
  const match = op === 'exists' || op === 'absent' ? THING_IN_PLACE.exec(clause.prompt.folded) : null;
  const [whole, thing = ''] = match ?? [];
  if (match === null || whole === undefined || thing.split(' ').length > 4) return existence;
  const start = match.index + whole.lastIndexOf(thing);
  const words = clause.prompt.original.slice(start, start + thing.length).trim();
  const span = { start: match.index, end: match.index + whole.length };
  return {
    ...existence,
    trigger: state(op === 'exists' ? 'contains' : 'not_contains', textValue(words)),
    spans: [...existence.spans, span],
  };
}
