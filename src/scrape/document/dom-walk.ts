import { type AnyNode, type Document, type Element, isTag, isText } from 'domhandler';

/** All elements in document order, without recursion: hostile pages nest without end. */
export function* elementsOf(top: Document | Element): Generator<Element> {
  const waiting: AnyNode[] = [...top.children].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isTag(node)) continue;
    yield node;
    for (let index = node.children.length - 1; index >= 0; index--) {
      const child = node.children[index];
      if (child !== undefined) waiting.push(child);
    }
  }
}

const NO_TEXT = new Set(['script', 'style', 'template', 'noscript']);

/** The text inside, drawn or not, up to `limit` characters; white space as it stands. */
export function textInside(top: Document | Element, limit: number): string {
  let text = '';
  const waiting: AnyNode[] = [...top.children].reverse();
  for (let node = waiting.pop(); node !== undefined && text.length < limit; node = waiting.pop()) {
    if (isText(node)) text += node.data;
    else if (isTag(node) && !NO_TEXT.has(node.name)) {
      for (let index = node.children.length - 1; index >= 0; index--) {
        const child = node.children[index];
        if (child !== undefined) waiting.push(child);
      }
    }
  }
  return text.slice(0, limit);
}

/** The text that stands directly in the element: of a script, a title, a style sheet. */
export function ownText(element: Element): string {
  return element.children.map((child) => (isText(child) ? child.data : '')).join('');
}
