import { z } from 'zod';
import { SAMPLE_SCHEMAS } from '@/domain/sample-values';
import { isEmbedded } from '@/env';
import { readSamples } from '@/flows/monitors/sample-shop';
import { publicProcedure, router } from '../init';

export const samplesRouter = router({
  /** What the sample shop asks for its headphones at this moment; null where there is no shop. */
  headphones: publicProcedure
    .output(z.strictObject({ ...SAMPLE_SCHEMAS.headphones.shape }).nullable())
    .query(async ({ ctx }) => (isEmbedded() ? (await readSamples(ctx.deps)).headphones : null)),
});
