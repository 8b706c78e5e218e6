'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/trpc/client';
import { FirstSteps } from '@/ui/first-steps/first-steps';
import { PreviewPane } from '../../_components/preview-pane';
import { PromptForm } from '../../_components/prompt-form';
import classes from '../../_components/prompt-form.module.css';
import { useComposer } from '../../_components/use-composer';
import { Examples } from './examples';
import { SavePanel } from './save-panel';
import { useKeptDraft } from './use-kept-draft';

/** From a sentence to a saved monitor. */
export function NewMonitor({ samplesAt }: { samplesAt: string | null }) {
  const composer = useComposer({ prompt: '', source: '' });
  useKeptDraft(composer);
  const { result } = composer;
  const { data: list } = useQuery(useTRPC().monitors.list.queryOptions());
  return (
    <>
      {list ? <FirstSteps monitors={list.monitors} here={result ? 'previewed' : 'writing'} /> : null}
      <div className={classes.columns}>
        <PromptForm composer={composer}>
          {composer.pending || result ? null : <Examples samplesAt={samplesAt} onPick={composer.change} />}
        </PromptForm>
        <PreviewPane composer={composer}>
          {result && result.reading !== null ? (
            <SavePanel key={result.interpretation.suggestedName} composer={composer} preview={result} />
          ) : null}
        </PreviewPane>
      </div>
    </>
  );
}
