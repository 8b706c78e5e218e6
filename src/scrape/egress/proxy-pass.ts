import { randomBytes } from 'node:crypto';
import type { GateRule } from './gate';
import type { GateServer } from './gate-server';

export interface PassOptions {
  /** An http(s) proxy of the operator's that the requests of this pass go through; checked addresses all the same. */
  upstream?: URL | null;
  /** Bytes that all connections of the pass may bring in; beyond it they are cut and nothing more is let through. */
  maxBytes?: number;
}

/** A request that the gate refused (`rule` "dns": the name did not resolve). */
interface PassRefusal {
  /** As in a URL: lower case, IPv6 in brackets. */
  host: string;
  port: number;
  rule: GateRule;
  reason: string;
}

/** A connection that was allowed and could not be made. */
interface PassFailure {
  host: string;
  port: number;
  /** Node's error code, or EUPSTREAM. */
  code: string;
}

/** The credentials of one look and what happened under them. */
export interface ProxyPass {
  readonly username: string;
  readonly password: string;
  readonly refusals: readonly PassRefusal[];
  readonly failures: readonly PassFailure[];
  /** The last refusal of this URL's host and port, or null. */
  refusalOf(url: string): PassRefusal | null;
  /** The last failure to connect to this URL's host and port, or null. */
  failureOf(url: string): PassFailure | null;
  /** Bytes from and to the network so far, as they came over the wire. */
  bytes(): { down: number; up: number };
  isOverCap(): boolean;
  /** Ends its connections; its credentials are worth nothing from then on. */
  close(): void;
}

/** The proxy's own view of a pass. */
export interface PassState extends ProxyPass {
  readonly upstream: URL | null;
  noteRefusal(refusal: PassRefusal): void;
  noteFailure(failure: PassFailure): void;
  own(connectionId: number): void;
  forget(connectionId: number, last: { down: number; up: number }): void;
  enforceCap(): void;
}

/** A page cannot make the lists grow without end. */
const MAX_NOTES = 500;

export function createPass(
  server: GateServer,
  passes: Map<string, PassState>,
  { upstream = null, maxBytes = Number.POSITIVE_INFINITY }: PassOptions,
): PassState {
  const open = new Set<number>();
  const ended = { down: 0, up: 0 };
  const refusals: PassRefusal[] = [];
  const failures: PassFailure[] = [];
  let overCap = false;
  const pass: PassState = {
    username: randomBytes(9).toString('hex'),
    password: randomBytes(24).toString('hex'),
    upstream,
    refusals,
    failures,
    refusalOf: (url) => lastOf(refusals, url),
    failureOf: (url) => lastOf(failures, url),
    bytes: () => sum(server, open, ended),
    isOverCap: () => overCap,
    noteRefusal: (refusal) => note(refusals, refusal),
    noteFailure: (failure) => note(failures, failure),
    own: (id) => open.add(id),
    forget: (id, last) => {
      if (!open.delete(id)) return;
      ended.down += last.down;
      ended.up += last.up;
    },
    enforceCap: () => {
      if (overCap || pass.bytes().down <= maxBytes) return;
      overCap = true;
      for (const id of open) server.closeConnection(id);
    },
    close: () => {
      passes.delete(pass.username);
      for (const id of open) server.closeConnection(id);
    },
  };
  passes.set(pass.username, pass);
  return pass;
}

/** The browser's side of a connection receives what the network sent, and the other way round. */
function sum(server: GateServer, open: Set<number>, ended: { down: number; up: number }) {
  let { down, up } = ended;
  for (const id of open) {
    const stats = server.getConnectionStats(id);
    down += stats?.srcTxBytes ?? 0;
    up += stats?.srcRxBytes ?? 0;
  }
  return { down, up };
}

function lastOf<T extends { host: string; port: number }>(notes: readonly T[], text: string): T | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const port = Number(url.port) || (url.protocol === 'https:' || url.protocol === 'wss:' ? 443 : 80);
  return notes.findLast((note) => note.host === url.hostname && note.port === port) ?? null;
}

function note<T>(notes: T[], item: T): void {
  if (notes.length >= MAX_NOTES) notes.shift();
  notes.push(item);
}
