import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { Readers } from '@/ai/reader';
import type { ArchivePlace } from '@/archive/archive-place';
import type { DB } from '@/db/types';
import type { Origin } from '@/domain/account/audit';
import type { MailTransport } from '@/mail/transport';
import type { OperatorChannels } from '@/ops/channels/channel';
import type { EvaluationQueue } from '@/queue/evaluation-queue';
import type { Scraper } from '@/scrape/scraper';
import type { PreviewTurns } from './monitors/preview-turns';

/** What may differ between installations, as flows need it. */
interface Settings {
  /** Where people open the app, without a trailing slash. */
  appUrl: string;
  /** Least milliseconds between two refreshes of one monitor. */
  refreshIntervalMs: number;
  /** A person's refreshes a UTC day. */
  refreshesPerDay: number;
  /** Most milliseconds one evaluation may take, all its looks and readings together. */
  evaluationDeadlineMs: number;
  /** Milliseconds after which an evaluation whose worker is silent counts as abandoned. */
  leaseMs: number;
  /** Milliseconds in which the mail service tells of an email whose answer was not seen; 0 where it tells nothing. */
  confirmEmailMs: number;
  /** A SearXNG endpoint that may propose sources; none is asked where it is not set. */
  searchUrl?: string | undefined;
}

interface Visitors {
  /** Our own reader alone: a stranger's try asks no model. */
  readers: Readers;
  /** One line for all of them together. */
  turns: PreviewTurns;
  /** Where the sample shop is. */
  origin: string;
}

/** Everything a flow may use of the outside. A flow takes `Pick<Deps, …>`: tests hand in just that. */
export interface Deps {
  db: Kysely<DB>;
  now: () => Date;
  log: Logger;
  scraper: Scraper;
  /** Asks the search endpoint of the settings, and nothing else; absent where none is set. */
  searchScraper?: Scraper | undefined;
  readers: Readers;
  mail: MailTransport;
  queue: EvaluationQueue;
  /** Tells the loop that sends mails that one was written; null where none runs: whoever has time sends them. */
  wakeMail: (() => void) | null;
  previewTurns: PreviewTurns;
  /** For those without an account, who try the sample shop; absent where there is none. */
  visitors?: Visitors | undefined;
  /** By which operators are told besides email; absent where none is set up. */
  operators?: OperatorChannels | undefined;
  settings: Settings;
  /** Where months are archived before they leave, and for how many days; absent where the settings name no place. */
  archive?: { place: ArchivePlace; keptDays: number } | undefined;
  /** From where the request came that is being carried out; absent for the app's own work. For the audit. */
  origin?: Origin | undefined;
}
