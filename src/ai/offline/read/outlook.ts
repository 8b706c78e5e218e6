import type { Candidate, Job } from './candidates';
import { headingChain } from './heading-chain';
import { fold } from './words';

/** A value that is foretold, in the eight languages. */
const OUTLOOK =
  /(^|[^a-z])(tomorrow|forecasts?|outlook|predicted|next (few |\d+ )?(hours?|days?|week)|coming (hours|days)|\w*vorhersage|prognose|morgen|ubermorgen|(nachste|kommende)n? (stunden|tage)|previsions?|demain|(prochaine?s?) (heures|jours)|prevision(es)?|pronosticos?|manana|proxim[oa]s (horas|dias)|previsioni?|domani|dopodomani|prossim[ei] (ore|giorni)|previsao|previsoes|amanha|verwachting\w*|voorspelling|(komende|volgende) (uren|dagen))([^a-z]|$)|明日|明後日|予報|予測|今後/;
const CLOCK = /^(?:\d{1,2}[:.h]\d{2}(?: ?[ap]m| ?uhr)?|\d{1,2} ?(?:[ap]m|uhr|h|時))$/;

/**
 * "Gusts 64" on a card, over a table of the hours to come: what is measured now answers, where the page says it.
 * A page that holds nothing but a forecast keeps all its values.
 */
export function preferPresent(job: Job, candidates: Candidate[]): void {
  if (!['number', 'quantity'].includes(job.asked.kind)) return;
  const prompt = fold(job.asked.question.prompt);
  if (OUTLOOK.test(prompt) || /\d[:h]\d\d/.test(prompt)) return;
  const open = candidates.filter(({ refusal }) => refusal === null);
  const foretold = open.filter((one) => isForetold(job, one));
  const present = open.filter((one) => !foretold.includes(one) && one.label >= 0.28 && one.binding.score >= 0.5);
  if (present.length === 0) return;
  for (const one of foretold) one.refusal = 'it is foretold for another time';
}

function isForetold(job: Job, { context, span }: Candidate): boolean {
  const labels = context.labels
    .filter(({ from }) => from !== 'names' && from !== 'after' && from !== 'below')
    .map(({ text }) => fold(text).trim());
  if (labels.some((text) => text.length <= 90 && OUTLOOK.test(text))) return true;
  if (context.labels.some(({ from, text }) => (from === 'column' || from === 'row') && CLOCK.test(fold(text).trim())))
    return true;
  const line = fold(job.page.text.slice(Math.max(context.segment?.start ?? 0, span.start - 120), span.start));
  if (OUTLOOK.test(line.split(/[.!?;]\s/).at(-1) ?? '')) return true;
  const over = headingChain(job.page, span.start).filter(({ level }) => level > 1);
  return over.some((head) => OUTLOOK.test(fold(job.page.text.slice(head.start, head.end))));
}
