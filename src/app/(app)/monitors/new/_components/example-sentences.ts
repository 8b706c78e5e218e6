export interface ExampleGroup {
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
export function exampleSentences(samplesAt: string | null): ExampleGroup {
  return samplesAt === null ? ANYWHERE : onSamples(samplesAt);
}
