import { type Clause, type Condition, state } from './condition';
import { findBottom, findLead } from './rank-lead';
import { findSpokenRank, type RankOp } from './rank-words';
import type { Span } from './text';
import { findNewEntry } from './words';

/** Ranks count from the top: who stands lower has the greater number. */
const COMPARED: [op: RankOp, words: string][] = [
  ['gt', "(?:lower|worse|further down) than|below|sous|beneath|under|outside(?: of)?|out of|(?:schlechter|niedriger|tiefer)(?: \\p{L}+)? als|unter|hinter|plus bas(?:se)? qu[e']|moins bien(?: classee?s?)? qu[e']|pire que|(?:en[- ]?|au[- ])dessous de|derriere|(?:lager|slechter)(?: \\p{L}+)? dan|onder|achter|peor que|mas (?:bajo|abajo) (?:que|de)|por debajo del?|pior (?:do )?que|abaixo d[eoa]|peggio (?:di|del)|sotto"],
  ['lt', "(?:higher|better) than|above|ahead of|devant|(?:besser|hoher)(?: \\p{L}+)? als|uber|mieux(?: classee?s?)? qu[e']|plus haut(?:e)? qu[e']|au[- ]dessus de|(?:hoger|beter)(?: \\p{L}+)? dan|boven|mejor que|por encima del?|melhor (?:do )?que|acima d[eoa]|meglio (?:di|del)|sopra"],
  ['lte', "at least|reach(?:es)?|hits?|(?:climbs?|rises?|moves?(?: up)?|goes up|jumps?|gets?(?: up)?|is up)(?: back)? (?:up )?to|(?:mindestens|wenigstens)(?: auf)?|erreicht|atteint|au moins(?: a)?|(?:monte|grimpe|remonte)(?:nt)? a|(?:minstens|minimaal)(?: op)?|bereikt|(?:stijgt|klimt) naar|alcan(?:za|ce)|sube a|raggiunge|sale a|atinge|sobe para"],
  ['gte', "(?:falls?|drops?|slips?|sinks?|slides?|is down)(?: back)? (?:down )?to|(?:tombe|descend|chute|recule)(?:nt)? a|(?:zakt|daalt) naar|(?:baja|cae) al?|(?:scende|cade) a|cai para"],
  ['eq', 'is|are|is in|are in|comes?|ist|est|is op|staat op|steht auf|ist auf|esta en|auf|op|naar'],
]; // biome-ignore format: a table

const FLIP: Record<RankOp, RankOp> = { lt: 'gte', lte: 'gt', gt: 'lte', gte: 'lt', eq: 'neq', neq: 'eq' };

const NOT = "(?:no longer|not|isn'?t|aren'?t|no|nicht(?: mehr)?|niet(?: meer)?|pas|plus) ";
const ARTICLE = '(?:(?:the|dem|den|der|die|la|le|de|het|el|lo|o|a|il) ){0,2}';
const NOUN =
  'place|spot|position|rank|platz|rang|tabellenplatz|plaats|positie|puesto|posicion|lugar|posto|posicao|posizione';
const ORDINAL = '(\\d{1,4})(?:st|nd|rd|th|er|re|eme|ste|de|e|º|ª|\\.(?= ))';
/** What may follow a bare ordinal; "below 3rd street" names a place. */
const AFTER =
  '(?= *(?:$|[,;.!?])| (?:or|oder|ou|of|o|in|on|of|at|im|auf|bei|au|dans|du|op|van|en|na|nella|staat|steht|is|ist|fallt|zakt)(?!\\p{L}))';
const SPELLED = [
  'first|erste[nrms]?|premiere?|premier|eerste',
  'second|zweite[nrms]?|deuxieme|tweede',
  'third|dritte[nrms]?|troisieme|derde',
  'fourth|vierte[nrms]?|quatrieme|vierde',
  'fifth|funfte[nrms]?|cinquieme|vijfde',
  'sixth|sechste[nrms]?|sixieme|zesde',
  'seventh|siebte[nrms]?|septieme|zevende',
  'eighth|achte[nrms]?|huitieme|achtste',
  'ninth|neunte[nrms]?|neuvieme|negende',
  'tenth|zehnte[nrms]?|dixieme|tiende',
  'eleventh|elfte[nrms]?|onzieme|elfde',
  'twelfth|zwolfte[nrms]?|douzieme|twaalfde',
  'thirteenth|dreizehnte[nrms]?|treizieme|dertiende',
  'fourteenth|vierzehnte[nrms]?|quatorzieme|veertiende',
  'fifteenth|funfzehnte[nrms]?|quinzieme|vijftiende',
  'sixteenth|sechzehnte[nrms]?|seizieme|zestiende',
  'seventeenth|siebzehnte[nrms]?|dix-septieme|zeventiende',
  'eighteenth|achtzehnte[nrms]?|dix-huitieme|achttiende',
  'nineteenth|neunzehnte[nrms]?|dix-neuvieme|negentiende',
  'twentieth|zwanzigste[nrms]?|vingtieme|twintigste',
];
const RANK = `(?:${ORDINAL}(?: (?:${NOUN})(?!\\p{L})|${AFTER})|(?:${NOUN}) (?:n[or°]\\.? ?|#)?(\\d{1,4})(?![\\p{L}\\p{N}]|[.,]\\d)|(?<word>${SPELLED.join('|')})(?: (?:${NOUN})(?!\\p{L})|${AFTER}))`;
/** "3rd or lower": on which side else. */
const ELSE =
  '(?: (?:or|oder|ou|of|o) (?:(?<down>lower|worse|below|schlechter|niedriger|tiefer|pire|plus bas|moins bien|lager|slechter|peor|pior|peggio)|(?<up>better|higher|above|besser|hoher|mieux|plus haut|hoger|beter|mejor|melhor|meglio))(?!\\p{L}))?';
const TABLE =
  '(?: (?:in|im|of|au|du|dans|op|van|en|na|nella|de) (?:(?:the|der|le|la|de|het) )?(?:league )?(?:table|standings|rankings?|tabelle|rangliste|classement|ranglijst|klassement|stand|clasificacion|tabla|tabela|classifica)(?!\\p{L}))?';

const BOUND = new RegExp(
  `(?<![\\p{L}\\p{N}'])(${NOT})?(?:${COMPARED.map(([op, words]) => `(?<${op}>${words})`).join('|')}) ?(?<= |')${ARTICLE}${RANK}${ELSE}${TABLE}`,
  'u',
);

/** "17º ou pior", "3rd or better": who says on which side else names a place in a ranking, with no verb before it. */
const BARE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${ORDINAL}(?: (?:${NOUN}))?|(?:${NOUN}) (?:n[or°]\\.? ?|#)?(\\d{1,4}))${ELSE.slice(0, -1)}`,
  'u',
);

/** "drops out of the top 4", "in die Top 10 kommt": the border of a list of the best. */
const LEAVES =
  "(?:out(?:side)?(?: of)?|leaves?|exits?|(?:not|no longer|isn'?t|aren'?t) (?:in|among)|aus|au(?:ss|ß)erhalb|nicht (?:mehr )?(?:in|unter)|hors du?|sort(?:ent)? du?|quitte(?:nt)?|(?:plus|pas) dans|uit|niet (?:meer )?in|fuera del?|sale del?|fora do|fuori dalla|esce dalla)";
const ENTERS =
  '(?:(?:is|are|gets?|goes|climbs?|moves?|breaks?|comes?|back|rises?)(?: back)?(?: up)? in(?:to)?|enters?|makes?(?: it into)?|cracks?|reach(?:es)?|(?:in|unter) (?:die|den)|entre(?:nt)? dans|est dans|in de|entra en|entra no|entra nella)';
const TOP = new RegExp(
  `(?<![\\p{L}\\p{N}'])(?:(${LEAVES})|${ENTERS}) ${ARTICLE}top[- ]?(\\d{1,4})(?![\\p{L}\\p{N}])`,
  'u',
);

/** "that is 18th or worse": the side is said behind, so that nothing need stand before. */
const SIDED = new RegExp(`(?<![\\p{L}\\p{N}'])${RANK}${ELSE.replace(/\?$/, '')}`, 'u');

const spanOf = (match: RegExpExecArray): Span => ({ start: match.index, end: match.index + match[0].length });

/** "the seventh place" in digits. */
function ordinal(match: RegExpExecArray | null): string | undefined {
  const word = match?.groups?.word;
  const index = word ? SPELLED.findIndex((words) => new RegExp(`^(?:${words})$`, 'u').test(word)) : -1;
  return index < 0 ? undefined : String(index + 1);
}

const rank = (clause: Clause, op: RankOp, number: string, span: Span): Condition => ({
  trigger: state(op, { type: 'number', number, unit: null }),
  factType: 'number',
  unit: null,
  property: 'measure',
  label: 'position',
  spans: [span, ...(['fall', 'rise'] as const).flatMap((list) => clause.patterns.find(list, clause.prompt.folded))],
  score: 3,
});

/** German and Dutch say the movement last: "auf Platz 5 fällt", "naar de 3e plaats stijgt". */
function arriving({ prompt, patterns }: Clause, words: string): RankOp {
  if (words !== 'auf' && words !== 'op' && words !== 'naar') return 'eq';
  if (patterns.first('fall', prompt.folded)) return 'gte';
  return patterns.first('rise', prompt.folded) ? 'lte' : 'eq';
}

/**
 * A place in a ranking against a limit: "lower than 3rd in the table", "schlechter als Platz 15", "out of the top 4".
 * Amounts of money or of a unit say that something else is compared.
 */
export function findRankCondition(clause: Clause): Condition | null {
  if (clause.operands.some(({ unit }) => unit !== null)) return null;
  const text = clause.prompt.folded;
  const top = TOP.exec(text);
  if (top?.[2]) return findNewEntry(clause) ? null : rank(clause, top[1] ? 'gt' : 'lte', top[2], spanOf(top));
  const match = BOUND.exec(text);
  const number = match?.[7] ?? match?.[8] ?? ordinal(match);
  const said = match && COMPARED.find(([op]) => match.groups?.[op] !== undefined);
  if (clause.dates.length > 0) return null;
  const bare = match ? null : BARE.exec(text);
  const place = bare?.[1] ?? bare?.[2];
  if (bare && place) return rank(clause, bare.groups?.down ? 'gte' : 'lte', place, spanOf(bare));
  if (!match || !said || number === undefined) {
    const sided = SIDED.exec(text);
    const place = sided?.[1] ?? sided?.[2] ?? ordinal(sided);
    if (sided && place) return rank(clause, sided.groups?.down ? 'gte' : 'lte', place, spanOf(sided));
    const spoken = findSpokenRank(clause) ?? findLead(clause);
    if (spoken) return findNewEntry(clause) ? null : rank(clause, spoken.op, spoken.number, spoken);
    return findBottom(clause);
  }
  const op = said[0] === 'eq' ? arriving(clause, match.groups?.eq ?? '') : said[0];
  if (match.groups?.down) return rank(clause, 'gte', number, spanOf(match));
  if (match.groups?.up) return rank(clause, 'lte', number, spanOf(match));
  return rank(clause, match[1] ? FLIP[op] : op, number, spanOf(match));
}
