import type { EgressProxy } from '../egress/egress-proxy';
import type { PassOptions } from '../egress/proxy-pass';
import type { LookRequest, SourceLocale } from '../scraper';
import type { Lease } from './browser-pool';
import { dress, type OpenPage, openPage } from './open-page';

const DEFAULT: SourceLocale = { locale: 'en-US', timeZone: 'America/New_York' };
/** A spare that nobody wants is memory for nothing. */
const KEEP_MS = 60_000;

/** Keeps one unused page ready, since opening a process for it is half of the time of a look. */
export interface PagePool {
  take(lease: Lease, request: LookRequest, options: PassOptions): Promise<OpenPage>;
  /** Opens the next one while the present look is waiting for its site. */
  refill(lease: Lease, request: LookRequest, options: PassOptions): void;
  close(): Promise<void>;
}

interface Spare {
  key: string;
  page: Promise<OpenPage>;
  timer: NodeJS.Timeout;
}

/** Every page is given out once: what a look leaves behind goes with its context. */
export function createPagePool(proxy: EgressProxy): PagePool {
  let spare: Spare | null = null;
  const drop = async (one: Spare) => {
    clearTimeout(one.timer);
    if (spare === one) spare = null;
    await one.page.then((page) => page.close()).catch(() => undefined);
  };
  return {
    take: async (lease, request, options) => {
      const open =
        (await fromStock(lease, request, options)) ?? (await openPage(lease, proxy, localeOf(request), options));
      await dress(open, lease.browser, request);
      return open;
    },
    refill: (lease, request, options) => {
      if (spare !== null || lease.remote || options.upstream) return;
      const page = openPage(lease, proxy, localeOf(request), options);
      page.catch(() => undefined);
      const made: Spare = { key: keyOf(lease, request), page, timer: setTimeout(() => void drop(made), KEEP_MS) };
      made.timer.unref();
      spare = made;
    },
    close: async () => {
      if (spare !== null) await drop(spare);
    },
  };

  async function fromStock(lease: Lease, request: LookRequest, options: PassOptions): Promise<OpenPage | null> {
    const one = spare;
    if (one === null || options.upstream) return null;
    if (one.key !== keyOf(lease, request)) {
      void drop(one);
      return null;
    }
    spare = null;
    clearTimeout(one.timer);
    const page = await one.page.catch(() => null);
    return page === null || page.hasCrashed() || page.page.isClosed() ? null : page;
  }
}

function localeOf(request: LookRequest): SourceLocale {
  return request.sourceLocale ?? DEFAULT;
}

function keyOf(lease: Lease, request: LookRequest): string {
  const { locale, timeZone } = localeOf(request);
  return `${lease.generation} ${locale} ${timeZone}`;
}
