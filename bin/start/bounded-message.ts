import { IncomingMessage } from 'node:http';
import { mostBytes } from '@/auth/entrance/read-body';

/** What is thrown away of a body that was refused, so that whoever still sends can read why; then the line is cut. */
const MOST_IGNORED = 2 * 1_024 * 1_024;

/**
 * A request whose body ends one byte after the most that is taken, however long it is said to be or is. Next waits for
 * the end of a body before any handler sees the request, and holds it meanwhile: so what is too much is never held, and
 * the refusal does not wait until it has all come.
 */
export class BoundedMessage extends IncomingMessage {
  #size = 0;
  #ended = false;

  override push(chunk: unknown, encoding?: BufferEncoding): boolean {
    if (this.#ended) return this.#ignore(chunk);
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

  #ignore(chunk: unknown): boolean {
    if (Buffer.isBuffer(chunk)) this.#size += chunk.length;
    if (this.#size > MOST_IGNORED) this.socket.destroy();
    return true;
  }
}
