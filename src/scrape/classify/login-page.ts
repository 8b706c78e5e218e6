import type { PageFacts } from './page-facts';
import type { PageShape } from './page-shape';
import { LOGIN_DEMAND, LOGIN_HOST, LOGIN_NAME, LOGIN_PATH } from './signals/login';

/** A page that shows little but its login form has at most this much text. */
const MAX_LOGIN_TEXT = 2_500;
const MAX_DEMAND_TEXT = 700;

/**
 * Whether signing in is all that the page offers: a password field as its main content under such a name or at such
 * an address, a redirect to a sign-in address, or a short demand. A login box beside content is none of these.
 */
export function isLoginPage(page: PageFacts, shape: PageShape): boolean {
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
