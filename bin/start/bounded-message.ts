import { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { mostBytes } from '@/auth/entrance/read-body';

/** So long whoever still sends can read why it was refused; what comes is thrown away. Then the line is cut. */
const LINGER_MS = 2_000;

type Destroy = IncomingMessage['_destroy'];

/**
 * A request whose body ends one byte after the most that is taken, however long it is said to be or is. Next waits for
 * the end of a body before any handler sees the request, and holds it meanwhile: so what is too much is never held, and
 * the refusal does not wait until it has all come.
 *
 * When Next gives the held body back it puts the functions of another stream on the request; the two that must stay are
 * kept here: the parser goes on calling `push`, and a client that leaves must not end as an error that nobody hears.
 */
export class BoundedMessage extends IncomingMessage {
  #size = 0;
  /** Ended here; of what still comes nothing is kept. */
  #ended = false;
  /** All of it has come. */
  #whole = false;

  constructor(socket: Socket) {
    super(socket);
    const push = this.#push.bind(this);
    let destroy: Destroy = super._destroy;
    const quietly: Destroy = (error, done) =>
      destroy.call(this, error, (failure) => done(this.listenerCount('error') > 0 ? failure : null));
    Object.defineProperties(this, {
      push: { get: () => push, set: () => undefined },
      _destroy: {
        get: () => quietly,
        set: (given: Destroy) => {
          destroy = given;
        },
      },
    });
  }

  #push(chunk: unknown, encoding?: BufferEncoding): boolean {
    if (chunk === null) this.#whole = true;
    if (this.#ended) return true;
    if (!Buffer.isBuffer(chunk)) return super.push(chunk, encoding);
    const room = mostBytes(this.url?.split('?', 1)[0] ?? '') + 1 - this.#size;
    this.#size += chunk.length;
    if (chunk.length < room) return super.push(chunk, encoding);
    this.#ended = true;
    // Else whoever ends the stream (Next, a web stream over it) would cut the line before the refusal is sent.
    this.complete = true;
    super.push(chunk.subarray(0, room), encoding);
    return super.push(null) || true;
  }

  /** To be called when the answer has been sent. */
  linger(): void {
    if (!this.#ended || this.#whole) return;
    const { socket } = this;
    setTimeout(() => this.#whole || socket.destroy(), LINGER_MS).unref();
  }
}
