import { bundleThreads } from '@/threads/bundle';

// Part of `npm run build`: the code that runs in threads, as files of its own.
await bundleThreads(process.cwd());
