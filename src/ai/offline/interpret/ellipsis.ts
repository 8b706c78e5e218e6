import type { StateOp } from '@/domain/trigger/trigger';
import type { Clause, Condition } from './condition';

/** A clause that only affirms or denies what was asked before it: "… when it isn't", "… wenn nicht mehr". */
const ELLIPSIS: Record<string, RegExp> = {
  en: /^(?:(?:it|they|that|this|he|she|there) )?(?:is|are|does|do|did|has|have|was|were|will|can|it's|they're|that's|happens?|changes to that)?(?<not>n'?t| not| no longer)?(?: (?:is|are|does|do|the case|so|there|true|yet|any ?more|again|like that|happen(?:s|ed)?|no longer))*[\s.!?]*$/u,
  de: /^(?:(?:das|dies|es|er|sie) )?(?<not>nicht(?: mehr| langer)?|nein)? ?(?:so|der fall|soweit|so weit|ja)? ?(?:ist|sind|wird|ware|passiert|hat|tut)?[\s.!?]*$/u,
  fr: /^(?:(?:il|elle|on|ils|elles) (?:(?<gone>ne l'(?:est|sont|a|ont) (?:plus|pas))|l'(?:est|sont|a|ont|sera))|c'est|ce sera|(?<not>ce n'est (?:plus|pas)|non)|oui)(?: (?:enfin|bien))?(?: le cas| vrai| fait)?[\s.!?]*$/u,
  nl: /^(?:(?:dat|dit|het|ze|hij) )?(?<not>niet(?: (?:meer|langer))?|nee)? ?(?:zo|het geval|zover|wel)? ?(?:is|zijn|wordt|gebeurt|heeft)?[\s.!?]*$/u,
  es: /^(?:que )?(?:ya )?(?:(?<not>(?:deje|deja|dejen) de (?:estarlo|serlo|haberl[oa]s?|hacerlo)|no lo (?:este|sea|esten|sean|haya)|no)|(?:asi |lo )?(?:este|sea|esten|sean|haya|haga|ocurra|pase|suceda)|si)[\s.!?]*$/u,
  pt: /^(?:ja )?(?:(?<not>(?:deixar|deixe|deixarem) de (?:o )?(?:estar|ser|haver)(?:-l?o)?|nao (?:o )?(?:estiver|for|houver|tiver)(?: mais)?|nao)|(?:o )?(?:estiver|for|houver|tiver|acontecer|voltar|sim))[\s.!?]*$/u,
  it: /^(?:(?<not>non lo (?:e|sono|sia|sara) piu|smett(?:e|era|a) di esserlo|non (?:piu|succede piu)|no)|lo (?:e|sono|sia|sara)|si|succede|accade|torna(?: a esserlo)?)[\s.!?]*$/u,
  ja: /^(?:(?<not>(?:そう|それ)で(?:は)?なくなっ(?:た)?|なくなっ(?:た)?)|そう(?:なっ(?:た)?)?)[\s。.!?]*$/u,
};

const OPPOSITE: Record<StateOp, StateOp> = {
  lt: 'gte',
  gte: 'lt',
  gt: 'lte',
  lte: 'gt',
  eq: 'neq',
  neq: 'eq',
  between: 'outside',
  outside: 'between',
  contains: 'not_contains',
  not_contains: 'contains',
  is_true: 'is_false',
  is_false: 'is_true',
  exists: 'absent',
  absent: 'exists',
  before: 'after',
  after: 'before',
};

/** Null where the clause says something of its own; else whether it denies what was said before it. */
export function findEllipsis({ prompt, patterns }: Clause): { denied: boolean } | null {
  const match = ELLIPSIS[patterns.lexicon.language]?.exec(prompt.folded.trim());
  return match && match[0] !== '' ? { denied: (match.groups?.not ?? match.groups?.gone) !== undefined } : null;
}

/** "Is the pool open? Tell me when it isn't": the opposite of a state; a change has none. */
export function denial(condition: Condition): Condition | null {
  const { trigger } = condition;
  return trigger.kind === 'state' ? { ...condition, trigger: { ...trigger, op: OPPOSITE[trigger.op] } } : null;
}
