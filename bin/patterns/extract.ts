import { parseSync } from '@swc/core';

/** A regular expression as a source file writes it. */
interface WrittenPattern {
  source: string;
  flags: string;
  /** Line of its beginning, from 1. */
  line: number;
}

export interface PatternsOfFile {
  patterns: WrittenPattern[];
  /** `new RegExp` of what is only known at run time. */
  unknown: number;
}

type Node = { type?: unknown } & Record<string, unknown>;

/** All patterns of a source: literals, and `new RegExp` and `phrase` of what can be worked out without running it. */
export function patternsOf(code: string, isTsx: boolean): PatternsOfFile {
  const program = parseSync(code, { syntax: 'typescript', tsx: isTsx, target: 'esnext' });
  const nodes = [...nodesOf(program)];
  const constants = new Map<string, Node>();
  for (const { type, id, init } of nodes) {
    if (type === 'VariableDeclarator' && isNode(id) && isNode(init)) constants.set(String(id.value), init);
  }
  const found: PatternsOfFile = { patterns: [], unknown: 0 };
  const pieces = new Set(nodes.filter(isPhrase).flatMap((call) => [...nodesOf(call.arguments)]));
  let at = 0;
  for (const node of nodes) {
    if (pieces.has(node)) continue;
    if (node.type === 'RegExpLiteral') {
      const written = `/${node.pattern}/${node.flags}`;
      at = Math.max(at, code.indexOf(written, at));
      found.patterns.push({ source: String(node.pattern), flags: String(node.flags), line: lineAt(code, at) });
    } else if (isRegExpCall(node)) {
      const [source, flags] = isPhrase(node)
        ? [textOf(node, constants, 0)]
        : argumentsOf(node).map((one) => (isNode(one) ? textOf(one, constants, 0) : null));
      if (source === null || source === undefined || flags === null) found.unknown++;
      else found.patterns.push({ source, flags: flags ?? '', line: lineAt(code, at) });
    }
  }
  return found;
}

function isRegExpCall(node: Node): boolean {
  const isCall = node.type === 'NewExpression' || node.type === 'CallExpression';
  return isCall && ['RegExp', 'phrase'].includes(nameOf(node));
}

function isPhrase(node: Node): boolean {
  return node.type === 'CallExpression' && nameOf(node) === 'phrase';
}

function nameOf({ callee }: Node): string {
  return isNode(callee) ? String(callee.value) : '';
}

/** In the order of the source, since children stand in it. */
function* nodesOf(node: unknown): Generator<Node> {
  if (Array.isArray(node)) for (const one of node) yield* nodesOf(one);
  else if (isNode(node)) {
    yield node;
    for (const key in node) if (key !== 'span') yield* nodesOf(node[key]);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

/** The text that an expression stands for; null where only running the program tells. */
function textOf(node: Node, constants: Map<string, Node>, depth: number): string | null {
  if (depth > 20) return null;
  const inner = (one: unknown): string | null => (isNode(one) ? textOf(one, constants, depth + 1) : null);
  switch (node.type) {
    case 'StringLiteral':
      return String(node.value);
    case 'RegExpLiteral':
      return String(node.pattern);
    case 'Identifier':
      return inner(constants.get(String(node.value)));
    case 'MemberExpression':
      return isNode(node.property) && node.property.value === 'source' ? inner(node.object) : null;
    case 'ParenthesisExpression':
    case 'TsAsExpression':
      return inner(node.expression);
    case 'BinaryExpression':
      return node.operator === '+' ? joined([inner(node.left), inner(node.right)]) : null;
    case 'TemplateLiteral':
      return joined(woven(node, 'cooked', inner));
    case 'ArrayExpression':
      return oneOf(node.elements, inner);
    case 'CallExpression':
      return pieced(node, inner);
    case 'TaggedTemplateExpression':
      return isNode(node.template) ? joined(woven(node.template, 'raw', inner)) : null;
    default:
      return null;
  }
}

type Inner = (one: unknown) => string | null;

function argumentsOf({ arguments: given }: Node): unknown[] {
  return (given as { spread: unknown; expression: unknown }[]).map(({ spread, expression }) =>
    spread ? null : expression,
  );
}

function oneOf(words: unknown, inner: Inner): string | null {
  const text = joined((words as ({ expression: unknown } | null)[]).flatMap((one) => ['|', inner(one?.expression)]));
  return text === null ? null : `(?:${text.slice(1)})`;
}

/** `phrase(…)` and `maybe(…)`, by which the signals put patterns together. */
function pieced(call: Node, inner: Inner): string | null {
  const name = nameOf(call);
  if (name === 'phrase') return joined(argumentsOf(call).map(inner));
  if (name !== 'maybe') return null;
  const words = oneOf(
    argumentsOf(call).map((expression) => ({ expression })),
    inner,
  );
  return words === null ? null : `${words}?`;
}

function woven(template: Node, how: 'cooked' | 'raw', inner: Inner): (string | null)[] {
  const quasis = template.quasis as Node[];
  const between = (template.expressions as unknown[]).map(inner);
  return quasis.flatMap((quasi, at) => [String(quasi[how]), ...(at < between.length ? [between[at] ?? null] : [])]);
}

function joined(parts: (string | null)[]): string | null {
  return parts.every((part) => part !== null) ? parts.join('') : null;
}

function lineAt(code: string, offset: number): number {
  return code.slice(0, offset).split('\n').length;
}
