import { getBaseDeps } from '@/flows/base-deps';
import { readSamples } from '@/flows/monitors/sample-shop';
import { concertPage } from '../_pages/concert';
import { onlyEmbedded } from '../_pages/guard';

export function GET(): Promise<Response> {
  return onlyEmbedded(async () => concertPage((await readSamples(getBaseDeps())).concert));
}
