import type { PlainTools } from '../cheap-look';
import type { EgressProxy } from '../egress/egress-proxy';
import type { BrowserPool } from './browser-pool';
import type { LookClock } from './look-end';
import type { PagePool } from './page-pool';

/** What a full look is made with. */
export interface FullLookTools {
  pool: BrowserPool;
  proxy: EgressProxy;
  pages: PagePool;
  /** The operator's proxy that this look goes through. */
  upstream?: URL | null;
  /** Waits for a turn at the host. Throws LookFailed where there is none. */
  enterHost?: (signal: AbortSignal) => Promise<void>;
  /** The load is over: others may load from the same host. */
  leaveHost?: () => void;
  clock: LookClock;
  deadlineMs: number;
  /** Bytes that one look may bring in over the network. */
  maxBytes: number;
  now: () => Date;
  virtualTime: boolean;
  /** Addresses that had to be looked at in real time before. */
  realTimePages: Set<string>;
  /** What the browser does not show as a page (JSON, PDF, feeds …) is read from its bytes, by the plain road. */
  plain: PlainTools;
}
