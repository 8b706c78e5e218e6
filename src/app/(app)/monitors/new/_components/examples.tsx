import { Stack, Text } from '@mantine/core';
import classes from '../../_components/prompt-form.module.css';
import { exampleSentences } from './example-sentences';

/** Sentences that fill the form when pressed. */
export function Examples({ samplesAt, onPick }: { samplesAt: string | null; onPick: (sentence: string) => void }) {
  const { title, sentences } = exampleSentences(samplesAt);
  return (
    <Stack gap={8}>
      <Text size="sm" fw={600} c="dimmed" id="examples">
        {title}
      </Text>
      <ul className={classes.examples} aria-labelledby="examples">
        {sentences.map((sentence) => (
          <li key={sentence}>
            <button type="button" onClick={() => onPick(sentence)}>
              {sentence}
            </button>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
