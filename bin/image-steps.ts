// npm run image:steps: carries out the steps of the Dockerfile where no builder is at hand, and starts what they made.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { carryOut } from './image-steps/carry-out';
import { readDockerfile } from './image-steps/dockerfile';
import { tryImage } from './image-steps/try-image';

const folder = mkdtempSync(join(tmpdir(), 'monitors-image-'));
// Whoever runs the image is not whoever built it.
execFileSync('chmod', ['755', folder]);
try {
  const image = carryOut(readDockerfile('Dockerfile'), { context: resolve('.'), folder, say: console.log });
  console.log(`\nThe image's files are ${image.megabytes} MB; ${image.user} runs ${image.command.join(' ')}`);
  await tryImage(image, console.log);
} finally {
  if (process.argv.includes('--keep')) console.log(`Kept: ${folder}`);
  else rmSync(folder, { recursive: true, force: true });
}
