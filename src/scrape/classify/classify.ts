import type { Failure } from '@/domain/outcome';
import { type PageFacts, type PageShape, shapeOf } from './page-shape';
import { CHALLENGE_MARKS } from './signals/challenge-marks';
import { CLOSED_SIGNALS } from './signals/closed';
import { ERROR_SIGNALS } from './signals/errors';
import { LOGIN_DEMAND, LOGIN_HOST, LOGIN_NAME, LOGIN_PATH } from './signals/login';
import { MISSING_SIGNALS } from './signals/missing';
import { NO_SITE_SIGNALS } from './signals/no-site';
import { REASONS, type Reason } from './signals/reasons';
import { NEEDS_SCRIPTS, WAITING } from './signals/shell';
import { ENOUGH, type Signal } from './signals/signal';
import { failureOfStatus, parseRetryAfter } from './signals/status';
import { WALL_SIGNALS } from './signals/walls';
import { WALL_SIGNALS_ELSEWHERE } from './signals/walls-elsewhere';

/** A notice of at most this length can be a wall; longer texts are content that may speak of walls. */
const MAX_NOTICE = 3_000;
const MAX_NOTICE_LINKS = 40;
const MAX_NOTICE_PARAGRAPHS = 3;

const WALLS = [...CHALLENGE_MARKS, ...WALL_SIGNALS, ...WALL_SIGNALS_ELSEWHERE];
const CLOSED = [...CLOSED_SIGNALS, ...ERROR_SIGNALS, ...NO_SITE_SIGNALS, ...MISSING_SIGNALS];

/**
 * The failure that this answer is, or null where it is a page that can be read. Pure. By order: what the status says
 * for certain, walls, logins, what the status makes likely, then the pages that fail with status 200.
 */
export function classify(page: PageFacts): Failure | null {
  const failure = failureOf(page);
  if (failure === null) return null;
  const wait = parseRetryAfter(page.headers['retry-after'], new Date(page.loadedAt));
  return wait === undefined ? failure : { ...failure, retryAfterMs: wait };
}

function failureOf(page: PageFacts): Failure | null {
  const byStatus = failureOfStatus(page.status);
  if (byStatus?.outcome === 'not_found' || page.status === 451) return byStatus;
  const shape = shapeOf(page, byStatus !== null || page.text.length <= MAX_NOTICE);
  const isError = byStatus !== null;
  const wall = strongest(WALLS, shape, isError);
  const closed = page.document === null ? null : strongest(CLOSED, shape, false);
  // "Even geduld" over a note of maintenance: a title that only asks to wait leaves the reason to the text.
  const asksToWait = wall?.detail === 'title-moment' && closed !== null;
  if (wall !== null && !asksToWait) return told(wall.reason, wall.detail, page.status);
  if (page.status === 403 && isLoginPage(page, shape)) return told('login', 'login page', page.status);
  if (byStatus !== null) return byStatus;
  if (closed !== null) return told(closed.reason, closed.detail, page.status);
  if (isLoginPage(page, shape)) return told('login', 'login page', page.status);
  return emptyFailure(page, shape);
}

interface Found {
  reason: Reason;
  detail: string;
}

/** The reason with the most points, if they are enough. A status that already says "error" makes long pages count. */
function strongest(signals: Signal[], shape: PageShape, isError: boolean): Found | null {
  const points = new Map<Reason, { sum: number; ids: string[] }>();
  const isNotice = isError || looksLikeNotice(shape);
  for (const signal of signals) {
    if (!(isNotice || countsAnyway(signal, shape)) || !holds(signal, shape)) continue;
    const so = points.get(signal.reason) ?? { sum: 0, ids: [] };
    points.set(signal.reason, { sum: so.sum + signal.points, ids: [...so.ids, signal.id] });
  }
  const [best] = [...points].sort(([, one], [, other]) => other.sum - one.sum);
  if (best === undefined || best[1].sum < ENOUGH) return null;
  return { reason: best[0], detail: best[1].ids.join(' ') };
}

/** What a service says of itself in a header needs no further look at the page. */
function countsAnyway(signal: Signal, shape: PageShape): boolean {
  if (signal.where === 'header') return true;
  return signal.alsoOnLongPages === true && shape.paragraphs < MAX_NOTICE_PARAGRAPHS && !shape.hasContent;
}

function looksLikeNotice(shape: PageShape): boolean {
  return (
    shape.text.length <= MAX_NOTICE &&
    shape.links <= MAX_NOTICE_LINKS &&
    shape.paragraphs < MAX_NOTICE_PARAGRAPHS &&
    !shape.hasContent
  );
}

function holds({ where, pattern, maxText, notBesidePrices }: Signal, shape: PageShape): boolean {
  if (maxText !== undefined && shape.text.length > maxText) return false;
  if (notBesidePrices && shape.showsPrice) return false;
  switch (where) {
    case 'title':
      return shape.titles.some((part) => pattern.test(part));
    case 'whole-title':
      return pattern.test(shape.titles[0] ?? '');
    case 'heading':
      return shape.headings.some((heading) => pattern.test(heading));
    case 'text':
      return pattern.test(shape.text.slice(0, MAX_NOTICE));
    case 'marker':
      return pattern.test(shape.marks);
    case 'header':
      return shape.headers.some((header) => pattern.test(header));
  }
}

function emptyFailure({ text, document, status }: PageFacts, shape: PageShape): Failure | null {
  const shown = shape.text.trim();
  const saysNothing = document === null ? shown === '' : !/[\p{L}\p{N}]/u.test(shown);
  if (saysNothing) return told(hasScripts(shape) ? 'shell' : 'no_text', `${text.length} characters`, status);
  if (document === null) return null;
  // A page with a heading of its own has content, and may speak of scripts.
  const asks = shown.length <= 300 && NEEDS_SCRIPTS.test(shown);
  const isShell = WAITING.test(shown.slice(0, 200)) || (asks && shape.headings.every((one) => NEEDS_SCRIPTS.test(one)));
  return isShell ? told('shell', 'script shell', status) : null;
}

function hasScripts(shape: PageShape): boolean {
  return /\.m?js(?:\?|$)/m.test(shape.marks);
}

function told(reason: Reason, detail: string, status: number): Failure {
  return { ...REASONS[reason], detail: `${reason}: ${detail} (status ${status})`.slice(0, 200) };
}

/** A page that shows little but its login form has at most this much text. */
const MAX_LOGIN_TEXT = 2_500;
const MAX_DEMAND_TEXT = 700;

/**
 * Whether signing in is all that the page offers: a password field as its main content under such a name or at such
 * an address, a redirect to a sign-in address, or a short demand. A login box beside content is none of these.
 */
function isLoginPage(page: PageFacts, shape: PageShape): boolean {
  if (page.document === null || shape.hasContent || shape.text.length > MAX_LOGIN_TEXT || shape.paragraphs > 2)
    return false;
  const named = [...shape.titles, ...shape.headings].some((name) => LOGIN_NAME.test(name));
  const sentThere = wasSentToLogin(page);
  const { passwords, fields } = shape.forms;
  if (passwords > 0 && passwords <= 2 && (named || sentThere || atLoginAddress(page.finalUrl))) return true;
  // Many ask for the address first and for the password on the next page.
  if (sentThere && (fields > 0 || named)) return true;
  // Help that answers how to sign in has more to say than the demand.
  const isHelp = passwords === 0 && shape.headings.some((one) => /\?$|^(?:how|wie|comment|cómo|come|hoe) /.test(one));
  const demands = !isHelp && shape.text.length <= MAX_DEMAND_TEXT && LOGIN_DEMAND.test(shape.text);
  return demands && (named || passwords > 0 || shape.links <= 12);
}

function atLoginAddress(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && (LOGIN_PATH.test(parsed.pathname) || LOGIN_HOST.test(parsed.hostname));
}

function wasSentToLogin(page: PageFacts): boolean {
  return atLoginAddress(page.finalUrl) && !atLoginAddress(page.requestedUrl);
}
