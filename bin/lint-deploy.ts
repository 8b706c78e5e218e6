// npm run lint:deploy: what is wrong in the Dockerfile and in the workflows of GitHub. Nothing is built or run.
import { readdirSync, readFileSync } from 'node:fs';
import { faultsOfDockerfile, faultsOfWorkflow } from './deployment/faults';

const WORKFLOWS = '.github/workflows';
const faults = faultsOfDockerfile('Dockerfile', readFileSync('Dockerfile', 'utf8'));
const files = readdirSync(WORKFLOWS).map((name) => `${WORKFLOWS}/${name}`);
if (files.length === 0) throw new Error(`No workflow was found in ${WORKFLOWS}`);
// One after the other: the linter is one program, which two at once would confuse.
for (const file of files) faults.push(...(await faultsOfWorkflow(file, readFileSync(file, 'utf8'))));
for (const fault of faults) console.error(fault);
console.log(`${files.length} workflows and the Dockerfile, ${faults.length} faults`);
process.exit(faults.length > 0 ? 1 : 0);
