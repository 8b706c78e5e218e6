import type { Clause } from './condition';
import type { Span } from './text';

export type RankOp = 'lt' | 'lte' | 'gt' | 'gte' | 'eq' | 'neq';

/** A place in a ranking as words say it. */
export interface SpokenRank extends Span {
  op: RankOp;
  number: string;
}

interface RankWords {
  /** "first", "second" and so on. */
  ordinals: string[];
  /** "in", "to" before the ordinal, or the words that stand for "is in". */
  at: string;
  /** "place" behind the ordinal, or "in the table". */
  place: string;
  /** "among the", "in the"; leaving that group is "no longer among". */
  among: string;
  leaves: string;
  first: string;
  atLeast: string;
  /** "below the", "above the" before the ordinal, and "or worse", "or better" behind the place. */
  below?: string;
  above?: string;
  worse?: string;
  better?: string;
}

/** The words of a ranking in one language. */
const WORDS: Record<string, RankWords> = {
  en: {
    ordinals: ['first', 'second', 'third', 'fourth', 'fifth'],
    at: '(?:in|into|to|takes?|reach(?:es)?|is|are)(?: the)?',
    place: '(?:place|spot|position)|(?:in|of) the (?:league|table|standings|rankings?|charts?)',
    among: '(?:is |are )?(?:in|among|into) the',
    leaves: '(?:not|no longer|isn\'?t|aren\'?t|out of|leaves) ?(?:in |among |of )?(?:the)?',
    first: '(?:first|best|top)',
    atLeast: 'at least',
  },
  de: {
    ordinals: ['erste[rnms]?', 'zweite[rnms]?', 'dritte[rnms]?', 'vierte[rnms]?', 'funfte[rnms]?'],
    at: '(?:auf|an|ist|hat|erreicht)(?: de[rnm])?',
    place: '(?:platz|stelle|rang)|(?:in|der) (?:der )?(?:tabelle|rangliste)',
    among: '(?:unter|in|zu) de[nr]',
    leaves: '(?:nicht mehr|nicht|aus) (?:unter |in |zu )?de[nr]',
    first: '(?:ersten|besten)',
    atLeast: 'mindestens',
  },
  fr: {
    ordinals: ['premi(?:er|ere)', '(?:deuxieme|second|seconde)', 'troisieme', 'quatrieme', 'cinquieme'],
    at: '(?:a la|au|en|(?:est|soit|prend|prenne|occupe)(?: la| le)?)',
    place: '(?:place|rang|position)|(?:du|au) (?:classement|championnat)',
    among: '(?:parmi|dans) les',
    leaves: '(?:(?:plus|pas) (?:parmi|dans) les|(?:hors|sort|sorte) des)',
    first: '(?:premiers|premieres|meilleurs|meilleures)',
    atLeast: 'au moins',
  },
  nl: {
    ordinals: ['eerste', 'tweede', 'derde', 'vierde', 'vijfde'],
    at: '(?:op de|naar de|op|de|is)',
    place: '(?:plaats|plek|positie)|(?:in|op|van) de (?:stand|ranglijst|competitie)',
    among: '(?:bij|in|onder) de',
    leaves: '(?:niet meer|niet|uit) (?:bij |in |onder |van )?de',
    first: '(?:eerste|beste)',
    atLeast: 'minstens',
  },
  es: {
    ordinals: ['primer[oa]?', 'segund[oa]', 'tercer[oa]?', 'cuart[oa]', 'quint[oa]', 'sext[oa]', 'septim[oa]', 'octav[oa]', 'noven[oa]', 'decim[oa]', '(?:undecim|decimoprimer)[oa]', '(?:duodecim|decimosegund)[oa]', 'decimotercer[oa]?', 'decimocuart[oa]', 'decimoquint[oa]', 'decimosext[oa]', 'decimoseptim[oa]', 'decimo?octav[oa]', 'decimonoven[oa]', 'vigesim[oa]'],
    at: '(?:en(?: el| la)?|al|a la|(?:es|sea|esta|este|vaya|va|quede|queda|acabe)(?: el| la)?|(?:ocup|alcanc|consig|recuper)(?:e|a) (?:el|la))',
    place: '(?:lugar|puesto|plaza|posicion)|(?:en|de) (?:la|el) (?:clasificacion|tabla|ranking|liga|grupo)',
    among: '(?:entre|en|dentro de) (?:los|las)',
    leaves: '(?:no (?:este|esta|se encuentre)|fuera|salga|sale|saliera|deje de estar|deja de estar|caiga|baje) (?:de |entre |en )(?:los|las)',
    first: '(?:primer[oa]s|mejores)',
    atLeast: '(?:al|por lo) menos|como minimo',
    below: '(?:por debajo del?|peor que|mas (?:abajo|bajo) (?:que|del?)|detras del?|pas[ea] del)',
    above: '(?:por encima del?|mejor que|mas (?:arriba|alto) (?:que|del?)|delante del?)',
    worse: 'o (?:peor|por debajo|inferior|mas abajo)',
    better: 'o (?:mejor|por encima|superior|mas arriba)',
  },
  pt: {
    ordinals: ['primeir[oa]', 'segund[oa]', 'terceir[oa]', 'quart[oa]', 'quint[oa]', 'sext[oa]', 'setim[oa]', 'oitav[oa]', 'non[oa]', 'decim[oa]', 'decim[oa][- ]primeir[oa]', 'decim[oa][- ]segund[oa]', 'decim[oa][- ]terceir[oa]', 'decim[oa][- ]quart[oa]', 'decim[oa][- ]quint[oa]', 'decim[oa][- ]sext[oa]', 'decim[oa][- ]setim[oa]', 'decim[oa][- ]oitav[oa]', 'decim[oa][- ]non[oa]', 'vigesim[oa]'],
    at: '(?:em|no|na|ao|para o|(?:for|estiver|ficar|terminar)(?: [oa])?|(?:assumir|ocupar|alcancar|atingir) [oa])',
    place: '(?:lugar|posto|colocado|posicao)|(?:n[ao]|d[ao]) (?:classificacao|tabela|ranking|liga|campeonato|grupo)',
    among: '(?:entre |n)[oa]s',
    leaves: '(?:nao (?:estiver|esta|estiver mais|esta mais)|ja nao (?:estiver|esta)|fora|sair|saia|saiu|deixar de estar|cair) (?:d|entre )[oa]s',
    first: '(?:primeir[oa]s|melhores)',
    atLeast: '(?:pelo|ao) menos|no minimo',
    below: '(?:abaixo d[oae]|pior (?:do )?que|mais (?:abaixo|baixo) (?:do )?que|atras d[oae])',
    above: '(?:acima d[oae]|melhor (?:do )?que|a frente d[oae])',
    worse: 'ou (?:pior|abaixo|inferior|mais abaixo)',
    better: 'ou (?:melhor|acima|superior|mais acima)',
  },
  it: {
    ordinals: ['prim[oa]', 'second[oa]', 'terz[oa]', 'quart[oa]', 'quint[oa]', 'sest[oa]', 'settim[oa]', 'ottav[oa]', 'non[oa]', 'decim[oa]', 'undicesim[oa]', 'dodicesim[oa]', 'tredicesim[oa]', 'quattordicesim[oa]', 'quindicesim[oa]', 'sedicesim[oa]', 'diciassettesim[oa]', 'diciottesim[oa]', 'diciannovesim[oa]', 'ventesim[oa]'],
    at: '(?:al|in|(?:e|sia|diventa|torna|arriva|sale|scende)(?: al| la| il| in)?|(?:raggiunge|conquista|occupa) il)',
    place: '(?:posto|posizione|piazza)|(?:in|nella|della) (?:classifica|graduatoria)',
    among: '(?:tra|fra|ne)(?: ?i|lle| le)',
    leaves: '(?:non e piu|fuori|esce|escono) (?:da|tra |fra |ne)(?:i|lle|le)',
    first: '(?:prim[ie]|miglior[ie])',
    atLeast: 'almeno|come minimo',
    below: '(?:(?:al di )?sotto(?: al?| del)?|oltre|peggio del?|dietro(?: al?)?)',
    above: '(?:(?:al di )?sopra(?: al?| del)?|meglio del?|davanti al?)',
    worse: 'o (?:peggio|inferiore|sotto|piu in basso)',
    better: 'o (?:meglio|superiore|sopra|piu in alto)',
  },
}; // biome-ignore format: a table

/** "los 3 primeros", "first three": the number before or behind the word. */
const COUNT = '(\\d{1,3}|\\p{L}{2,10})';

/** "G4": the first four of a Brazilian table. */
const G_LEFT = '(?:sair|saia|saiu|fora|cair) do ';
const G_IN = '(?:entrar|entre|entrou|voltar|chegar|estiver|ficar) (?:n|a)o ';

function bound(clause: Clause, of: RankWords): SpokenRank | null {
  const { prompt, patterns } = clause;
  const ordinal = of.ordinals.join('|');
  const never = '(?!)';
  const place = patterns
    .custom(
      'rank:place',
      (words) =>
        `(?<![\\p{L}\\p{N}'])(?<not>(?:${words('negation')}) )?(?<at>${of.at} )?(?<least>(?:${of.atLeast}) )?(?<to>${of.at} )?(?<from>(?:${words('fall')}) (?:del?|de la|d[ao]|dal|dalla|from) |(?:perd(?:e|a|er|esse)|pierd(?:e|a)|ced(?:e|a|er)|loses?) (?:the |il |el |la |lo |[oa] )?)?(?:(?:(?<below>${of.below ?? never})|(?<above>${of.above ?? never})) (?:el |la |il |[oa] )?)?(?<ordinal>${ordinal})(?<place> (?:${of.place}))?(?![\\p{L}\\p{N}])(?! (?:to|where|of work|de trabajo|de trabalho|di lavoro)(?!\\p{L}))(?: (?:(?<worse>${of.worse ?? never})|(?<better>${of.better ?? never}))(?!\\p{L}))?`,
    )
    .exec(prompt.folded);
  const { not, at, least, to, from, below, above, worse, better, ordinal: said = '' } = place?.groups ?? {};
  // "torna almeno decimo", "quinto o mejor": a comparison makes a bare ordinal a place.
  if (place && !place.groups?.place && !(least ?? worse ?? better)) return null;
  if (!place || !(at ?? least ?? to ?? from ?? below ?? above ?? worse ?? better)) return null;
  const number = String(of.ordinals.findIndex((word) => new RegExp(`^(?:${word})$`, 'u').test(said)) + 1);
  const span = { start: place.index, end: place.index + place[0].length };
  if (worse) return { ...span, op: 'gte', number };
  if (better) return { ...span, op: 'lte', number };
  if (below) return { ...span, op: not ? 'lte' : 'gt', number };
  if (above) return { ...span, op: not ? 'gte' : 'lt', number };
  if (not) return { ...span, op: 'neq', number };
  if (from) return { ...span, op: 'gt', number };
  if (least) return { ...span, op: 'lte', number };
  if (number === '1') return { ...span, op: 'eq', number };
  if (patterns.first('fall', prompt.folded)) return { ...span, op: 'gte', number };
  return { ...span, op: patterns.first('rise', prompt.folded) ? 'lte' : 'eq', number };
}

/** "entre los 3 primeros", "nei primi tre", "no longer among the best ten". */
function group({ prompt, patterns }: Clause, of: RankWords): SpokenRank | null {
  for (const [op, lead] of [
    ['gt', of.leaves],
    ['lte', of.among],
  ] as const) {
    const match = patterns
      .custom(
        `rank:${op}`,
        () =>
          `(?<![\\p{L}\\p{N}'])(?:(?:${lead}) (?:${COUNT} ${of.first}|${of.first} ${COUNT})|${op === 'gt' ? G_LEFT : G_IN}g-?(\\d{1,2}))(?![\\p{L}\\p{N}])`,
      )
      .exec(prompt.folded);
    const said = match?.[1] ?? match?.[2] ?? match?.[3] ?? '';
    const number = /^\d/.test(said) ? said : patterns.lexicon.numbers[said];
    // "the first 3 months", "los primeros 20 minutos": a length of something, not a place in a table.
    if (!match || !number || isCounted(prompt.folded.slice(match.index + match[0].length))) continue;
    return { start: match.index, end: match.index + match[0].length, op, number };
  }
  return null;
}

const isCounted = (rest: string): boolean =>
  /^ (?:days?|weeks?|months?|years?|minutes?|hours?|tage|wochen|monate|jours|mois|heures|dagen|weken|dias|semanas|meses|minut[oi]s?|horas|giorni|settimane|mesi|ore|pages?|paginas?|pagine)(?!\p{L})/u.test(
    rest,
  );

/** Japanese: the place stands before what is said of it. */
const JAPANESE: [op: RankOp, words: RegExp][] = [
  ['gt', /(?:トップ|ベスト|上位)(\d{1,4})位?(?:圏外|(?:から|を)(?:落ち|外れ|陥落|転落|出))|(\d{1,4})位(?:より下|圏外|を下回|から(?:落ち|陥落|転落|下が|後退|外れ)|を(?:明け渡|逃))/u],
  ['lte', /(?:トップ|ベスト|上位)(\d{1,4})位?(?:以内|圏内|入り|に(?:入|なっ))|(\d{1,4})位(?:以内|以上|圏内|に(?:入|浮上|上が|上昇))/u],
  ['gte', /(\d{1,4})位(?:以下|まで(?:落ち|下が)|に(?:落ち|下が|転落|後退))/u],
  ['lt', /(\d{1,4})位(?:より上|を上回)/u],
  ['neq', /(\d{1,4})位(?:では|じゃ)な/u],
  ['eq', /(\d{1,4})位(?:に(?:なっ|なる|立|返り咲)|を(?:獲得|取|奪))/u],
]; // biome-ignore format: a table

/** A place in a ranking that is said in words, or as Japanese says it: "en primer lugar", "nei primi tre", "3位以内". */
export function findSpokenRank(clause: Clause): SpokenRank | null {
  const { language } = clause.patterns.lexicon;
  const text = clause.prompt.folded;
  if (language === 'ja') {
    for (const [op, words] of JAPANESE) {
      // 首位, the head of the table, is as long as 1位.
      const match = words.exec(text.replaceAll('首位', '1位'));
      const number = match?.[1] ?? match?.[2];
      if (match && number) return { start: match.index, end: match.index + match[0].length, op, number };
    }
    return null;
  }
  const of = WORDS[language];
  return of ? (group(clause, of) ?? bound(clause, of)) : null;
}
