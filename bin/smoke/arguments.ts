import { parseArgs } from 'node:util';

export const USAGE = `npm run smoke -- <address> [--minutes <number>] [--header "<name>: <value>"]

Tries a running app from outside: that it lives and is ready, its pages and their security headers, what its API
refuses, its contract. Where the sample shop is there (npm start), a person signs up and checks a monitor of it, too;
anywhere else nothing is written. Ends with 0, or with 1 and what is wrong.

  --minutes   once a minute for so long; it ends at the first fault
  --header    sent with each request, as often as wanted; one without a value is left out`;

export type Asked =
  | { kind: 'try'; address: string; minutes: number; headers: Record<string, string> }
  | { kind: 'help' }
  | { kind: 'wrong'; why: string };

export function readArguments(given: string[]): Asked {
  try {
    const { values, positionals } = parseArgs({
      args: given,
      allowPositionals: true,
      options: {
        help: { type: 'boolean' },
        minutes: { type: 'string', default: '0' },
        header: { type: 'string', multiple: true, default: [] },
      },
    });
    if (values.help) return { kind: 'help' };
    const [address, ...rest] = positionals;
    if (address === undefined || rest.length > 0) return { kind: 'wrong', why: 'One address is needed.' };
    if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
      return { kind: 'wrong', why: `This is no address of a site: ${address}` };
    }
    const minutes = Number(values.minutes);
    if (!(minutes >= 0 && minutes <= 24 * 60)) return { kind: 'wrong', why: '--minutes is a number from 0 to 1440.' };
    return { kind: 'try', address: new URL(address).origin, minutes, headers: readHeaders(values.header) };
  } catch (error) {
    return { kind: 'wrong', why: error instanceof Error ? error.message : String(error) };
  }
}

function readHeaders(lines: string[]): Record<string, string> {
  const entries = lines.map((line) => {
    const [name = '', ...value] = line.split(':');
    if (!/^[\w-]+$/.test(name)) throw new Error('--header is a name, a colon and a value.');
    return [name, value.join(':').trim()] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}
