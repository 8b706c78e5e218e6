import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Label } from './label';
import { readLines } from './round';

const FOLDER = 'eval/labels';

/**
 * All labels on real pages, in the order of file and line. Throws where one is not of the form, has the id of another
 * or stands on a page that is set aside: those are kept for rounds of first sight.
 */
export function readLabels(folder: string = FOLDER): Label[] {
  return readLabelsAs(Label, folder);
}

/** The same in a form that asks more of a label, or less. */
export function readLabelsAs<Form extends { id: string; page: string }>(
  form: z.ZodType<Form>,
  folder: string = FOLDER,
): Form[] {
  const aside = new Set(z.array(z.string()).parse(JSON.parse(readFileSync(join(folder, 'set-aside.json'), 'utf8'))));
  const files = readdirSync(folder).filter((name) => /^real-.*\.jsonl$/.test(name));
  const seen = new Set<string>();
  return files.sort().flatMap((file) =>
    readLines<unknown>(join(folder, file)).map((line, at) => {
      const parsed = form.safeParse(line);
      const where = `${file}, line ${at + 1}`;
      if (!parsed.success) throw new Error(`${where}: ${z.prettifyError(parsed.error)}`);
      const { id, page } = parsed.data;
      if (seen.has(id)) throw new Error(`${where}: ${id} is there twice.`);
      if (aside.has(page)) throw new Error(`${where}: page ${page} is set aside.`);
      seen.add(id);
      return parsed.data;
    }),
  );
}
