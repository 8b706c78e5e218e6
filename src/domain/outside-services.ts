import { z } from 'zod';

/** An http(s) address that passes `test`; what is none at all is given to no test. */
const address = (test: (url: URL) => boolean) =>
  z.string().refine((text) => {
    const url = URL.parse(text);
    return url !== null && /^https?:$/.test(url.protocol) && test(url);
  });

/** An address of a service that is asked with a key of its own: none may stand in the address, which logs may tell. */
export const ServiceAddress = address(
  ({ username, password, search, hash }) => username + password + search + hash === '',
);

/** What Sentry calls a DSN: a project's public key, host and number (https://key@host/number). */
export const SentryDsn = address(
  ({ username, password, search, hash, pathname }) =>
    /^\w+$/.test(username) && password + search + hash === '' && /\/\d+$/.test(pathname),
);

const HEADER = /^([\w-]+)\s*=((?:[\x20-\x24\x26-\x7e]|%[\da-f]{2})*)$/i;

/** "name=value, …" as OpenTelemetry writes headers; a value may be written by percent. As headers by their names. */
export const HeaderList = z
  .string()
  .transform((text) => text.split(',').map((entry) => HEADER.exec(entry.trim())))
  .refine((entries) => entries.every((entry) => entry !== null))
  .transform((entries) => Object.fromEntries(entries.map((entry) => [entry?.[1] ?? '', decoded(entry?.[2] ?? '')])));

/** What is not UTF-8 stays as it is written. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value.trim());
  } catch {
    return value.trim();
  }
}
