import { describe, expect, it } from 'vitest';
import { refusedWords, wordFaults } from './words';

const GLOSSARY = `# Glossary

| word | what it is | not |
|---|---|---|
| Kettle | what boils water | pot (as a type), tea boiler |
| Lid | what lies on it | cap |

| outcome | when |
|---|---|
| \`warm\` | after a while |
`;
const REFUSED = refusedWords(GLOSSARY);
const faults = (text: string, path = 'src/a.ts') => wordFaults([{ path, text }], REFUSED, []);

it('reads the words of the third column, without what explains them', () => {
  expect(REFUSED).toEqual([
    { word: 'pot', say: 'Kettle' },
    { word: 'tea boiler', say: 'Kettle' },
    { word: 'cap', say: 'Lid' },
  ]);
});

describe('a refused word', () => {
  it.each([
    ['const pot = 1;', '"pot"'],
    ['for (const one of largePots) {}', '"pot"'],
    ['CREATE TABLE tea_boilers ()', '"tea boiler"'],
    ['class TeaBoiler {}', '"tea boiler"'],
    ['// the tea-boiler', '"tea boiler"'],
  ])('is found in %s', (text, word) => {
    expect(faults(`\n${text}`)).toEqual([expect.stringContaining(`src/a.ts:2: ${word} is refused, say Kettle`)]);
  });

  it.each(['potential', 'spot', 'capital', 'the tea (boiler)', 'escape'])('is not found in %s', (text) => {
    expect(faults(text)).toEqual([]);
  });

  it('is found in the name of a file', () => {
    expect(faults('', 'src/pot/fill.ts')).toHaveLength(1);
  });
});

describe('another meaning of a word', () => {
  const inTwo = [
    { path: 'src/plants/a.ts', text: 'pot' },
    { path: 'src/tea/a.ts', text: 'pot' },
  ];

  it('holds where it says', () => {
    const only = wordFaults(inTwo, REFUSED, [{ word: 'pot', means: 'for plants', only: ['src/plants/'] }]);
    const not = wordFaults(inTwo, REFUSED, [{ word: 'pot', means: 'for plants', not: ['src/tea/'] }]);
    expect(only).toEqual([expect.stringContaining('src/tea/a.ts:1')]);
    expect(not).toEqual(only);
  });

  it('that nothing needs is a fault', () => {
    expect(wordFaults([], REFUSED, [{ word: 'cap', means: 'a hat' }])).toEqual([expect.stringContaining('"cap"')]);
  });
});
