import { bundleThreads } from '@/threads/bundle';

/** The threads of the tests run what stands in the sources now. */
export default (): Promise<void> => bundleThreads(process.cwd());
