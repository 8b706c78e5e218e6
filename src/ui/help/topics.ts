/** What the help page explains, and what a hint says of it in place. `topic` is also its anchor on the page. */
export const TOPICS = {
  checks: {
    title: 'How checks are counted',
    brief:
      'A check loads one monitor’s page once and reads it. It is given back where the site or we failed, and all of ' +
      'them come back at midnight UTC.',
  },
  sentence: {
    title: 'How to write a good sentence',
    brief: 'Name the thing, what of it you mean, when you want to be told, and the address of the page.',
  },
  asking: {
    title: 'Why it asks',
    brief:
      'More than one value on the page could be what you mean. A wrong one would alert you for nothing, so you ' +
      'choose once, and it is found again from then on.',
  },
  recipe: {
    title: 'What a recipe is',
    brief:
      'The place at which a value stood when it was proven: a label, a cell, the words around it. A check that finds ' +
      'it there needs no other reading.',
  },
} as const;

export type Topic = keyof typeof TOPICS;
