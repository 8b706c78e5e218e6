import type { Candidate, Job } from './candidates';
import { columnHeaders } from './tables';
import { fold } from './words';

const TIME_TERM =
  /(?<![\d.,])(\d{1,3})[- ]?(years?|yr|y|months?|mo|weeks?|days?|nights?|jahre?n?|jahrig\w*|monate?n?|tage?n?|wochen?|ans?|annees?|mois|jours?|anos?|meses|mes|dias?|anni|anno|mesi|giorni|jaar|maanden|dagen)(?![a-z])|(\d{1,3}) ?(年|か月|ヶ月|日間)/g;

/** "5-year fixed", "10 Jahre": terms that tell one product of a table from the next; their numbers alone tell nothing. */
function termsOfTime(text: string): Set<string> {
  return new Set(
    [...fold(text).matchAll(TIME_TERM)].map(
      ([, number, unit, cjk, sign]) => `${number ?? cjk} ${(unit ?? sign ?? '').slice(0, 2)}`,
    ),
  );
}

/** Which candidates stand in a line or row with the very term of the prompt: "5-year fixed" beside "10-year fixed". */
export function askedTerms(job: Job, candidates: Candidate[]): boolean[] {
  const asked = termsOfTime(job.asked.question.prompt);
  if (asked.size === 0 || candidates.length < 2 || candidates.length > 400) return [];
  return candidates.map(({ context: { cell, segment } }) => {
    const near = cell === null ? segment : (job.page.nodes[cell.row.node] ?? segment);
    if (near === null) return false;
    // Two rows of heads: "5-year fixed" over "Rate" and "Fee".
    const heads = cell === null ? [] : columnHeaders(cell);
    const texts = [near, ...heads].map(({ start, end }) => job.page.text.slice(start, Math.min(end, start + 400)));
    const said = termsOfTime(texts.join(' · '));
    return [...asked].every((term) => said.has(term));
  });
}
