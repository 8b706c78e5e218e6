import type { Candidate, Job } from './candidates';
import { anyWithin, offsetsOf } from './page-index';
import { isHeaderRow, isOwnName, nameParts, type Parts, STATE } from './siblings';
import { wordsOf } from './words';

/**
 * "The adult day ticket": where a row or card is named by more of what the person said than the value's own, and has no
 * value now ("sold out"), the value of the one beside it is not the answer. Needs all candidates of the page.
 */
export function refuseValueless(job: Job, candidates: Candidate[]): void {
  const said = saidWords(job);
  if (said.length === 0 || candidates.length > 400) return;
  const parts = nameParts(job.page, said);
  if (parts.size === 0) return;
  const open = candidates.filter(({ refusal }) => refusal === null);
  for (const candidate of open) {
    const name = namedWithout(job, parts, said, candidate, open);
    if (name !== null) candidate.refusal = `"${name.trim().slice(0, 60)}" is meant, and it shows no value`;
  }
}

interface Said {
  offsets: number[];
}

/** Words of the prompt and of the item that stand on the page, without those of the property and of states. */
function saidWords({ asked, page, places }: Job): Said[] {
  const labels = new Set(asked.labels.flatMap((label) => wordsOf(label).map(({ stem }) => stem)));
  const hints = [...asked.hints].filter((hint) => hint.length >= 3 && !labels.has(hint) && !STATE.test(hint));
  const ofItem = places.words.filter(({ word }) => word.weight >= 1).map(({ offsets }) => ({ offsets }));
  return [...hints.map((hint) => ({ offsets: offsetsOf(page, hint) })), ...ofItem].filter(
    ({ offsets }) => offsets.length > 0 && offsets.length <= 60,
  );
}

function namedWithout(
  job: Job,
  parts: Parts<Said>,
  said: Said[],
  { binding, span }: Candidate,
  open: Candidate[],
): string | null {
  const { page } = job;
  for (let entry = binding.entry, depth = 0; entry >= 0 && depth < 3; depth++) {
    const node = page.nodes[entry];
    const named = parts.get(node?.parent ?? -1);
    if (node !== undefined && named !== undefined && isOwnName(job, page.text.slice(node.start, span.start))) {
      const own = said.filter(({ offsets }) => anyWithin(offsets, node));
      for (const [other, words] of named) {
        const beside = page.nodes[other];
        if (other === entry || beside === undefined || beside.tag !== node.tag || isHeaderRow(job, other)) continue;
        if (words.size <= own.length || !own.every((word) => words.has(word))) continue;
        const hasValue = open.some((one) => one.span.start >= beside.start && one.span.end <= beside.end);
        if (!hasValue) return page.text.slice(beside.start, beside.end);
      }
    }
    entry = page.entries[node?.parent ?? -1] ?? -1;
  }
  return null;
}
