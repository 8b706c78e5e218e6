import { getBaseDeps } from '@/flows/base-deps';
import { readSamples } from '@/flows/monitors/sample-shop';
import { onlyEmbedded } from '../_pages/guard';
import { weatherPage } from '../_pages/weather';

export function GET(): Promise<Response> {
  return onlyEmbedded(async () => weatherPage((await readSamples(getBaseDeps())).weather));
}
