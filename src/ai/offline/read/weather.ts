import { type Candidate, type Job, termScore } from './candidates';
import type { Context } from './context';
import { saysAny } from './question';
import { fold } from './words';

const OTHER_READINGS: [string, RegExp, string[]][] = [
  [
    'the highest value of the day',
    /(^|[^a-z])(high|max|maximum|highest|hochst\w*|tageshochst\w*|maximale|maxima|massima|hoogste|最高\w*|h)[^a-z0-9]{0,4}$/,
    ['high', 'maximum', 'max', 'highest', 'hochstwert', 'maximale', 'maxima', 'massima', 'hochsttemperatur', '最高'],
  ],
  [
    'the lowest value of the day',
    /(^|[^a-z])(low|min|minimum|lowest|tiefst\w*|minimale|minima|laagste|最低\w*|l)[^a-z0-9]{0,4}$/,
    ['low', 'minimum', 'min', 'lowest', 'overnight', 'tiefstwert', 'minimale', 'minima', 'tiefsttemperatur', '最低'],
  ],
  [
    'how it feels, not what is measured',
    /(feels? like|real ?feel|apparent|gefuhlt\w*|ressenti\w*|sensacion( termica)?|percepita|sensacao( termica)?|gevoelstemperatuur|体感(温度)?)[^a-z0-9]{0,4}(wie|de)?[^a-z0-9]{0,3}$/,
    ['feels like', 'feel', 'gefuhlte', 'ressentie', 'ressenti', 'percepita', 'sensacion', '体感'],
  ],
  [
    'the dew point',
    /(dew ?point|taupunkt|point de rosee|punto de rocio|punto di rugiada|dauwpunt|露点)[^a-z0-9]{0,4}$/,
    ['dew', 'taupunkt'],
  ],
  [
    'a record or an average',
    /(record|average|avg|normal|mean|rekord|durchschnitt\w*|mittel|moyenne|media|gemiddelde|平均|平年)[^a-z0-9]{0,8}$/,
    ['record', 'average', 'mean', 'normal', 'durchschnitt', 'moyenne', 'media', '平均'],
  ],
  [
    'the water temperature',
    /(water|sea|wasser\w*|meer\w*|eau|mer|agua|mar|acqua|mare|zeewater|海水|水温)( temp\w*)?[^a-z0-9]{0,4}$/,
    ['water', 'sea', 'wasser', 'wassertemperatur', 'eau', 'mer', 'agua', 'mar', 'acqua', 'mare', 'lake', 'see', '水温'],
  ],
];

/** "The low in Tromsø": where such a value is labelled, the others are not meant. */
export function preferAskedReading(job: Job, candidates: Candidate[]): void {
  for (const [what, pattern, asked] of OTHER_READINGS) {
    if (!saysAny({ ...job.asked, said: job.asked.named }, asked)) continue;
    const fitting = candidates.filter(
      ({ context, refusal }) => refusal === null && nearTexts(context).some((text) => pattern.test(text)),
    );
    if (fitting.length === 0) continue;
    for (const candidate of candidates) if (!fitting.includes(candidate)) candidate.refusal ??= `it is not ${what}`;
  }
}

function nearTexts(context: Context): string[] {
  return [
    fold(context.before).slice(-60),
    ...context.labels
      .filter(({ from }) => from !== 'after' && from !== 'group')
      .map(({ text }) => fold(text).slice(-60)),
  ].map((text) => text.trim());
}

const DAY =
  /^(tomorrow|tonight|(mon|tues?|wed(nes)?|thu(rs)?|fri|satur|sat|sun)(day)?|(mon|diens|donners|frei|sams|sonn)tag|mittwoch|mo|di|mi|do|fr|sa|so|morgen|lun(di|edi|es)?|mar(di|tedi|tes)?|mer(credi|coledi)?|mie(rcoles)?|jeu(di)?|jue(ves)?|gio(vedi)?|ven(dredi|erdi)?|vie(rnes)?|sam(edi)?|sab(ado|ato)?|dim(anche)?|dom(ingo|enica)?|demain|manana|domani|amanha|seg(unda)?(-feira)?|ter(ca)?(-feira)?|qua(rta)?(-feira)?|qui(nta)?(-feira)?|sex(ta)?(-feira)?|(maan|dins|woens|donder|vrij|zater|zon)dag|ma|wo|vr|za|zo|明日|明後日|[月火水木金土日](曜日?)?)[\s.,]{0,2}(\d{1,2}[./]?\d{0,2}\.?)?( [a-z]{3,9}\.?)?[^a-z0-9]{0,3}$/;

/** A weekday beside the value: a forecast. "Today" and "now" are none. */
function isForecast(context: Context): boolean {
  const line = fold(context.segment?.text.slice(0, 24) ?? '')
    .replace(/-?\d+ ?°.*$/, '')
    .trim();
  const texts = context.labels
    .filter(({ from }) => ['above', 'row', 'column', 'before'].includes(from))
    .map(({ text }) => fold(text).trim());
  return [line, ...texts].some((text) => text !== '' && DAY.test(text));
}

/** Words by which a person asks for another day than today. */
const DAYS_ASKED =
  /(tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|forecast|morgen|tag |wochenende|vorhersage|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|manana|lunes|martes|miercoles|jueves|viernes|sabado|domingo|domani|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|amanha|segunda|terca|quarta|quinta|sexta|dag |明日|曜)/;

const FORECAST_ENDS = new Set(['the highest value of the day', 'the lowest value of the day']);
const COLD =
  /(^|[^a-z])(below|under|colder|cooler|less|lower|drops?|falls?|freez\w+|frost|minus|unter|kalter|weniger|sinkt|fallt|moins|froid|sous|descend|menos|baj[ae]|frio|debajo|sotto|meno|freddo|scende|abaixo|cai|onder|kouder|minder|daalt)([^a-z]|$)|下回|以下|未満|下が/;

/** Weather pages show many temperatures: the present one is meant unless the person names another. */
export function judgeQuantity(job: Job, candidate: Candidate): void {
  const { context } = candidate;
  const near = nearTexts(context);
  const prompt = fold(job.asked.question.prompt);
  const temperature = job.asked.question.property === 'temperature' || /°/.test(job.asked.question.unit ?? '');
  for (const [what, pattern, asked] of temperature ? OTHER_READINGS : []) {
    const fits = near.some((text) => pattern.test(text.trim()));
    if (!fits) continue;
    if (saysAny(job.asked, asked)) candidate.prior += 1;
    // A day to come is told by its high and its low: who waits for cold means the low, who waits for heat the high.
    else if (DAYS_ASKED.test(prompt) && FORECAST_ENDS.has(what)) {
      const means = COLD.test(prompt) ? 'the lowest value of the day' : 'the highest value of the day';
      if (what === means) candidate.prior += 0.8;
      else candidate.refusal ??= `it is ${what}`;
    } else candidate.refusal ??= `it is ${what}`;
  }
  if (temperature && isForecast(context) && !DAYS_ASKED.test(fold(job.asked.question.prompt))) {
    candidate.refusal ??= 'it is a forecast for another day';
  }
  if (
    near.some((text) =>
      /(^|[^a-z])(now|current(ly)?|aktuell|jetzt|actuel\w*|maintenant|ahora|actual|adesso|attuale|agora|atual|nu|huidige|現在)([^a-z]|$)/.test(
        text,
      ),
    )
  ) {
    candidate.prior += 0.6;
  }
  if (/^\s*(\/|[-–])\s*$/.test(context.after)) candidate.prior -= 0.2;
  if (context.labels.some(({ text }) => termScore(job, text) > 0.6)) candidate.prior += 0.2;
}
