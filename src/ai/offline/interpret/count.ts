import { type Clause, type Condition, state } from './condition';
import { nounAfter } from './numbers';

/** Counts that grow: who names a number of them waits until there are as many. */
const GROWING =
  /^ (?:(?:signatures?|subscribers?|followers?|downloads?|views?|likes|upvotes|votes|stars|members|backers|supporters|donations)|(?:unterschriften|abonnenten|follower|aufrufe|stimmen|mitglieder|unterstutzer)|(?:abonnes|vues|adherents|soutiens)|(?:handtekeningen|abonnees|volgers|weergaven|stemmen|leden)|(?:firmas|suscriptores|seguidores|votos|miembros|visitas|assinaturas|inscritos|visualizacoes|membros|firme|iscritti|visualizzazioni|voti|membri))(?!\p{L})/u;

/** Having and getting, which come before the number or, in a question, before the one who has. */
const HAS: Record<string, RegExp> = {
  en: /(?<!\p{L})(?:has|have|had|gets?|got|gains)(?!\p{L})/u,
  de: /(?<!\p{L})(?:hat|haben|habe|bekommt)(?!\p{L})/u,
  fr: /(?<!\p{L})(?:a|ont|aura|obtient)(?!\p{L})/u,
  nl: /(?<!\p{L})(?:heeft|hebben|krijgt)(?!\p{L})/u,
  es: /(?<!\p{L})(?:tiene|tenga|consigue|consiga)(?!\p{L})/u,
  pt: /(?<!\p{L})(?:tem|tiver|tenha)(?!\p{L})/u,
  it: /(?<!\p{L})(?:ha|abbia|avra)(?!\p{L})/u,
};

/** "Has the petition got 50,000 signatures yet?": a number of what only grows, without a comparator, is one to reach. */
export function findReachedCount(clause: Clause): Condition | null {
  const { prompt, patterns, operands } = clause;
  const operand = operands.find(({ unit, end }) => unit === null && GROWING.test(prompt.folded.slice(end)));
  if (!operand || !HAS[patterns.lexicon.language]?.test(prompt.folded.slice(0, operand.start))) return null;
  const noun = nounAfter(clause, operand.end);
  const lead =
    /(?:^|(?<=\s))(?:has|have|hat|haben|heeft|a|ha|tem|tiene|got|gets?|gains|already|schon|bereits|al|deja|ya|ja|gia|\s)+$/u;
  const start = lead.exec(prompt.folded.slice(0, operand.start))?.index ?? operand.start;
  return {
    trigger: state('gte', { type: 'number', number: operand.number, unit: null }),
    factType: 'number',
    unit: null,
    property: 'count',
    label: noun ? prompt.original.slice(noun.start, noun.end).trim() : null,
    spans: [{ start, end: noun?.end ?? operand.end }],
    score: 3,
  };
}
