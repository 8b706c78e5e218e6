import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * `npm run arch`: the arrows of the house, checked by dependency-cruiser. Fails also when it saw no modules or could
 * not follow our own imports: with an unsupported TypeScript it would otherwise pass by looking at nothing. And when
 * the picture of the rooms in ARCHITECTURE.md is not what the code says; `-- --picture` draws it anew.
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

const stale = pictureFaults(run.stdout);
for (const line of [...lost, ...broken, ...stale]) console.error(line);
const edges = ours.reduce((sum, module) => sum + module.dependencies.length, 0);
console.log(`${ours.length} modules, ${edges} imports, ${broken.length} broken rules, ${lost.length} unresolved`);
process.exit(ours.length === 0 || edges === 0 || broken.length + lost.length + stale.length > 0 ? 1 : 0);

/** Draws the picture where that is asked for; else says whether the one in ARCHITECTURE.md is that of the code. */
function pictureFaults(json: string): string[] {
  const page = readFileSync('ARCHITECTURE.md', 'utf8');
  const frame = /(?<=<!-- rooms -->\n)[\s\S]*(?=<!-- \/rooms -->)/;
  if (!frame.test(page)) return ['ARCHITECTURE.md: the marks <!-- rooms --> and <!-- /rooms --> are missing'];
  const picture = `\`\`\`mermaid\n${drawRooms(json)}\n\`\`\`\n`;
  if (process.argv.includes('--picture'))
    writeFileSync(
      'ARCHITECTURE.md',
      page.replace(frame, () => picture),
    );
  else if (frame.exec(page)?.[0] !== picture) {
    return ['ARCHITECTURE.md: the picture is not that of the code; npm run arch -- --picture draws it anew'];
  }
  return [];
}

/** A box for each room of src, an arrow where one imports another; tests left out. Arrows in a fixed order. */
function drawRooms(json: string): string {
  const only = ['--include-only', '^src/', '--exclude', '^src/test/|\\.test\\.tsx?$', '--collapse', '^src/[^/]+'];
  const drawn = spawnSync('node_modules/.bin/depcruise-fmt', ['--output-type', 'mermaid', ...only, '-'], {
    encoding: 'utf8',
    input: json,
  });
  if (drawn.status !== 0) throw new Error(drawn.stderr);
  const lines = drawn.stdout.trim().split('\n');
  const isArrow = (line: string) => line.includes('-->');
  return [...lines.filter((line) => !isArrow(line)), ...lines.filter(isArrow).sort()].join('\n');
}
