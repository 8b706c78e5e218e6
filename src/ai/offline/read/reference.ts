import type { Candidate, Job } from './candidates';
import { headingChain } from './heading-chain';
import { saysAny } from './question';
import { fold } from './words';

/** Limits and guidelines by which pages explain a measured value: "WHO guideline for PM2.5: 15 µg/m³". */
const LIMIT =
  /(^|[^a-z])(guidelines?|limit value|legal limit|daily limit|annual limit|threshold|grenzwert\w*|richtwert\w*|zielwert\w*|valeur limite|valeur guide|seuil|valor limite|valor guia|umbral|valore limite|soglia|grenswaarde|streefwaarde|基準値?)([^a-z]|$)/;
const LIMIT_COLUMN = /^[^a-z]*(limits?|limites?|limiti|limiet|grenze|targets?|maximum allowed)[^a-z]*$/;
const LIMIT_ASKED = [
  'guideline',
  'limit',
  'threshold',
  'grenzwert',
  'richtwert',
  'zielwert',
  'seuil',
  'umbral',
  'soglia',
];

/** What a campaign is heading for: "Let's get to 10,000", "Goal: 500", "At 10,000 signatures the council will answer". */
const GOAL =
  /(^|[^a-z])(goal|target|let.?s (get to|reach)|help (us )?(reach|get to)|next goal|to reach|ziel|objectif|objetivo|meta|obiettivo|doel|目標)[^a-z0-9]{0,4}(of|is|von|de|di|van)?[^a-z0-9]{0,3}$/;
const GOAL_ASKED = ['goal', 'target', 'ziel', 'objectif', 'objetivo', 'meta', 'obiettivo', 'doel'];
const WHEN_REACHED = /^(at|once we reach|when we reach|bei|a|ao|met) ?$/;
const WILL = /(^|[^a-z])(will|wird|werden|sera|seront|respondera|risponde\w*|zal|gets?)([^a-z]|$)/;

/** "signed 2 minutes ago" tells the age of an entry. */
const AGO = /^[^a-z0-9]{0,2}(\w+ )?(ago|fa|geleden)([^a-z]|$)|^前/;
const SINCE = /(^|[^a-z])(vor|il y a|hace|ha) ?$/;

/** "In 1900 its population was 6,204", "Média de ontem: 41": what was, told beside what is. */
const FORMER =
  /(^|[^a-z])(yesterday|last (week|month|year|season)|previous (day|week|month|year)|(a|one) year (ago|earlier)|same (day|week|month|period) last year|gestern|vorwoche|vormonat|vorjahr\w*|letzte[nsr]? (woche|monat|jahr)|hier|la veille|(la semaine|le mois|l.annee?) (derniere|dernier|precedente?)|ayer|(la semana|el mes|el ano) (pasad[oa]|anterior)|ieri|(la settimana|il mese|l.anno) (scors[oa]|precedente)|ontem|(semana|mes|ano) (passad[oa]|anterior)|hace (un|\d+) anos?|il y a (un|\d+) ans?|vor (einem|\d+) jahr(en)?|(um|\d+) anos? atras|(un|\d+) ann[oi] fa|(een|\d+) jaar geleden|gisteren|(vorige|afgelopen) (week|maand)|vorig jaar)([^a-z]|$)|(^|[^a-z])(in|im jahr|im jahre|en|nel|em|anno|around|um) (1[5-9]|20)\d\d([^\d]|$)|昨日|前日|昨年|前年/;
const FORMER_ASKED = [
  'yesterday',
  'last',
  'previous',
  'gestern',
  'vorjahr',
  'letzte',
  'hier',
  'dernier',
  'ayer',
  'pasado',
  'anterior',
  'ieri',
  'scorso',
  'ontem',
  'passado',
  'gisteren',
  'vorige',
  '昨日',
  '前年',
];
/** "In 1900": the year of a sentence is none of its figures. */
const YEAR = /^(1[5-9]|20)\d\d$/;
const IN = /(^|[^a-z])(in|im jahr|im jahre|en|nel|em|anno|since|seit|depuis|desde|dal|sinds|until|bis) ?$/;

/** "Fresh snow 24h", "Change (7d)": beside a level, what it gained of late. */
const PERIOD =
  /(^|[^a-z])(fresh|new|neu\w*|fraiche|fresca|nueva|nova|verse|change|anderung|variation|variacion|variazione|variacao)([^a-z].{0,20})?[^a-z]?(\d{1,2} ?(h|hrs?|hours?|std\.?|d|days?|stunden)|overnight)([^a-z]|$)/;
const PERIOD_ASKED = [
  'fresh',
  'new',
  'neu',
  'fraiche',
  'fresca',
  'nueva',
  'nova',
  'verse',
  'change',
  '24h',
  'overnight',
];

/** "Strongest gust ever", "Records": the most or least that there has been. */
const RECORD =
  /(^|[^a-z])(records?(?= (highs?|lows?|levels?|gusts?|winds?|temp|rain|snow|of \d))|ever|all[- ]time|historic(al)?|rekord\w*|jemals|aller zeiten|historisch\w*|historiques?|jamais (vu|enregistre|mesure)\w*|records? absolus?|historic[oa]s?|storic[oaih]+|di sempre|recordes?|ooit)([^a-z]|$)|^\W*records?\W*$|史上|過去最|歴代/;
const RECORD_ASKED = [
  'record',
  'ever',
  'all time',
  'rekord',
  'historic',
  'historisch',
  'recorde',
  'storico',
  '史上',
  '過去最',
];

function isFormer(job: Job, { context, quote, span }: Candidate, labels: string[]): boolean {
  const before = fold(context.before).slice(-80);
  if (YEAR.test(quote) && (IN.test(before) || (/\($/.test(before) && /^\)/.test(context.after)))) return true;
  if (saysAny(job.asked, FORMER_ASKED)) return false;
  const isRecorded = saysAny(job.asked, RECORD_ASKED) ? null : RECORD;
  // A sentence that was cut at another number still begins with its year.
  const line = fold(job.page.text.slice(context.segment?.start ?? 0, (context.segment?.start ?? 0) + 400));
  const own = line.slice(0, Math.max(0, line.indexOf(fold(quote))));
  const clause = own.split(/[.!?;]\s/).at(-1) ?? '';
  const over = headingChain(job.page, span.start)
    .filter(({ level }) => level > 1)
    .map((head) => fold(job.page.text.slice(head.start, head.end)));
  const told = [clause.slice(-120), ...[...labels, ...over].filter((text) => text.length <= 60)];
  return told.some((text) => FORMER.test(text) || isRecorded?.test(text));
}

/** Refuses numbers that stand beside the asked one to compare it with: limits, guidelines and goals. */
export function refuseReferences(job: Job, candidates: Candidate[]): void {
  if (!['number', 'quantity', 'count', 'rate'].includes(job.asked.kind)) return;
  for (const candidate of candidates) {
    if (candidate.refusal !== null) continue;
    const { context } = candidate;
    const before = fold(context.before).slice(-80);
    const labels = context.labels
      .filter(({ from }) => from === 'row' || from === 'column')
      .map(({ text }) => fold(text));
    const isLimit =
      [before, ...labels].some((text) => LIMIT.test(text)) || labels.some((text) => LIMIT_COLUMN.test(text));
    if (!saysAny(job.asked, LIMIT_ASKED) && isLimit)
      candidate.refusal ??= 'it is a limit or guideline, not what was measured';
    if (!saysAny(job.asked, PERIOD_ASKED) && labels.some((text) => PERIOD.test(text)))
      candidate.refusal ??= 'it is what came in a period, not what is there';
    if (isFormer(job, candidate, labels)) candidate.refusal ??= 'it is what was, not what is';
    if (AGO.test(fold(context.after)) || SINCE.test(before)) candidate.refusal ??= 'it is how long ago something was';
    if (saysAny(job.asked, GOAL_ASKED)) continue;
    const isPromise = WHEN_REACHED.test(before.trim()) && WILL.test(fold(context.after));
    if (isPromise || GOAL.test(before)) candidate.refusal ??= 'it is a goal, not what has been reached';
  }
}
