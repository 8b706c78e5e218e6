'use client';

import { PreviewPane } from '../../_components/preview-pane';
import { PromptForm } from '../../_components/prompt-form';
import classes from '../../_components/prompt-form.module.css';
import { useComposer } from '../../_components/use-composer';
import { Examples } from './examples';
import { SavePanel } from './save-panel';

/** From a sentence to a saved monitor. */
export function NewMonitor({ samplesAt }: { samplesAt: string | null }) {
  const composer = useComposer({ prompt: '', source: '' });
  const { result } = composer;
  return (
    <div className={classes.columns}>
      <PromptForm composer={composer}>
        {composer.pending || result ? null : (
          <Examples samplesAt={samplesAt} onPick={(prompt) => composer.change({ prompt, source: '' })} />
        )}
      </PromptForm>
      <PreviewPane composer={composer}>
        {result && result.reading !== null ? (
          <SavePanel key={result.interpretation.suggestedName} composer={composer} preview={result} />
        ) : null}
      </PreviewPane>
    </div>
  );
}
