import { z } from 'zod';
import { PreviewInput } from '@/domain/contract/monitor-input';
import { type OnPhase, type Preview, previewAgain, previewMonitor } from '@/flows/monitors/preview-monitor';
import { inPhases } from '../in-phases';
import { betaProcedure, router } from '../init';
import { noticed, PreviewView, viewPreview } from '../preview-view';

const Phase = z.enum(['understanding', 'loading', 'reading', 'deciding']);
const Step = z.union([z.strictObject({ phase: Phase }), z.strictObject({ result: PreviewView })]);

const LiveInput = PreviewInput.extend({
  /** The preview whose contract the person corrected. */
  corrects: z.uuid('This is not the id of a preview.').optional(),
});

/** Previews, phase by phase. Mutations, because they load a page and may cost: never repeated on their own. */
export const previewsRouter = router({
  /** What a prompt would become. */
  live: betaProcedure
    .meta({ scope: 'write' })
    .input(LiveInput)
    .mutation(async ({ ctx, input, signal }) => {
      await ctx.guard.admit('preview', { address: ctx.ip, account: ctx.person.id });
      const asked = { userId: ctx.person.id, ...input, ...(signal ? { signal } : {}) };
      return inSteps(async (onPhase) => noticed(ctx, await previewMonitor(ctx.deps, { ...asked, onPhase })));
    }),

  /** The page of a monitor read anew by the contract that it has, for its owner to point at what it lost. */
  again: betaProcedure
    .meta({ scope: 'write' })
    .input(z.strictObject({ id: z.uuid('This is not the id of a monitor.') }))
    .mutation(async ({ ctx, input, signal }) => {
      await ctx.guard.admit('preview', { address: ctx.ip, account: ctx.person.id });
      const asked = { userId: ctx.person.id, monitorId: input.id, ...(signal ? { signal } : {}) };
      return inSteps((onPhase) => previewAgain(ctx.deps, { ...asked, onPhase }));
    }),
});

/** A preview under way. Each item is held against its schema as it leaves, as `.output()` does with an answer. */
async function* inSteps(work: (onPhase: OnPhase) => Promise<Preview>): AsyncGenerator<z.infer<typeof Step>, void> {
  const steps = inPhases(async (onPhase: OnPhase) => viewPreview(await work(onPhase)));
  for await (const step of steps) yield Step.parse(step);
}
