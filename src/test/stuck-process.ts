import { openThreads } from '@/threads/threads';
import { threadFileOf } from './thread-file-of';

// A process whose threads are both at what never ends; asked to end, it closes them, as the app does.
const interpret = '({ prompt }) => { while (prompt === "stuck"); return { ok: true, interpretation: prompt }; }';
const threads = openThreads({ threads: 2, file: threadFileOf({ interpret }) });

process.on('SIGTERM', async () => {
  await threads.close();
  process.exit(0);
});

// Threads that have answered are up; what they are asked next begins at once.
await Promise.all(['one', 'two'].map((prompt) => threads.rules.interpret(prompt, new Date())));
for (let asked = 0; asked < 4; asked++) threads.rules.interpret('stuck', new Date()).catch(() => undefined);
process.stdout.write('busy\n');
