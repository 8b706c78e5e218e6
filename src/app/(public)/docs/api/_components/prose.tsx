import { Code, Text } from '@mantine/core';
import type { ReactNode } from 'react';

const MARKS = /(\*\*[^*]+\*\*|`[^`]+`)/;

/** Bold and code are all the marks that our own descriptions use. */
function marked(text: string): ReactNode[] {
  return text.split(MARKS).map((part, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a fixed text never move.
    if (part.startsWith('**')) return <strong key={index}>{part.slice(2, -2)}</strong>;
    // biome-ignore lint/suspicious/noArrayIndexKey: as above.
    return part.startsWith('`') ? <Code key={index}>{part.slice(1, -1)}</Code> : part;
  });
}

/** A description of the document: paragraphs with bold and code. */
export function Prose({ text }: { text: string }) {
  return text.split(/\n{2,}/).map((paragraph) => (
    <Text key={paragraph} maw={760}>
      {marked(paragraph.replace(/\n/g, ' '))}
    </Text>
  ));
}
