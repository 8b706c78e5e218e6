import { z } from 'zod';
import { DecimalString } from './written/decimal-schema';

/** What a setting may look like, as it is written in the environment; the schema in env.ts is made of these. */

/** Some text of at least so many characters, or nothing. */
export const text = (least = 1) => z.string().min(least).optional();
/** An address of one of these protocols ("https:"). */
export const url = (...protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol));
export const web = () => url('http:', 'https:');
/** An address of a whole site: what stands after the host would be lost, or would lead links astray. */
export const site = () =>
  web().refine((value) => {
    if (!URL.canParse(value)) return false;
    const { pathname, search, hash, username, password } = new URL(value);
    return pathname.replace(/(?<!\/)\/+$/, '') + search + hash + username + password === '';
  });
const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Another machine is reached over https only; in tests and on a developer's machine this one may play its part. */
export const channel = () =>
  web().refine((value) => {
    if (!URL.canParse(value)) return false;
    const { protocol, hostname, username, password } = new URL(value);
    return username + password === '' && (protocol === 'https:' || LOOPBACK.has(hostname));
  });
export const whole = (least: number, most: number) => z.coerce.number<string>().int().min(least).max(most);
export const switched = () =>
  z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1');
export const list = <Item extends z.ZodType<unknown, string>>(item: Item) =>
  z
    .string()
    .transform((value) => value.split(',').map((entry) => entry.trim()))
    .pipe(z.array(item).min(1));

export const dollars = (amount: string) => DecimalString.refine((value) => !value.startsWith('-')).default(amount);

/** "model=in/out/cached, …" as prices by model; a model's own name may hold slashes. */
export const prices = () =>
  list(z.string().regex(/^[^=]+=\d+(\.\d+)?\/\d+(\.\d+)?\/\d+(\.\d+)?$/)).transform((entries) =>
    Object.fromEntries(
      entries.map((entry) => {
        const [model = '', rates = ''] = entry.split('=');
        const [input = '', output = '', cached = ''] = rates.split('/');
        return [model.trim(), { input, output, cached }];
      }),
    ),
  );
