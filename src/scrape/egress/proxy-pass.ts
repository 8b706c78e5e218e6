import { randomBytes } from 'node:crypto';
import http, { type IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { RequestError, Server } from 'proxy-chain';
import type { GateRule } from './gate';

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

/** Of an answer, as on the plain road. */
const MAX_HEAD_BYTES = 65_536;

/**
 * proxy-chain's server, with one difference: a tunnel is spliced to the socket that `prepareRequestFunction` opened to
 * a checked address (given as `customTag`). The original would connect by itself, by name, and keep failures quiet.
 */
export class GateServer extends Server {
  constructor() {
    super({ port: 0, host: '127.0.0.1', authRealm: 'monitors' });
  }

  override async onConnect(request: IncomingMessage, source: Socket, head: Buffer): Promise<void> {
    try {
      const { customTag: target } = await this.prepareRequestHandling(request);
      if (!(target instanceof Socket)) throw new RequestError('No checked connection', 500);
      if (head.length > 0) source.unshift(head);
      source.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      splice(source, target);
    } catch (error) {
      this.failRequest(request, this.normalizeHandlerError(error instanceof Error ? error : new Error(String(error))));
    }
  }
}

/** Carries bytes both ways; when either side is gone, so is the other. */
function splice(source: Socket, target: Socket): void {
  source.on('error', () => target.destroy());
  target.on('error', () => source.destroy());
  source.on('close', () => target.destroy());
  target.on('close', () => source.destroySoon());
  if (source.destroyed) {
    target.destroy();
    return;
  }
  source.pipe(target);
  target.pipe(source);
}

/** Gives one request the one socket that was opened for it. */
export class OneSocketAgent extends http.Agent {
  constructor(private readonly socket: Socket) {
    super({ keepAlive: false });
  }

  override createConnection(): Duplex {
    return this.socket;
  }

  /** Called by every request of this agent. Some sites send more cookies and policies than Node's 16 KB allow. */
  addRequest(request: http.ClientRequest & { maxHeaderSize?: number }, options: object): void {
    request.maxHeaderSize = MAX_HEAD_BYTES;
    // @ts-expect-error: Node's agents have it, its types do not say so.
    super.addRequest(request, options);
  }
}
