import type { SampleSection } from './sample-values';

export interface SampleSentence {
  topic: string;
  sentence: string;
  section: SampleSection;
}

/** Sentences that people try first, one for each page of the sample shop. */
export const SAMPLE_SENTENCES = [
  { topic: 'Prices', sentence: 'Tell me when the Aurora One costs less than $300', section: 'headphones' },
  { topic: 'Tickets', sentence: 'Tell me when the Friday concert is no longer sold out', section: 'concert' },
  { topic: 'Jobs', sentence: 'Tell me when the list of open positions has a new entry', section: 'jobs' },
  { topic: 'Weather', sentence: 'Tell me when the temperature in Oslo is below −10 °C', section: 'weather' },
  { topic: 'Releases', sentence: 'Tell me when the latest version is newer than 4.2', section: 'releases' },
  { topic: 'Dates', sentence: 'Tell me when the museum opens before 1 March 2027', section: 'museum' },
  { topic: 'Travel', sentence: 'Tell me when the status is no longer Delayed', section: 'ferry' },
] as const satisfies readonly SampleSentence[];

/** Sentences of the same kinds where there is no sample shop; their page is the person's to name. */
export const OTHER_SENTENCES = [
  { topic: 'Prices', sentence: 'Tell me when this desk is under 250 euros' },
  { topic: 'Tickets', sentence: 'Let me know if the Friday show is no longer sold out' },
  { topic: 'Jobs', sentence: 'Tell me when a new design job appears on this page' },
  { topic: 'Weather', sentence: 'Tell me when Oslo drops below −10 °C' },
  { topic: 'Releases', sentence: 'Tell me when a version newer than 4.2 comes out' },
  { topic: 'Dates', sentence: 'Tell me when the opening day changes' },
] as const;
