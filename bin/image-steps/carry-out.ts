import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { commandOf, type Step } from './dockerfile';

export interface Image {
  /** Where the image's / stands here. */
  root: string;
  workdir: string;
  environment: Record<string, string>;
  user: string;
  command: string[];
  health: string[];
  megabytes: number;
}

interface Options {
  /** The folder that COPY copies from. */
  context: string;
  /** Where stages are made. */
  folder: string;
  say: (text: string) => void;
}

interface Stage extends Omit<Image, 'megabytes'> {
  name: string;
}

const newStage = (name: string, folder: string): Stage => {
  const root = join(folder, name);
  mkdirSync(root, { recursive: true });
  return { name, root, workdir: '/', environment: {}, user: 'root', command: [], health: [] };
};

/**
 * Carries out a Dockerfile's steps on this machine: a stage is a folder, its commands run in it by the Node of this
 * process. What a base image brings (its system, its accounts) is not there, so this shows that steps and files are
 * right, not that the system is.
 * @throws Error that names the line that failed.
 */
export function carryOut(steps: Step[], options: Options): Image {
  const stages: Stage[] = [];
  for (const step of steps) {
    options.say(`\n${step.instruction} ${step.given}`);
    if (step.instruction === 'FROM') {
      stages.push(newStage(/ AS (\S+)$/i.exec(step.given)?.[1] ?? `stage-${stages.length}`, options.folder));
      continue;
    }
    const stage = stages.at(-1);
    if (stage === undefined) throw new Error(`Dockerfile:${step.line}: ${step.instruction} before FROM`);
    const act = acts[step.instruction];
    if (act === undefined) throw new Error(`Dockerfile:${step.line}: ${step.instruction} is not known here`);
    act(step, stage, stages, options);
  }
  const last = stages.at(-1);
  if (last === undefined) throw new Error('The Dockerfile makes nothing');
  const [size = '0'] = execFileSync('du', ['-sm', last.root], { encoding: 'utf8' }).split('\t');
  return { ...last, megabytes: Number(size) };
}

type Act = (step: Step, stage: Stage, stages: Stage[], options: Options) => void;

const acts: Record<string, Act> = {
  WORKDIR: ({ given }, stage) => {
    stage.workdir = given;
    mkdirSync(join(stage.root, given), { recursive: true });
  },
  ENV: ({ given }, stage) => {
    for (const setting of given.split(/\s+/)) {
      const [name = '', ...value] = setting.split('=');
      if (value.length > 0) stage.environment[name] = value.join('=');
    }
  },
  COPY: copy,
  RUN: run,
  USER: ({ given }, stage) => {
    stage.user = given;
  },
  CMD: (step, stage) => {
    stage.command = commandOf(step);
  },
  HEALTHCHECK: (step, stage) => {
    stage.health = commandOf(step);
  },
  EXPOSE: () => undefined,
};

/** How this machine reaches the registry, and nothing else of this shell: a build must not depend on that. */
const WAY_OUT =
  /^(PATH|HOME|NODE_EXTRA_CA_CERTS|https?_proxy|no_proxy|npm_config_(registry|cache|userconfig|globalconfig))$/i;

function run({ given, line }: Step, stage: Stage): void {
  const ours = Object.entries(process.env).filter(([name]) => WAY_OUT.test(name));
  const { status } = spawnSync('/bin/sh', ['-c', given], {
    cwd: join(stage.root, stage.workdir),
    env: { ...(Object.fromEntries(ours) as unknown as NodeJS.ProcessEnv), ...stage.environment },
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`Dockerfile:${line}: ended with ${status}: ${given}`);
}

function copy({ given, line }: Step, stage: Stage, stages: Stage[], { context }: Options): void {
  const words = given.split(' ');
  const from = words[0]?.startsWith('--from=') ? words.shift()?.slice('--from='.length) : undefined;
  const to = join(stage.root, stage.workdir, words.pop() ?? '');
  const source = from === undefined ? context : stages.find(({ name }) => name === from)?.root;
  if (source === undefined) throw new Error(`Dockerfile:${line}: there is no stage ${from}`);
  const leave = from === undefined ? ignored(context) : () => false;
  for (const word of words) {
    const path = join(source, word);
    if (!existsSync(path)) throw new Error(`Dockerfile:${line}: there is no ${word}`);
    const target = given.endsWith('/') && !statSync(path).isDirectory() ? join(to, basename(path)) : to;
    cpSync(path, target, {
      recursive: true,
      preserveTimestamps: true,
      verbatimSymlinks: true,
      filter: (file) => !leave(file.slice(source.length + 1)),
    });
  }
}

/** What .dockerignore keeps out: names at the top, names by a star at their end, and endings anywhere. */
function ignored(context: string): (path: string) => boolean {
  const lines = readFileSync(join(context, '.dockerignore'), 'utf8').split('\n');
  const patterns = lines.filter((line) => line !== '' && !line.startsWith('#'));
  return (path) =>
    patterns.some((pattern) => {
      if (pattern.startsWith('**/*')) return path.endsWith(pattern.slice('**/*'.length));
      const [top = ''] = path.split('/');
      return pattern.endsWith('*') ? top.startsWith(pattern.slice(0, -1)) : top === pattern;
    });
}
