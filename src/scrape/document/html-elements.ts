import { type AnyNode, type Element, isTag, isText } from 'domhandler';
import type { Flow } from './raw-tree';

/** Elements whose content is never drawn as text (by the HTML standard's rendering section, or not ours to read). */
export const NEVER_DRAWN = new Set(
  (
    'script style template noscript head title meta link base iframe frame frameset noframes noembed object embed ' +
    'video audio canvas map area datalist source track param rp colgroup col progress meter desc metadata defs ' +
    'symbol clippath mask filter lineargradient radialgradient'
  ).split(' '),
);

const FLOWS = new Map<string, Flow>();
function flow(kind: Flow, tags: string): void {
  for (const tag of tags.split(' ')) FLOWS.set(tag, kind);
}
flow(
  'block',
  'html body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup legend listing main menu nav ol optgroup option p plaintext pre ' +
    'search section summary table caption tbody thead tfoot ul xmp',
);
flow('list-item', 'li');
flow('row', 'tr');
flow('cell', 'td th');
flow('piece', 'button input select textarea img svg text rt');
flow('break', 'br hr');

/** How the tag stands against its neighbours when no style says otherwise. */
export function flowOfTag(tag: string): Flow {
  return FLOWS.get(tag) ?? 'inline';
}

/** Flow of a `display` value, or null where the value does not decide it. */
export function flowOfDisplay(display: string): Flow | null {
  switch (display) {
    case 'block':
    case 'flex':
    case 'grid':
    case 'table':
    case 'flow-root':
    case 'table-row-group':
    case 'table-caption':
      return 'block';
    case 'list-item':
      return 'list-item';
    case 'table-row':
      return 'row';
    case 'table-cell':
      return 'cell';
    case 'inline':
    case 'contents':
      return 'inline';
    default:
      return null;
  }
}

const ROLES: Record<string, Flow> = {
  row: 'row',
  cell: 'cell',
  gridcell: 'cell',
  columnheader: 'cell',
  rowheader: 'cell',
};

/** Flow of an ARIA role: tables made of div elements keep their rows and cells. */
export function flowOfRole(role: string | undefined): Flow | null {
  return role === undefined ? null : (ROLES[role] ?? null);
}

export const PREFORMATTED = new Set(['pre', 'xmp', 'listing', 'plaintext', 'textarea']);
export const STRUCK = new Set(['del', 's', 'strike']);

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
