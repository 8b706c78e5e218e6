import type { Question, Reading } from '@/domain/contract/reading';
import type { Snapshot } from '@/domain/snapshot';
import { anyOfSeveral, availabilityCandidates } from './availability';
import { type Candidate, type Job, startJob } from './candidates';
import { dateCandidates } from './date';
import { emptyList, unsettledDate } from './empty';
import { readEntries } from './entries';
import { moneyCandidates } from './money';
import { numberCandidates } from './number';
import { readPage } from './page';
import { readPresence } from './presence';
import { decide, itemMissing } from './rank';
import { refuseReferences } from './reference';
import { textCandidates } from './text';
import { timeCandidates } from './time';
import { refuseValueless } from './valueless';
import { versionCandidates } from './version';

/**
 * Reads one fact from a snapshot by rules alone: no network, no clock but `now` (for relative dates), no randomness.
 * Never throws for what a page holds. The answer is a proposal until `verifyReading` has checked it.
 */
export function readOffline(question: Question, snapshot: Snapshot, now: Date): Reading {
  const job = startJob(question, snapshot, now);
  const reading = readJob(job);
  const { cut } = job.kept;
  return cut === null ? reading : { ...reading, cut };
}

function readJob(job: Job): Reading {
  if (job.asked.kind === 'entries') return readEntries(job);
  if (job.asked.kind === 'page') return readPage(job);
  if (job.asked.kind === 'presence') return readPresence(job);
  const all = collect(job);
  refuseValueless(job, all);
  return conclude(job, all);
}

/**
 * All values of the wanted type on the page, in page order, each judged by its surroundings. Reading, recipe and proof
 * ask for them one after the other: they are found once, and each gets its own copies to judge further.
 */
export function collect(job: Job): Candidate[] {
  const day = job.now.toISOString();
  const moment = job.asked.kind === 'date' ? day : day.slice(0, 10);
  if (job.kept.candidates?.moment !== moment) job.kept.candidates = { moment, all: find(job) };
  return job.kept.candidates.all.map((candidate) => ({ ...candidate }));
}

function find(job: Job): Candidate[] {
  switch (job.asked.kind) {
    case 'money':
      return moneyCandidates(job);
    case 'availability':
      return availabilityCandidates(job);
    case 'date':
      return dateCandidates(job);
    case 'time':
      return timeCandidates(job);
    case 'version':
      return versionCandidates(job);
    case 'text':
      return textCandidates(job);
    default:
      return numberCandidates(job);
  }
}

const NOTHING: Record<string, string> = {
  money: 'No price of the item stands on the page.',
  availability: 'The page does not say whether it can be had.',
  date: 'No date on the page is the one that was asked for.',
  time: 'No time of day on the page is the one that was asked for.',
  version: 'No release number of the item stands on the page.',
};

/** Decides between the candidates. Releases stand in an order, so the first in rank is the answer there. */
export function conclude(job: Job, candidates: Candidate[]): Reading {
  refuseReferences(job, candidates);
  const { kind, question } = job.asked;
  const nothing = NOTHING[kind] ?? `Nothing on the page is labelled "${question.property}".`;
  const reading = decide(job, candidates, nothing, kind === 'version' ? 0 : undefined);
  if (reading.found === 'ambiguous' && kind === 'availability') return anyOfSeveral(job, candidates) ?? reading;
  if (reading.found === 'missing' && (kind === 'count' || kind === 'date') && itemMissing(job) === null) {
    const unsettled = kind === 'date' ? unsettledDate(job, reading.refused) : null;
    return unsettled ?? emptyList(job, reading.refused) ?? reading;
  }
  return reading;
}
