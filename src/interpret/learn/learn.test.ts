import { describe, expect, it } from 'vitest';
import { type Choice, weigh } from '../choice';
import { conditionOptions } from '../condition-options';
import { lookAt } from '../sentence';
import { likeliestTags, scoresOf, type Tag } from '../slot-tagger';
import { suretyOf } from '../surety';
import { packWeights, unpackWeights } from '../weights';
import { tagsOf } from './align';
import { withExclusions } from './exclusion-examples';
import type { LabelledSentence } from './labelled';
import { type ChoiceExample, compileChoices, learnChoices } from './learn-choices';
import { learnSurety } from './learn-surety';
import { compileTags, learnTags } from './learn-tags';
import { isRight } from './right-condition';
import { itemIsRight, propertyIsRight } from './right-slots';
import type { LearningRates } from './weight-table';

const RATES: LearningRates = { epochs: 20, rate: 0.2, decay: 0.001, least: 1, unseen: 0, seed: 7, smallest: 0.01 };
const TIME = { now: new Date('2026-11-22T12:00:00Z'), timeZone: 'UTC' };

const LABEL: LabelledSentence = {
  id: 'x',
  prompt: 'Tell me when the red kettle (not the blue one) costs less than $30',
  language: 'en',
  group: 'g',
  real: true,
  type: 'state',
  factType: 'number',
  kind: 'price',
  unit: 'USD',
  op: 'lt',
  value: '30',
  value2: null,
  amount: null,
  percent: null,
  text: null,
  slots: { item: 'red kettle', property: 'price', exclude: ['blue'] },
  now: TIME.now,
};

/** Which of two answers goes with a word; "both" says nothing. */
const choiceOf = (word: string): Choice<string> => ({
  groups: ['yes', 'no'].map((label) => ({ label, features: [word, 'both'] })),
  options: ['yes', 'no'].map((value, at) => ({ value, groups: [at] })),
});

const learned = (examples: ChoiceExample[], least = RATES.least) =>
  learnChoices(compileChoices(examples, least), RATES);

describe('learning', () => {
  const examples = ['up', 'down'].map((word, at) => ({ choice: choiceOf(word), right: [at], weight: 1 }));

  it('finds which word speaks for which answer', () => {
    const weights = learned(examples);
    expect(weigh(choiceOf('up'), weights)[0]).toMatchObject({ value: 'yes' });
    expect(weigh(choiceOf('down'), weights)[0]).toMatchObject({ value: 'no' });
    expect(weigh(choiceOf('up'), weights)[0]?.probability).toBeGreaterThan(0.8);
    expect(weigh(choiceOf('sideways'), weights)[0]?.probability).toBeCloseTo(0.5, 1);
  });

  it('gives the same weights from the same examples', () => {
    expect(learned(examples)).toEqual(learned(examples));
  });

  it('leaves out what is too rare', () => {
    expect(learned(examples, 2)).not.toHaveProperty('up');
  });

  it('learns tags from words and from the tags before', () => {
    const train = [
      { features: [['the'], ['kettle'], ['costs']], tags: ['other', 'item', 'property'] as Tag[] },
      { features: [['the'], ['lamp'], ['costs']], tags: ['other', 'item', 'property'] as Tag[] },
    ];
    const weights = learnTags(compileTags(train, RATES.least), RATES);
    expect(likeliestTags(scoresOf([['the'], ['unknown'], ['costs']], weights))).toEqual(['other', 'item', 'property']);
  });

  it('calibrates: what is right in eight of ten is sure to about 0.8', () => {
    const outcomes = Array.from({ length: 100 }, (_, at) => ({ features: [1], right: at % 10 < 8 }));
    const { weights, giveFrom } = learnSurety(outcomes, 0.97);
    expect(suretyOf([1], weights)).toBeCloseTo(0.8, 1);
    expect(giveFrom).toBeGreaterThan(1);
  });

  it('keeps weights to the hundredth when they are packed', () => {
    const weights = { 'w:kettle': { yes: 1.25, no: -0.5 }, 'w:kettles': { no: 6.01 }, 'é 数': { yes: -6.4 } };
    expect(unpackWeights(packWeights(weights))).toEqual(weights);
    expect(unpackWeights(packWeights({}))).toEqual({});
    expect(unpackWeights(packWeights({ a: { yes: 99 } }))).toEqual({ a: { yes: 6.47 } });
  });
});

describe('slots', () => {
  const says = (item: string | null, property: string, label: Partial<LabelledSentence> = {}) => {
    const given = { item, property };
    return [itemIsRight(given, { ...LABEL, ...label }), propertyIsRight(given, { ...LABEL, ...label })];
  };

  it.each([
    ['red kettle', 'price', [true, true]],
    ['red kettle', 'costs', [true, true]],
    ['the red kettle', 'Preis', [true, true]],
    ['red kettle', 'discount', [true, false]],
    ['red kettle', 'blue price', [true, false]],
    ['blue one', 'price', [false, true]],
    ['kettle', 'red price', [true, true]],
    [null, 'price', [false, true]],
  ])('%j, %j are right: %j', (item, property, right) => {
    expect(says(item, property)).toEqual(right);
  });

  it('are judged by the words that the sentence says', () => {
    const prompt = 'Who is the steward of Jack Brooks? Tell me if it changes';
    const label: Partial<LabelledSentence> = {
      prompt,
      factType: 'string',
      kind: 'text',
      unit: null,
      slots: { item: 'Jack Brooks', property: 'trail steward', exclude: [] },
    };
    expect(says('Jack Brooks', 'steward', label)).toEqual([true, true]);
    expect(says('Jack Brooks', 'author', label)).toEqual([true, false]);
  });
});

describe('labels', () => {
  it('mark the words of their slots, and none where the item is not written', () => {
    const sentence = lookAt(LABEL.prompt, TIME);
    const tags = tagsOf(sentence, LABEL.slots ?? { item: null, property: '', exclude: [] });
    const marked = (tag: Tag) => sentence.tokens.filter((_, at) => tags?.[at] === tag).map(({ text }) => text);
    expect(marked('item')).toEqual(['red', 'kettle']);
    expect(marked('exclusion')).toEqual(['blue']);
    expect(tagsOf(sentence, { item: 'toaster oven', property: 'price', exclude: [] })).toBeNull();
  });

  it('fit the condition that they say and no other', () => {
    const right = conditionOptions(lookAt(LABEL.prompt, TIME)).options.filter(({ value }) => isRight(value, LABEL));
    expect(right.map(({ value }) => [value.op, value.sort, value.value?.written])).toEqual([['lt', 'money', '30']]);
  });

  it('are copied with exclusions that are not in the item', () => {
    const { exclude: _, ...slots } = LABEL.slots ?? { item: null, property: '', exclude: [] };
    const plain = { ...LABEL, prompt: 'Tell me when the red kettle is cheap', slots: { ...slots, exclude: [] } };
    const copies = withExclusions(
      Array.from({ length: 60 }, () => plain),
      3,
    );
    expect(copies.length).toBeGreaterThan(0);
    for (const { prompt, slots: own } of copies) {
      expect(prompt).toContain(own?.exclude[0]);
      expect(own?.item).toBe('red kettle');
    }
  });
});
