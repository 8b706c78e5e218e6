import { termAndDescription } from './binding';
import type { Candidate, Job } from './candidates';
import { stemsOf } from './words';

/** How many words of the prompt stand in a candidate's own line, row or entry, and not in all the others'. */
export function hintedWords(job: Job, candidates: Candidate[]): number[] {
  // Words of availability and status are the condition itself, not the variant.
  if (candidates.length < 2 || candidates.length > 400 || ['availability', 'text'].includes(job.asked.kind)) return [];
  const said = candidates.map((candidate) => {
    const { segment, cell, node } = candidate.context;
    const entry = job.page.nodes[candidate.binding.entry];
    const termed = termAndDescription(job.page, node);
    const near =
      termed ??
      (entry !== undefined && entry.end - entry.start <= 400
        ? entry
        : (job.page.nodes[cell?.row.node ?? -1] ?? segment));
    const words =
      near === null
        ? new Set<string>()
        : stemsOf(job.page.text.slice(near.start, Math.min(near.end, near.start + 400)));
    return [...job.asked.hints].filter((hint) => words.has(hint));
  });
  const counts = new Map<string, number>();
  for (const hint of said.flat()) counts.set(hint, (counts.get(hint) ?? 0) + 1);
  return said.map((hints) => hints.filter((hint) => (counts.get(hint) ?? 0) < candidates.length).length);
}
