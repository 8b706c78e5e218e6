import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bareWord } from '@/domain/written/stem';
import { interpretSentence } from './interpret-sentence';
import { LANGUAGE_CODES } from './language';

const TIME = { now: new Date('2026-11-25T12:00:00Z'), timeZone: 'UTC' };

interface Case {
  prompt: string;
  type: string;
  op: string;
  factType: string;
  unit: string | null;
  value?: string;
  value2?: string;
  item: string;
  excluded?: string;
}

interface Sentences {
  byLanguage: Record<string, Case[]>;
  twoConditions: { prompt: string; parts: string[] }[];
}

const { byLanguage, twoConditions }: Sentences = JSON.parse(
  readFileSync(new URL('./sentences.json', import.meta.url), 'utf8'),
);
const casesOf = (language: string): Case[] => byLanguage[language] ?? [];

const operand = (value: unknown): string | undefined => {
  const { number, text } = (value ?? {}) as { number?: string; text?: string };
  return number ?? text;
};

const understood = (one: Case) => interpretSentence(one.prompt, TIME);

function conditionIsRight(one: Case, language: string): boolean {
  const { interpretation } = understood(one);
  if (!interpretation) return false;
  const { type, factType, unit, trigger } = interpretation;
  const operands = trigger.kind === 'state' ? [operand(trigger.value), operand(trigger.value2)] : [];
  const wanted = trigger.kind === 'state' ? [one.value, one.value2] : [];
  return (
    [type, factType, unit, trigger.op, interpretation.language].join() ===
      [one.type, one.factType, one.unit, one.op, language].join() && operands.join() === wanted.join()
  );
}

const itemIsRight = (one: Case): boolean =>
  bareWord(understood(one).interpretation?.item ?? '').includes(bareWord(one.item));

describe.each(LANGUAGE_CODES)('sentences in %s', (language) => {
  const cases = casesOf(language);

  it.each(cases)('$prompt: right, or asked', (one) => {
    const { asked } = understood(one);
    expect(asked || (conditionIsRight(one, language) && itemIsRight(one))).toBe(true);
  });

  it.each(cases)('$prompt: what is excluded is not the item', (one) => {
    const { interpretation, exclude } = understood(one);
    if (one.excluded) {
      expect(exclude.join(' ')).toContain(one.excluded);
      expect(interpretation?.item).not.toContain(one.excluded);
    } else {
      expect(exclude).toEqual([]);
    }
  });

  it('are nearly all understood', () => {
    expect(cases.filter((one) => conditionIsRight(one, language)).length / cases.length).toBeGreaterThan(0.85);
    expect(cases.filter(itemIsRight).length / cases.length).toBeGreaterThan(0.7);
  });

  it('say where their slots stand', () => {
    for (const one of cases) {
      const { interpretation, spans } = understood(one);
      expect(spans.item.length).toBeGreaterThan(0);
      for (const { start, end } of spans.item) {
        expect(interpretation?.item).toContain(one.prompt.slice(start, end).replace(/'s$/, ''));
      }
    }
  });
});

describe('a person’s time', () => {
  const dated = (timeZone: string, now: string): string | undefined => {
    const { interpretation } = interpretSentence('Tell me when the deadline of the grant is after Friday', {
      now: new Date(now),
      timeZone,
    });
    const trigger = interpretation?.trigger;
    return trigger?.kind === 'state' ? operand(trigger.value) : undefined;
  };

  it('is that of their zone', () => {
    expect(dated('UTC', '2026-11-25T16:30:00Z')).toBe('2026-11-27');
    // In Tokyo it is already the Saturday behind that Friday.
    expect(dated('Asia/Tokyo', '2026-11-27T16:30:00Z')).toBe('2026-12-04');
  });
});

describe('two conditions in one sentence', () => {
  it.each(twoConditions)('$prompt: asks, and says which of the two was left out', ({ prompt, parts }) => {
    const { asked, unused, note } = interpretSentence(prompt, TIME);
    const said = unused.map(({ start, end }) => prompt.slice(start, end)).join();
    expect(asked).toBe(true);
    expect(parts.filter((one) => said.includes(one) && note?.includes(one))).toHaveLength(1);
  });

  it.each([
    'Tell me when the price of the Nova Kettle is between 40 and 60 dollars',
    'Is the Nova Kettle in stock? Tell me when it is gone',
    'Watch salt and pepper grinders, and tell me below 20 dollars',
    'Tell me when the kettle costs 30 dollars or less',
  ])('%s: has one', (prompt) => {
    expect(interpretSentence(prompt, TIME).unused).toEqual([]);
  });
});

describe('what cannot be known', () => {
  it.each(['?????????????', '          …          ', '12 34 56 78 90 12', 'asdf qwer zxcv uiop'])(
    'asks about %j',
    (prompt) => {
      expect(interpretSentence(prompt, TIME)).toMatchObject({ asked: true, interpretation: null, probability: 0 });
    },
  );

  it('gives other contracts beside an unsure one', () => {
    const { asked, alternatives } = interpretSentence('Blue kettle at Nova, more or less 30 dollars', TIME);
    expect(asked).toBe(true);
    expect(alternatives.length).toBeGreaterThan(0);
  });

  it('takes web addresses as sources, never as words', () => {
    const { interpretation } = interpretSentence('Is the Nova Kettle below $40? https://shop.example/nova-9000', TIME);
    expect(interpretation?.sources).toEqual(['https://shop.example/nova-9000']);
    expect(interpretation?.item).not.toContain('shop');
  });
});

describe('hostile prompts', () => {
  const filled = (piece: string): string => piece.repeat(500).slice(0, 500);
  const PIECES = [
    'a ',
    '1 ',
    '$1 ',
    '2026 ',
    '"',
    '"a" ',
    'not ',
    'less than ',
    'in 5 min ',
    '1.',
    'the ',
    "l'",
    '数',
    '、',
    '-',
  ];

  it.each(PIECES)('of 500 characters of %j end', (piece) => {
    interpretSentence(filled(piece), TIME);
    const began = performance.now();
    interpretSentence(filled(piece), TIME);
    // Under 40 ms when nothing else runs.
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
