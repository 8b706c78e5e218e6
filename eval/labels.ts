import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Label } from './label';
import { readLines } from './round';

const FOLDER = 'eval/labels';

/**
 * All labels on real pages, in the order of file and line: the writers' and then those of the rounds of first sight,
 * which have been published. Throws where one is not of the form, has the id of another or stands on a page that is set
 * aside: those are kept for rounds to come.
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
  const seen = new Set<string>();
  return filesIn(folder).flatMap((file) => {
    const lines = readLines<Partial<Form>>(join(folder, file));
    // A round that has not been tried yet: all of its pages are set aside.
    if (file.startsWith('rounds') && lines.every(({ page }) => page !== undefined && aside.has(page))) return [];
    return lines.map((line, at) => {
      const parsed = form.safeParse(line);
      const where = `${file}, line ${at + 1}`;
      if (!parsed.success) throw new Error(`${where}: ${z.prettifyError(parsed.error)}`);
      const { id, page } = parsed.data;
      if (seen.has(id)) throw new Error(`${where}: ${id} is there twice.`);
      if (aside.has(page)) throw new Error(`${where}: page ${page} is set aside.`);
      seen.add(id);
      return parsed.data;
    });
  });
}

function filesIn(folder: string): string[] {
  const named = (within: string, names: RegExp): string[] =>
    existsSync(join(folder, within))
      ? readdirSync(join(folder, within))
          .filter((name) => names.test(name))
          .sort()
          .map((name) => join(within, name))
      : [];
  return [...named('', /^real-.*\.jsonl$/), ...named('rounds', /\.jsonl$/)];
}

/** The labels on pages of ours in seven languages (`openOwnPages`). Throws where one is not of the form. */
export function readOwnLabels(): Label[] {
  return readLines<unknown>(join(FOLDER, 'own.jsonl')).map((line) => Label.parse(line));
}
