/** One request as its sender saw it. Moments in milliseconds since the epoch. */
export interface Note {
  act: string;
  from: number;
  to: number;
  /** 0: there was no answer, or it broke off. */
  status: number;
  /** The word for programs that came with a refusal; null where none did. */
  reason: string | null;
  /** Whether the act was made to be refused like this, or may be: limits, what nobody can understand. */
  expected: boolean;
}

/** How an evaluation ended, as somebody was told who followed it. */
export interface ToldEnd {
  outcome: string | null;
  alert: boolean;
}

/** The same by REST, which names the evaluation by the moment at which it ended. */
interface RestEnd extends ToldEnd {
  monitorId: string;
  at: string;
}

/** What all clients were told, to be held against the database in the end. */
export interface Ledger {
  notes: Note[];
  /** Evaluations that were accepted, by id; null until their end was told. */
  evaluations: Map<string, ToldEnd | null>;
  restEnds: RestEnd[];
  /** Monitors that were saved from a preview: what that read is their first evaluation, without a charge. */
  saved: Set<string>;
  /** Requests for a refresh whose answer was lost, by monitor: each may have left an evaluation, or not. */
  unsure: Map<string, number>;
  /** Whether a preview or a check of an ordinary page gave its value, and how others ended. */
  outcomes: Map<string, number>;
}

export function createLedger(): Ledger {
  return { notes: [], evaluations: new Map(), restEnds: [], saved: new Set(), unsure: new Map(), outcomes: new Map() };
}

/** One more under this key. */
export function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
