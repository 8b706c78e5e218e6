import type { RawElement } from '../raw-tree';
import type { ReadDocument } from '../understood-document';

/** Plain text: its lines stay lines; the first one stands for the title. */
export function parseText(text: string): ReadDocument {
  const first =
    text
      .slice(0, 10_000)
      .split('\n')
      .find((line) => line.trim() !== '') ?? '';
  return {
    kind: 'text',
    root: element('body', [element('pre', [{ text }], { preformatted: true })]),
    title: first.trim().slice(0, 200),
    language: null,
    structured: [],
    isWhole: true,
    document: null,
  };
}

/** A block of the visible tree that a parser of non-HTML content makes. */
export function element(
  tag: string,
  children: RawElement['children'],
  more: Partial<Pick<RawElement, 'attributes' | 'flow' | 'preformatted'>> = {},
): RawElement {
  return { tag, attributes: {}, flow: 'block', ...more, children };
}
