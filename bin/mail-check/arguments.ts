import { parseArgs } from 'node:util';
import { SELECTORS, type SenderDomain } from './check-domain';
import { readDomain } from './domain-name';
import { shown } from './finding';

export const USAGE = `npm run mail:check -- [example.com] [--return-path em1234] [--selector s1] [--signed-by …]
Asks DNS what receivers ask about emails that SendGrid sends for a domain (or for that of an address, --from): SPF,
return path, DKIM, DMARC, MX. Without one: the domain of FROM_EMAIL.
  --return-path  the name that bounces go to, as SendGrid shows it under Settings → Sender Authentication
  --selector     a selector of DKIM, several times for several; without it s1 and s2, SendGrid's own
  --signed-by    the domain that is authenticated at SendGrid, where it is not the very one that emails come from
Ends with 0 when all that is required is well, with 1 when something is missing or could not be asked, with 2 when
it was not called right.`;

export type Asked = { kind: 'check'; sender: SenderDomain } | { kind: 'help' } | { kind: 'wrong'; why: string };

/** What the words of the command line ask for; `fromSetting` gives the address of FROM_EMAIL, or null. */
export function readArguments(words: readonly string[], fromSetting: () => string | null): Asked {
  const parsed = parse(words);
  if (typeof parsed === 'string') return wrong(parsed);
  const { values, positionals } = parsed;
  if (values.help) return { kind: 'help' };
  const [written, ...others] = [...positionals, ...(values.from === undefined ? [] : [values.from])];
  if (others.length > 0) return wrong('One domain at a time.');
  const named = written ?? fromSetting();
  if (named === null) return wrong('FROM_EMAIL is not set: name a domain.');
  const domain = readDomain(named);
  if (!domain.ok) return wrong(domain.why);
  const signedBy = values['signed-by'] === undefined ? domain : readDomain(values['signed-by']);
  if (!signedBy.ok) return wrong(`--signed-by: ${signedBy.why}`);
  const selectors = [...new Set(values.selector ?? SELECTORS)];
  const bad = selectors.find((selector) => !/^[a-z\d](?:[a-z\d_.-]{0,60}[a-z\d])?$/i.test(selector));
  if (bad !== undefined) return wrong(`--selector: "${shown(bad, 60)}" is no selector.`);
  const returnPath = readReturnPath(values['return-path'], signedBy.name);
  if (returnPath === undefined) return wrong('--return-path: write a name like em1234, or em1234.example.com.');
  return { kind: 'check', sender: { domain: domain.name, signedBy: signedBy.name, selectors, returnPath } };
}

function wrong(why: string): Asked {
  return { kind: 'wrong', why };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        from: { type: 'string' },
        selector: { type: 'string', multiple: true },
        'return-path': { type: 'string' },
        'signed-by': { type: 'string' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    return shown(error instanceof Error ? error.message : String(error), 200);
  }
}

/** The full name of the return path; null where none is named, undefined where it is no name. */
function readReturnPath(written: string | undefined, domain: string): string | null | undefined {
  if (written === undefined) return null;
  const full = readDomain(written.includes('.') ? written : `${written}.${domain}`);
  return full.ok ? full.name : undefined;
}
