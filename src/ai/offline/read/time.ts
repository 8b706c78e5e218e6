import { findClockTimes } from '@/domain/written/clock-time';
import { type Candidate, candidatesOf, type Found, type Job } from './candidates';
import { fold } from './words';

/** Every time of day on the page; the label, row or column next to it tells which one is meant. */
export function timeCandidates(job: Job): Candidate[] {
  const found = job.segments.flatMap((segment) =>
    findClockTimes(segment.text).map(
      ({ time, start, end }): Found => ({
        start: segment.start + start,
        end: segment.start + end,
        value: { type: 'string', text: time, unit: 'time' },
      }),
    ),
  );
  const candidates = candidatesOf(job, found);
  for (const candidate of candidates) judge(candidate);
  return candidates;
}

/** When the page or an entry was written, and when an office is open, are other times than the one of a thing. */
const ABOUT_PAGE =
  /(posted|published|updated|last (update|updated|modified|changed)|as of|aktualisiert|stand|veroffentlicht|mis a jour|publie|actualizado|publicado|aggiornato|pubblicato|atualizado|bijgewerkt|geplaatst|更新|掲載|投稿)\W{0,4}$/;

function judge(candidate: Candidate): void {
  const { context } = candidate;
  if (context.struck) candidate.refusal ??= 'struck through: no longer valid';
  if (ABOUT_PAGE.test(fold(context.before).slice(-40))) {
    candidate.refusal ??= 'it is when the page or entry was published or changed';
  }
  if (candidate.label < 0.28) candidate.prior -= 0.7;
  if ((context.segment?.text.length ?? 0) > 200) candidate.prior -= 0.5;
}
