import { type AnyNode, type Element, isTag, isText } from 'domhandler';

const BUTTONS = new Set(['submit', 'button', 'reset']);
/** Their value is not drawn as text, or is a secret. */
const WITHOUT_TEXT = new Set(['checkbox', 'radio', 'password', 'hidden', 'file', 'color', 'range']);

/**
 * The text that a form control or an image stands for: the chosen label, the value, the alt text. Null where the
 * element's own content is what is drawn.
 */
export function controlText(element: Element): string | null {
  switch (element.name) {
    case 'img':
      return element.attribs.alt ?? '';
    case 'select':
      return chosenLabels(element);
    case 'input':
      return inputText(element.attribs);
    default:
      return null;
  }
}

function inputText(attributes: Record<string, string>): string {
  const type = attributes.type?.toLowerCase() ?? 'text';
  if (type === 'image') return attributes.alt ?? '';
  if (WITHOUT_TEXT.has(type)) return '';
  if (BUTTONS.has(type)) return attributes.value ?? (type === 'submit' ? 'Submit' : '');
  return attributes.value ?? '';
}

function chosenLabels(select: Element): string {
  const options = optionsOf(select.children);
  const chosen = options.filter((option) => option.attribs.selected !== undefined);
  if (select.attribs.multiple !== undefined) return chosen.map(labelOf).join(' ');
  // Without a choice the browser shows the first option that can be chosen.
  const shown = chosen.at(-1) ?? options.find((option) => option.attribs.disabled === undefined) ?? options[0];
  return shown === undefined ? '' : labelOf(shown);
}

function optionsOf(nodes: AnyNode[]): Element[] {
  return nodes.filter(isTag).flatMap((child) => (child.name === 'optgroup' ? child.children.filter(isTag) : [child]));
}

function labelOf(option: Element): string {
  const label = option.attribs.label;
  if (label !== undefined && label !== '') return label;
  return option.children.map((child) => (isText(child) ? child.data : isTag(child) ? labelOf(child) : '')).join('');
}
