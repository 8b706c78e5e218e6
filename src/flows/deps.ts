import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { Readers } from '@/ai/reader';
import type { DB } from '@/db/types';
import type { Origin } from '@/domain/account/audit';
import type { MailTransport } from '@/mail/transport';
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
  /** A SearXNG endpoint that may propose sources; none is asked where it is not set. */
  searchUrl?: string | undefined;
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
  settings: Settings;
  /** From where the request came that is being carried out; absent for the app's own work. For the audit. */
  origin?: Origin | undefined;
}
