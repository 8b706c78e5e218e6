import { readFileSync } from 'node:fs';

export interface Step {
  /** FROM, RUN, COPY … */
  instruction: string;
  /** What follows it, on one line. */
  given: string;
  line: number;
}

/** The steps of a Dockerfile in order; comments, blank lines and line ends by a backslash are taken out. */
export function readDockerfile(file: string): Step[] {
  return parseDockerfile(readFileSync(file, 'utf8'));
}

export function parseDockerfile(text: string): Step[] {
  const steps: Step[] = [];
  let open: Step | null = null;
  for (const [at, raw] of text.split('\n').entries()) {
    if (/^\s*(#|$)/.test(raw)) continue;
    const goesOn = raw.trimEnd().endsWith('\\');
    const part = goesOn ? raw.trimEnd().slice(0, -1).trim() : raw.trim();
    if (open !== null) open.given += ` ${part}`;
    else {
      const [instruction = '', ...given] = part.split(' ');
      open = { instruction: instruction.toUpperCase(), given: given.join(' '), line: at + 1 };
    }
    if (goesOn) continue;
    steps.push(open);
    open = null;
  }
  return steps;
}

/** The words of CMD and HEALTHCHECK in their JSON form. */
export function commandOf({ given, line }: Step): string[] {
  const json = given.slice(given.indexOf('['));
  const words: unknown = JSON.parse(json);
  if (!Array.isArray(words) || !words.every((word) => typeof word === 'string')) {
    throw new Error(`Dockerfile:${line}: a command must be written as a JSON list of texts`);
  }
  return words;
}
