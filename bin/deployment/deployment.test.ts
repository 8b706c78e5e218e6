import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { VARIABLE_NAMES } from '@/env';
import { commandOf, parseDockerfile } from '../image-steps/dockerfile';
import { faultsOfDockerfile, faultsOfWorkflow } from './faults';

const read = (file: string) => readFileSync(file, 'utf8');
const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts);
const steps = parseDockerfile(read('Dockerfile'));
const WORKFLOWS = readdirSync('.github/workflows').map((name) => `.github/workflows/${name}`);
const UNITS = readdirSync('deploy').filter((name) => name.endsWith('.service'));
const SET_BY_OTHERS = /^(NODE_ENV|VERCEL.*|NEXT_PHASE|MONITORS_.*)$/;

describe('the linters see', () => {
  it('what is wrong in a Dockerfile', () => {
    expect(faultsOfDockerfile('Dockerfile', 'FROM node:24\nRUNN x\n')).toEqual([
      expect.stringMatching(/^Dockerfile:2: .*RUNN/),
    ]);
  });

  it('what is wrong in a workflow', async () => {
    const workflow =
      'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - if: github.foo\n        run: echo\n';
    expect(await faultsOfWorkflow('bad.yml', workflow)).toEqual([expect.stringMatching(/^bad\.yml:6:\d+: .*"foo"/)]);
  });
});

describe('the image', () => {
  it('is of one version of Node, the one that the scripts use', () => {
    const { node } = (JSON.parse(read('package.json')) as { devDependencies: Record<string, string> }).devDependencies;
    const bases = steps.filter(({ instruction }) => instruction === 'FROM').map(({ given }) => given.split(' ')[0]);
    expect(new Set(bases)).toEqual(new Set([`node:${node}-bookworm-slim`]));
  });

  it('does not run as root, asks whether it is well, and starts a program that is there', () => {
    const last = (instruction: string) => steps.findLast((step) => step.instruction === instruction);
    expect(last('USER')?.given).toBe('node');
    const command = commandOf(last('CMD') ?? steps[0]!);
    expect(existsSync(command.at(-1) ?? '')).toBe(true);
    expect(commandOf(last('HEALTHCHECK') ?? steps[0]!).at(-1)).toContain('/api/health');
  });

  it('holds no secrets: what could have them is kept out of what is copied', () => {
    const ignored = read('.dockerignore').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.env*', '.data', '.git', 'node_modules']));
  });
});

interface Service {
  command?: string[];
  depends_on?: Record<string, unknown>;
  environment?: Record<string, string>;
}

describe('compose.yaml', () => {
  const compose = parse(read('compose.yaml'), { merge: true }) as { services: Record<string, Service> };
  const services = Object.entries(compose.services);

  it('has database, Redis, release, pages and worker, each after what it needs', () => {
    expect(services.map(([name]) => name)).toEqual(['postgres', 'redis', 'release', 'web', 'worker']);
    for (const [, { depends_on = {} }] of services)
      for (const name of Object.keys(depends_on)) expect(compose.services).toHaveProperty(name);
    for (const part of ['web', 'worker'])
      expect(compose.services[part]?.depends_on).toMatchObject({
        release: { condition: 'service_completed_successfully' },
      });
  });

  it('sets only what the app reads, and starts programs that are there', () => {
    for (const part of ['release', 'web', 'worker']) {
      const { environment = {}, command = ['bin/web.ts'] } = compose.services[part] ?? {};
      expect(VARIABLE_NAMES).toEqual(expect.arrayContaining(Object.keys(environment)));
      expect(existsSync(command.at(-1) ?? '')).toBe(true);
    }
  });
});

it.each(UNITS)('%s starts a program that is there', (unit) => {
  const program = /^ExecStart=\/opt\/monitors\/node_modules\/\.bin\/node .*?(\S+)$/m.exec(read(`deploy/${unit}`))?.[1];
  expect(existsSync(program ?? '')).toBe(true);
  expect(read(`deploy/${unit}`)).toMatch(/^User=monitors$/m);
});

it.each([...WORKFLOWS, 'docs/deploy.md', 'docs/qa.md', 'vercel.json'])(
  '%s names only scripts that there are',
  (file) => {
    const named = [...read(file).matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name]) => name);
    expect(scripts).toEqual(expect.arrayContaining([...new Set(named)]));
  },
);

it('docs/qa.md names only tests that there are', () => {
  const named = [...read('docs/qa.md').matchAll(/`((?:e2e|src|eval)\/[\w./-]+)`/g)].map(([, file = '']) => file);
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((file) => !existsSync(file))).toEqual([]);
});

it('docs/deploy.md tells of every variable', () => {
  const told = read('docs/deploy.md');
  const own = VARIABLE_NAMES.filter((name) => !SET_BY_OTHERS.test(name));
  expect(own.filter((name) => !told.includes(`\`${name}\``))).toEqual([]);
});

it('vercel.json is taken by the free plan: two crons at most, each once a day', () => {
  const { crons } = JSON.parse(read('vercel.json')) as { crons: { path: string; schedule: string }[] };
  expect(crons.length).toBeLessThanOrEqual(2);
  for (const { path, schedule } of crons) {
    expect(schedule).toMatch(/^\d+ \d+ \* \* \*$/);
    expect(existsSync(`src/app${path}/route.ts`)).toBe(true);
  }
});
