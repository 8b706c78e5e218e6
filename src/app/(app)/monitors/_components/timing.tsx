import { Radio, Stack } from '@mantine/core';
import type { Preview } from './use-previews';

/** Whether there is something to choose: a change has no condition that could be true already. */
export function isChoiceOfTiming({ reading, interpretation }: Preview): boolean {
  return reading?.wouldFire === true && interpretation.type === 'state';
}

interface TimingProps {
  now: boolean;
  onChange: (now: boolean) => void;
  /** When the mail comes: what a preview read is the first check of a new monitor, but not of a changed one. */
  told: 'as soon as it is saved' | 'at the first check';
}

/** For a condition that holds already: told at the first check, or only when it becomes true again. */
export function Timing({ now, onChange, told }: TimingProps) {
  return (
    <Radio.Group
      label="The condition is true already. When do you want to be told?"
      value={now ? 'now' : 'next'}
      onChange={(value) => onChange(value === 'now')}
    >
      <Stack gap={8} mt={8}>
        <Radio value="now" label="Tell me now" description={`You get a mail ${told}.`} />
        <Radio
          value="next"
          label="Only when it next becomes true"
          description="It has to be false once before you are told."
        />
      </Stack>
    </Radio.Group>
  );
}
