import { getBaseDeps } from '@/flows/base-deps';
import { readSamples } from '@/flows/monitors/sample-shop';
import { onlyEmbedded } from '../_pages/guard';
import { headphonesPage } from '../_pages/headphones';

export function GET(): Promise<Response> {
  return onlyEmbedded(async () => headphonesPage((await readSamples(getBaseDeps())).headphones));
}
