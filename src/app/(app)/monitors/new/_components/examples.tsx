import { Stack, Text } from '@mantine/core';
import classes from '../../_components/prompt-form.module.css';

interface ExampleGroup {
  title: string;
  sentences: readonly string[];
}

const ANYWHERE: ExampleGroup = {
  title: 'For example',
  sentences: [
    'Tell me when this desk is under 250 euros',
    'Let me know if the Friday show is no longer sold out',
    'Tell me when a version newer than 4.2 comes out',
  ],
};

/** One for each page of the sample shop, whose values can be changed at its controls. */
function onSamples(origin: string): ExampleGroup {
  return {
    title: 'Try it on the sample pages of this machine',
    sentences: [
      `Tell me when the Aurora One costs less than $300 ${origin}/headphones`,
      `Tell me when the Friday concert is no longer sold out ${origin}/concert`,
      `Tell me when a new job appears on ${origin}/jobs`,
      `Tell me when the temperature in Oslo is below −10 °C ${origin}/weather`,
    ],
  };
}

/** Sentences to begin with. `samplesAt` is the address of the sample shop, null where there is none. */
function exampleSentences(samplesAt: string | null): ExampleGroup {
  return samplesAt === null ? ANYWHERE : onSamples(samplesAt);
}

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
