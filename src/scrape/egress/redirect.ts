/**
 * The absolute address that a Location header means, as text for the gate: what it spells out itself stays as it is
 * written, so that the gate sees odd notations; only what it leaves out comes from `base`. Null when it means nothing.
 */
export function resolveLocation(location: string, base: URL): string | null {
  const text = asUtf8(location);
  // Parsers disagree about these; the gate refuses them by their raw text.
  if (text.includes('\\') || /^[a-z][a-z0-9+.-]*:/i.test(text)) return text;
  if (text.startsWith('//')) return `${base.protocol}${text}`;
  return URL.canParse(text, base.href) ? new URL(text, base).href : null;
}

/** Header text comes as Latin-1; servers send UTF-8. */
function asUtf8(latin1: string): string {
  const bytes = Buffer.from(latin1, 'latin1');
  const text = bytes.toString('utf8');
  return text.includes('\uFFFD') || bytes.toString('latin1') !== latin1 ? latin1 : text;
}

const MAX_COOKIES = 50;
const MAX_COOKIE_LENGTH = 4_096;

/**
 * The cookies of one fetch: sites that set one and send the visitor back to the same address would go round in circles
 * without. A cookie goes back to the very host that set it, and is forgotten with the fetch.
 */
export class RedirectCookies {
  private readonly byHost = new Map<string, Map<string, string>>();

  /** `setCookie`: the header's values of one response. */
  remember(url: URL, setCookie: readonly string[]): void {
    const jar = this.byHost.get(url.host) ?? new Map<string, string>();
    this.byHost.set(url.host, jar);
    for (const line of setCookie.slice(0, MAX_COOKIES)) {
      const pair = line.split(';', 1)[0] ?? '';
      const equals = pair.indexOf('=');
      const name = pair.slice(0, Math.max(equals, 0)).trim();
      if (!/^[\x21-\x7E]+$/.test(name) || pair.length > MAX_COOKIE_LENGTH || jar.size >= MAX_COOKIES) continue;
      const value = pair.slice(equals + 1).trim();
      if (/^[\x20-\x7E]*$/.test(value)) jar.set(name, value);
    }
  }

  /** The Cookie header for this address, or null. */
  headerFor(url: URL): string | null {
    const jar = this.byHost.get(url.host);
    if (!jar || jar.size === 0) return null;
    return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}
