/** As long as a prompt may be (domain/limits.ts). */
const LENGTH = 500;

const PUNCTUATION = [...'-.,:;!?\'"`´()[]{}<>/\\|_+*=~^#%&@$€£¥§°…–—·•„“”‚‘’«»‹›¿¡、。・「」『』％￥'];
const WORDS = [
  'a',
  'of',
  'the',
  'price',
  'below',
  'above',
  'and',
  'or',
  'if',
  'when',
  'not',
  'no',
  'is',
  'in',
  'stock',
];
const FOREIGN = [
  'der',
  'Preis',
  'unter',
  'und',
  'wenn',
  'oder',
  'prix',
  'moins',
  'precio',
  'prezzo',
  'prijs',
  '価格',
  'が',
];
const FIGURES = [
  '0',
  '7',
  '15',
  '$1',
  '1,000',
  '1.5',
  '9.99 €',
  '3%',
  '12:30',
  '2026-11-22',
  '1.2.3',
  '1/2',
  'five',
  'million',
];
const PLACES = ['a.b', 'https://a.example/b?c=d', 'example.com', 'x@y.example'];
const SCRIPTS = ['ß', 'é', 'Ω', 'ж', 'ש', 'ع', 'क', '漢', 'カ', '한', '😀', 'e\u0301', '\u200b', '\u202e', 'ﬁ', 'İ'];

/** Sentences around what is repeated: what stands before and after it is understood, or nothing is. */
const FRAMES: [before: string, after: string][] = [
  ['Tell me when iPhone 15 ', ' Pro drops below $500'],
  ['Sag mir, wenn das iPhone 15 ', ' Pro unter 500 € fällt'],
  ['Préviens-moi quand le vélo ', ' coûte moins de 500 €'],
  ['Avísame cuando la bicicleta ', ' cueste menos de 500 €'],
  ['Avvisami quando la bici ', ' costa meno di 500 €'],
  ['Avise quando a bicicleta ', ' custar menos de R$ 500'],
  ['Laat me weten als de fiets ', ' minder dan € 500 kost'],
  ['', 'が500円以下になったら教えて'],
  ['Tell me when the price of ', ' changes by 5%'],
  ['Let me know if ', ' is in stock at shop.example'],
  ['Is ', ' still top? Tell me when it changes'],
  ['Tell me when version ', ' is newer than 2.1'],
  ['', ''],
];

/** A prompt of 500 characters that is hard on patterns, with the kind it is of. */
export interface HardPrompt {
  kind: string;
  prompt: string;
}

/** `count` prompts, the same for the same seed: every repeat in every frame first, then mixtures drawn at random. */
export function* hardPrompts(count: number, seed: number): Generator<HardPrompt> {
  const random = randomOf(seed);
  const repeats = [...repeatedOnes()];
  // A short run sees some of every kind, too.
  for (let at = 0; at < count; at++) {
    const due = at % 2 === 0 ? repeats[Math.floor((at / count) * repeats.length)] : undefined;
    yield due ?? mixture(random);
  }
}

function* repeatedOnes(): Generator<HardPrompt> {
  const units = Object.entries({
    punctuation: PUNCTUATION,
    word: [...WORDS, ...FOREIGN],
    figure: FIGURES,
    place: PLACES,
    script: SCRIPTS,
  });
  for (const [kind, list] of units) {
    for (const unit of list) {
      for (const [before, after] of FRAMES) {
        yield { kind, prompt: filled(before, after, unit) };
        yield { kind: `${kind}, spaced`, prompt: filled(before, after, `${unit} `) };
      }
    }
  }
}

/** Five units in turn, or drawn anew each time; in a frame. */
function mixture(random: () => number): HardPrompt {
  const all = [...PUNCTUATION, ...WORDS, ...FOREIGN, ...FIGURES, ...PLACES, ...SCRIPTS];
  const pick = <Item>(list: readonly Item[]) => list[Math.floor(random() * list.length)] as Item;
  const [before, after] = pick(FRAMES);
  const joint = pick(['', ' ', ' ', ', ', '. ']);
  const few = Array.from({ length: 2 + Math.floor(random() * 4) }, () => pick(all));
  if (random() < 0.5) return { kind: 'mixture, in turn', prompt: filled(before, after, few.join(joint) + joint) };
  const many = Array.from({ length: LENGTH }, () => pick(random() < 0.7 ? few : all)).join(joint);
  return { kind: 'mixture, drawn', prompt: filled(before, after, many) };
}

function filled(before: string, after: string, unit: string): string {
  const room = LENGTH - before.length - after.length;
  return before + unit.repeat(Math.ceil(room / unit.length)).slice(0, room) + after;
}

/** Mulberry32: a small generator of numbers from 0 to 1, the same everywhere for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
