import { Stack, Text } from '@mantine/core';
import { OTHER_SENTENCES, SAMPLE_SENTENCES } from '@/domain/sample-sentences';
import type { KeptDraft } from '@/ui/draft/kept-draft';
import classes from '../../_components/prompt-form.module.css';

interface ExamplesProps {
  /** The address of the sample shop, null where there is none. */
  samplesAt: string | null;
  onPick: (draft: KeptDraft) => void;
}

/** Sentences to begin with; of the sample shop with their pages, whose values can be changed at its controls. */
function exampleDrafts(samplesAt: string | null): readonly KeptDraft[] {
  if (samplesAt === null) return OTHER_SENTENCES.map(({ sentence }) => ({ prompt: sentence, source: '' }));
  return SAMPLE_SENTENCES.map(({ sentence, section }) => ({ prompt: sentence, source: `${samplesAt}/${section}` }));
}

/** Sentences that fill the form when pressed, with the page that they are about. */
export function Examples({ samplesAt, onPick }: ExamplesProps) {
  return (
    <Stack gap={8}>
      <Text size="sm" fw={600} c="dimmed" id="examples">
        {samplesAt === null ? 'For example' : 'Try it on the sample pages of this machine'}
      </Text>
      <ul className={classes.examples} aria-labelledby="examples">
        {exampleDrafts(samplesAt).map((draft) => (
          <li key={draft.prompt}>
            <button type="button" onClick={() => onPick(draft)}>
              {draft.prompt}
            </button>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
