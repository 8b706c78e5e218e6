import { getBaseDeps } from '@/flows/base-deps';
import { readSamples } from '@/flows/monitors/sample-shop';
import { onlyEmbedded } from '../_pages/guard';
import { jobsPage } from '../_pages/jobs';

export function GET(): Promise<Response> {
  return onlyEmbedded(async () => jobsPage((await readSamples(getBaseDeps())).jobs));
}
