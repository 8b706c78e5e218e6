import { spawnSync } from 'node:child_process';

/**
 * `npm run arch`: the arrows of the house, checked by dependency-cruiser. Fails also when it saw no modules or could
 * not follow our own imports: with an unsupported TypeScript it would otherwise pass by looking at nothing.
 */
interface Cruise {
  modules: { source: string; dependencies: { module: string; couldNotResolve: boolean }[] }[];
  summary: { violations: { from: string; to: string; rule: { name: string; severity: string } }[] };
}

const FOLDERS = ['src', 'bin', 'eval', 'bench', 'migrations'];

const run = spawnSync(
  'node_modules/.bin/depcruise',
  [...FOLDERS, '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
  { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
);
if (!run.stdout.trimStart().startsWith('{')) {
  console.error(run.stderr || run.error?.message);
  process.exit(1);
}
const cruise: Cruise = JSON.parse(run.stdout);
const ours = cruise.modules.filter((module) => FOLDERS.includes(module.source.split('/')[0] ?? ''));
const lost = ours.flatMap((module) =>
  module.dependencies
    .filter((dependency) => dependency.couldNotResolve && /^(@\/|\.)/.test(dependency.module))
    .map((dependency) => `${module.source}: cannot follow "${dependency.module}"`),
);
const broken = cruise.summary.violations
  .filter((violation) => violation.rule.severity === 'error')
  .map((violation) => `${violation.rule.name}: ${violation.from} → ${violation.to}`);

for (const line of [...lost, ...broken]) console.error(line);
const edges = ours.reduce((sum, module) => sum + module.dependencies.length, 0);
console.log(`${ours.length} modules, ${edges} imports, ${broken.length} broken rules, ${lost.length} unresolved`);
process.exit(ours.length === 0 || edges === 0 || broken.length + lost.length > 0 ? 1 : 0);
