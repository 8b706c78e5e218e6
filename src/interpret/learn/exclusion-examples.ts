import type { LabelledSentence } from './labelled';
import { randomFrom } from './weight-table';

/** How people exclude; "{}" is what they exclude. Labelled sentences have few of them, and none in most languages. */
const WAYS: Record<string, readonly string[]> = {
  en: [
    ', not the {}',
    ' (not {})',
    ', no {}',
    ' except {}',
    ' but not {}',
    ', excluding {}',
    ' other than {}',
    ' without {}',
  ],
  de: [' außer {}', ', nicht {}', ' ohne {}', ', kein {}', ' (nicht die {})', ', aber nicht {}'],
  fr: [' sauf {}', ', pas le {}', ' sans {}', ' (pas {})', ', mais pas {}', ' hors {}'],
  es: [' excepto {}', ', no el {}', ' sin {}', ' (no {})', ', pero no {}', ' salvo {}'],
  it: [' tranne {}', ', non il {}', ' senza {}', ' (non {})', ', ma non {}', ' escluso {}'],
  pt: [' exceto {}', ', não o {}', ' sem {}', ' (não {})', ', mas não {}', ' menos {}'],
  nl: [' behalve {}', ', niet de {}', ' zonder {}', ' (geen {})', ', maar niet {}'],
};

const THINGS = [
  ...['Lite', 'Pro Max', 'refurbished', 'used', 'betas', 'Mini', 'XL', 'second hand', 'pre-orders', 'the 2023 edition'],
  ...[
    'kids',
    'open box',
    'subscription',
    'Plus',
    'release candidates',
    'the black one',
    'SE',
    'digital version',
    'import',
  ],
];

/** Copies of labelled sentences in which something is excluded behind the item; the same seed gives the same ones. */
export function withExclusions(labels: readonly LabelledSentence[], seed: number): LabelledSentence[] {
  const random = randomFrom(seed);
  const pick = <One>(all: readonly One[]): One | undefined => all[Math.floor(random() * all.length)];
  return labels.flatMap((label): LabelledSentence[] => {
    const { slots, prompt, language } = label;
    const at = slots?.item ? prompt.indexOf(slots.item) : -1;
    const chosen = random() < (language === 'en' ? 0.25 : 0.9);
    const [way, thing] = [pick(WAYS[language] ?? []), pick(THINGS)];
    if (!slots?.item || at < 0 || !chosen || !way || !thing || slots.exclude.length > 0) return [];
    const end = at + slots.item.length;
    const changed = prompt.slice(0, end) + way.replace('{}', thing) + prompt.slice(end);
    return [{ ...label, prompt: changed, slots: { ...slots, exclude: [thing] } }];
  });
}
