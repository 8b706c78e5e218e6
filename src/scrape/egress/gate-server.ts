import http, { type IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { RequestError, Server } from 'proxy-chain';

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
