import type { Locator } from '@/domain/contract/reading';

const LONGEST = 60;
const quoted = (text: string) => {
  const line = text.replace(/\s+/g, ' ').trim();
  return `“${line.length > LONGEST ? `${line.slice(0, LONGEST - 1).trimEnd()}…` : line}”`;
};

/** How a value is found again without asking a reader, for people: never a selector. */
export function locatorWords(locator: Locator | null): string {
  if (locator === null) return 'It is read anew each time';
  switch (locator.kind) {
    case 'structured':
      return `In what the page says for programs${locator.type === null ? '' : ` of a ${locator.type}`}`;
    case 'json':
      return 'In the data that the page is made of';
    case 'selector':
      return locator.label === null
        ? 'At its place on the page'
        : `At its place on the page, beside ${quoted(locator.label)}`;
    case 'cell':
      return cellWords(locator);
    case 'text':
      return betweenWords(locator.before, locator.after);
    case 'lines':
      return `After the lines that end with ${quoted(locator.before.slice(-LONGEST))}`;
    case 'presence':
      return presenceWords(locator);
    case 'list':
      return `By the list${locator.heading === undefined ? ' that it stands in' : ` below ${quoted(locator.heading)}`}`;
  }
}

function presenceWords({ words, heading }: Locator & { kind: 'presence' }): string {
  return `By whether ${quoted(words)} stands${heading === null ? ' there' : ` below ${quoted(heading)}`}`;
}

function cellWords({ row, column }: Locator & { kind: 'cell' }): string {
  const named = row.filter((text) => text.trim() !== '').map(quoted);
  const places = [
    ...(named.length === 0 ? [] : [`row ${named.join(', ')}`]),
    ...(column === null ? [] : [`column ${quoted(column)}`]),
  ];
  return places.length === 0 ? 'In its cell of the table' : `In the table: ${places.join(', ')}`;
}

function betweenWords(before: string, after: string): string {
  const [first, second] = [before.trim(), after.trim()];
  if (first !== '' && second !== '') return `Between ${quoted(first)} and ${quoted(second)}`;
  if (first === '' && second === '') return 'At its place in the text';
  return first === '' ? `Before ${quoted(second)}` : `After ${quoted(first)}`;
}
