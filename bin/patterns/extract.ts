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

/** All patterns of a source: literals, and `new RegExp` of texts that can be worked out without running it. */
export function patternsOf(code: string, isTsx: boolean): PatternsOfFile {
  const program = parseSync(code, { syntax: 'typescript', tsx: isTsx, target: 'esnext' });
  const nodes = [...nodesOf(program)];
  const constants = new Map<string, Node>();
  for (const { type, id, init } of nodes) {
    if (type === 'VariableDeclarator' && isNode(id) && isNode(init)) constants.set(String(id.value), init);
  }
  const found: PatternsOfFile = { patterns: [], unknown: 0 };
  let at = 0;
  for (const node of nodes) {
    if (node.type === 'RegExpLiteral') {
      const written = `/${node.pattern}/${node.flags}`;
      at = Math.max(at, code.indexOf(written, at));
      found.patterns.push({ source: String(node.pattern), flags: String(node.flags), line: lineAt(code, at) });
    } else if (isRegExpCall(node)) {
      const [source, flags] = (node.arguments as { expression: Node }[]).map(({ expression }) =>
        textOf(expression, constants, 0),
      );
      if (source === null || source === undefined || flags === null) found.unknown++;
      else found.patterns.push({ source, flags: flags ?? '', line: lineAt(code, at) });
    }
  }
  return found;
}

function isRegExpCall({ type, callee }: Node): boolean {
  return (type === 'NewExpression' || type === 'CallExpression') && isNode(callee) && callee.value === 'RegExp';
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
    case 'TaggedTemplateExpression':
      return isNode(node.template) ? joined(woven(node.template, 'raw', inner)) : null;
    default:
      return null;
  }
}

function woven(template: Node, how: 'cooked' | 'raw', inner: (one: unknown) => string | null): (string | null)[] {
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
