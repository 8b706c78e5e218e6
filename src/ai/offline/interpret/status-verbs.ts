import { type Clause, type Condition, state, textValue } from './condition';
import { findProperties } from './property';

/**
 * Verbs that put a thing in a state, with the word that its page then shows: who asks "if they cancel the flight" waits
 * for "cancelled". Only what status pages show by one word; participles are states by themselves.
 */
const VERBS: Record<string, [state: string, verb: string][]> = {
  en: [
    ['cancelled', '(?:they|he|she|we|[a-z]+s?) (?:cancels?|call(?:s)? off)(?= (?:the|my|our|this|that|all)(?!\\p{L}))'],
    ['postponed', '(?:they|he|she|we) postpones?(?= (?:the|my|our|this|that|all)(?!\\p{L}))'],
    ['suspended', '(?:they|he|she|we) suspends?(?= (?:the|my|our|this|that|all)(?!\\p{L}))'],
    ['passed', 'passes(?= (?:the |a |an |its |this )?(?:\\p{L}+ ){0,2}(?:bill|law|motion|budget|act|resolution|amendment)(?!\\p{L}))'],
    ['approved', '(?<=\\p{L} )approves?(?= (?:the|my|our|this|that|all|its|a) )'],
    ['rejected', '(?<=\\p{L} )rejects?(?= (?:the|my|our|this|that|all|its|a) )'],
    ['adopted', '(?<=\\p{L} )adopts?(?= (?:the|my|our|this|that|all|its|a) )'],
    ['ratified', '(?<=\\p{L} )ratif(?:y|ies)(?= (?:the|my|our|this|that|all|its|a) )'],
    ['signed', '(?<=\\p{L} )signs?(?= (?:the|my|our|this|that|all|its|a) )'],
    ['vetoed', '(?<=\\p{L} )vetoe?s?(?= (?:the|my|our|this|that|all|its|a) )'],
    ['repealed', '(?<=\\p{L} )repeals?(?= (?:the|my|our|this|that|all|its|a) )'],
    ['lifted', '(?<=\\p{L} )lifts?(?= (?:the|my|our|this|that|all|its|a) )'],
    ['granted', '(?<=\\p{L} )grants?(?= (?:the|my|our|this|that|all|its|a) )'],
    ['denied', '(?<=\\p{L} )den(?:y|ies)(?= (?:the|my|our|this|that|all|its|a) )'],
  ],
  de: [
    ['abgesagt', '(?:absagen|absagt|abgesagt wird)'],
    ['gestrichen', '(?:streichen|streicht)'],
    ['verspätet', '(?:sich verspatet|verspatung hat)'],
  ],
  fr: [
    ['annulé', '(?:annulent?|s\'annule)'],
    ['reporté', '(?:reportent?)(?= (?:le|la|les|mon|ma)(?!\\p{L}))'],
    ['suspendu', '(?:suspendent|suspend)(?= (?:le|la|les|mon|ma)(?!\\p{L}))'],
  ],
  nl: [
    ['geannuleerd', '(?:annuleren|annuleert)'],
    ['afgelast', '(?:aflassen|aflast)'],
  ],
  es: [
    ['cancelado', 'cancel(?:an|en)|se cancel(?:a|e)|cancel(?:a|e)(?= (?:el|la|los|las|mi|su) )'],
    ['anulado', 'anul(?:an|en)|se anul(?:a|e)'],
    ['retrasado', '(?:se )?(?:retras|demor)(?:an|en)|se (?:retras|demor)(?:a|e)'],
    ['suspendido', 'suspend(?:en|an)|se suspend(?:e|a)'],
    ['aplazado', 'apla(?:zan|cen)|se apla(?:za|ce)'],
    ['pospuesto', 'pospon(?:en|gan)|se pospon(?:e|ga)'],
    ['desviado', 'desv(?:ian|ien)|se desv(?:ia|ie)'],
    ['cerrado', '(?:se )?(?<!(?:el|al|del|un) )cierr(?:a|e|an|en)(?! (?:a|en|antes|despues|mas|sobre) )'],
    ['abierto', '(?:se )?(?:re)?abr(?:a|e|an|en)(?! (?:a|antes|despues|mas) )'],
  ],
  pt: [
    ['cancelado', '(?:se )?cancel(?:arem|am|em)|se cancelar|cancelar(?= (?:o|a|os|as|meu|minha) )'],
    ['atrasado', '(?:se )?atras(?:arem|ar|am|e)'],
    ['suspenso', '(?:se )?suspender(?:em)?'],
    ['adiado', '(?:se )?adi(?:arem|am|em)'],
    ['desviado', '(?:se )?desvi(?:arem|em)'],
    ['fechado', '(?:se )?fech(?:a|e|ar|am|em|arem)(?! (?:as|em|antes|depois|mais) )'],
    ['aberto', '(?:se )?(?:re)?abr(?:a|e|ir|iu|am|em|irem)(?! (?:as|antes|depois|mais) )'],
  ],
  it: [
    ['annullato', 'annull(?:ano|ino)|si annulla'],
    ['cancellato', 'cancell(?:ano|ino)|cancella(?= (?:il|lo|la|i|gli|le|l.))'],
    ['in ritardo', 'ritard(?:a|ano)|(?:e|arriva|viaggia|porta) in ritardo'],
    ['sospeso', 'sospend(?:ono|ano)|si sospende'],
    ['rinviato', 'rinvi(?:ano|ino)|si rinvia'],
    ['deviato', 'devi(?:ano|ino)'],
    ['chiuso', '(?:si )?chiud(?:e|a|ono|ano)(?! (?:a|in|alle|prima|dopo|piu) )'],
    ['aperto', '(?:si )?(?:ri)?apr(?:e|a|ono|ano)(?! (?:a|alle|prima|dopo|piu) )'],
  ],
  ja: [
    ['運転見合わせ', '(?:線|電車|列車|新幹線|地下鉄|鉄道|バス|フェリー)(?:が|は)?(?:全線で?)?(?:止ま|ストップ)(?:っ|る|し)'],
    ['遅延', '遅れ(?:が(?:出|発生|生じ|あ)|て|たら|た|る|なら)|遅延が(?:出|発生|生じ|あ)'],
    ['運休', '運休が(?:出|発生)'],
  ],
}; // biome-ignore format: a table

const DECIDED = new Set(
  'passed approved rejected adopted ratified signed vetoed repealed lifted granted denied'.split(' '),
);

/** "si cancelan el vuelo", "se o voo atrasar": the verb says the state that is waited for. */
export function findStatusVerb(clause: Clause): Condition | null {
  const { prompt, patterns } = clause;
  // A date that is postponed has changed; an entry or the page is another matter; a number says how late.
  if (clause.operands.some(({ unit }) => unit !== null)) return null;
  if (findProperties(clause).some(({ property }) => property === 'date')) return null;
  for (const [text, verb] of VERBS[patterns.lexicon.language] ?? []) {
    const match = patterns
      .custom(`verb:${text}`, () =>
        patterns.lexicon.spaced ? `(?<![\\p{L}\\p{N}])(?:${verb})(?![\\p{L}\\p{N}])` : verb,
      )
      .exec(prompt.folded);
    if (!match) continue;
    const denied = patterns.custom('verb:not', (words) => `(?:${words('negation')}) (?:se |si )?$`);
    if (denied.test(prompt.folded.slice(0, match.index))) return null;
    // "parliament approves the budget": what is decided upon is watched, not who decides.
    const start = DECIDED.has(text) ? 0 : match.index;
    const span = { start, end: match.index + match[0].length };
    return {
      trigger: state('eq', textValue(text)),
      factType: 'string',
      unit: null,
      property: 'status',
      label: null,
      spans: [span],
      score: 3,
    };
  }
  return null;
}
