import type { Failure } from '@/domain/outcome';
import { cheapLook } from '../cheap-look';
import { failureOfError, failureOfRefusal } from '../egress/network-failure';
import type { LookRequest, LookResult } from '../scraper';
import { LookFailed, race } from './look-end';
import type { FullLookTools } from './look-tools';
import { DOWNLOAD_FAILURE, navigationFailure } from './navigation-failure';
import type { OpenPage } from './open-page';

/** What the gate refused and what was a download explain an error better than the browser's own words. */
export function failureOf(error: unknown, open: OpenPage, url: string): Failure | null {
  if (error instanceof LookFailed) return error.failure;
  if (open.hasDownload()) return DOWNLOAD_FAILURE;
  const text = error instanceof Error ? error.message : '';
  if (!/net::ERR_/.test(text)) return null;
  if (/ERR_(TUNNEL|ABORTED|FAILED|PROXY|EMPTY|CONNECTION|BLOCKED)/.test(text)) {
    const refused = open.pass.refusalOf(failedUrl(text) ?? url) ?? open.pass.refusals.at(-1);
    if (refused) return failureOfRefusal({ allowed: false, ...refused });
  }
  return navigationFailure(error);
}

/** Playwright says "net::ERR_… at https://…", with the address that failed. */
function failedUrl(message: string): string | null {
  return /net::ERR_[A-Z0-9_]+ at (\S+)/.exec(message)?.[1] ?? null;
}

/** Goes to the page. A result when it is no page but a document to be read from its bytes; null to go on. */
export async function navigate(
  request: LookRequest,
  tools: FullLookTools,
  open: OpenPage,
  signal: AbortSignal,
): Promise<LookResult | null> {
  const { page } = open;
  try {
    await race(page.goto(request.url, { waitUntil: 'commit', timeout: 0 }), signal);
  } catch (error) {
    if (open.hasDownload() || (await becomesDownload(open, error))) return readOther(request, tools);
    throw error;
  }
  checkAnswer(tools, open);
  const type = await open.mainResponse()?.headerValue('content-type');
  if (type && !isPage(type)) return readOther(request, tools);
  return null;
}

/** Documents that are no pages are the same by either road. */
export async function readOther(request: LookRequest, tools: FullLookTools): Promise<LookResult> {
  tools.leaveHost?.();
  const deadlineMs = Math.max(1, Math.ceil(tools.clock.leftMs()));
  return cheapLook({ ...request, deadlineMs }, tools.plain, tools.deadlineMs);
}

/** The news of a download may come a little after the error of the navigation that it ended. */
async function becomesDownload(open: OpenPage, error: unknown): Promise<boolean> {
  if (!/ERR_ABORTED|Download is starting/.test(String(error))) return false;
  if (/Download is starting/.test(String(error))) return true;
  await new Promise((resolve) => setTimeout(resolve, 50));
  return open.hasDownload();
}

export function isPage(contentType: string): boolean {
  return /^\s*(text\/html|application\/xhtml\+xml)\b/i.test(contentType);
}

/** The gate's own answer page, or an address that is none of the web's. */
export function checkAnswer(tools: FullLookTools, open: OpenPage): void {
  const response = open.mainResponse();
  const mark = response === null ? null : tools.proxy.gateMark(response.headers());
  if (mark !== null) {
    const url = response?.url() ?? '';
    const refusal = open.pass.refusalOf(url);
    if (refusal) throw new LookFailed(failureOfRefusal({ allowed: false, ...refusal }));
    const code = open.pass.failureOf(url)?.code ?? 'EHOSTUNREACH';
    throw new LookFailed(failureOfError(Object.assign(new Error(mark), { code }), new URL(url).hostname));
  }
  const now = open.page.url();
  if (!/^https?:/.test(now) && now !== 'about:blank') {
    throw new LookFailed(
      now.startsWith('chrome-error:')
        ? navigationFailure(new Error('the browser shows its error page'))
        : failureOfRefusal({
            allowed: false,
            rule: 'scheme',
            reason: 'The page leads to an address that is not http or https.',
          }),
    );
  }
}
