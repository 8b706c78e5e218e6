import type { StructuredItem } from '@/domain/snapshot';
import type { RawElement } from '../raw-tree';
import type { ReadDocument } from '../understood-document';
import { element, parseText } from './parse-text';

const MAX_VALUES = 20_000;
const MAX_DEPTH = 100;
/** Of a key, and of a whole path: each of the values below carries it. */
const MAX_KEY = 200;
const MAX_PATH = 1_000;
/** What may follow a dot in a path; other keys are quoted in brackets. */
const PLAIN_KEY = /^[A-Za-z_$][\w$-]*$/;

/**
 * JSON as lines "path: value" (`offers[0].price: 12.5`), one node "json-value" per value with its path in the
 * attribute `name`. What is not JSON is read as plain text.
 */
export function parseJson(text: string): ReadDocument {
  const data = parsed(text);
  if (data === undefined) return looksLikeLines(text) ? parseJsonLines(text) : parseText(text);
  return read('json', [{ path: '', data }]);
}

/** One JSON value a line; the paths begin with the number of the line: `[0].price`. Broken lines are left out. */
export function parseJsonLines(text: string): ReadDocument {
  // JSON text sequences (RFC 7464) put a record separator before each value.
  const lines = text
    .replaceAll('\u001e', '')
    .split(/\r\n|\n/)
    .filter((line) => line.trim() !== '');
  const values = lines.slice(0, MAX_VALUES).map((line, index) => ({ path: `[${index}]`, data: parsed(line) }));
  const sound = values.filter((value) => value.data !== undefined);
  if (sound.length === 0) return parseText(text);
  const all = read('json-lines', sound);
  return { ...all, isWhole: all.isWhole && lines.length <= MAX_VALUES };
}

function parsed(text: string): unknown {
  try {
    // Some services put a guard before the data so that it can't be run as a script.
    const bare = text.replace(/^\uFEFF?\s*(\)\]\}',?|for\s*\(;;\);|while\s*\(1\);)/, '').replace(/^\uFEFF/, '');
    // Asking for each number is slow: only where one may lose something.
    return MAY_LOSE.test(bare) ? JSON.parse(bare, asWritten) : JSON.parse(bare);
  } catch {
    return undefined;
  }
}

/** Zeros at the end of decimals, and more digits than a binary float holds. */
const MAY_LOSE = /\.\d*0(?!\d)|\d{16}|\d\.\d{14}|-0/;

/** A number as the source has it, where JavaScript would write it otherwise ("12.50", an id of 20 digits): as text. */
function asWritten(_key: string, value: unknown, context?: { source?: string }): unknown {
  const source = context?.source;
  if (typeof value !== 'number' || source === undefined || !/^-?\d+(\.\d+)?$/.test(source)) return value;
  return String(value) === source ? value : source;
}

function looksLikeLines(text: string): boolean {
  const [first = '', second = ''] = text.slice(0, 200_000).split('\n', 2);
  return parsed(first) !== undefined && (second.trim() === '' || parsed(second) !== undefined);
}

function read(kind: 'json' | 'json-lines', values: { path: string; data: unknown }[]): ReadDocument {
  const lines: RawElement[] = [];
  let isWhole = true;
  for (const { path, data } of values) isWhole = addValues(lines, path, data, 0) && isWhole;
  const structured: StructuredItem[] = values.map(({ path, data }) => ({
    syntax: 'json',
    path: path === '' ? 'json' : `json${path}`,
    type: typeName(data),
    data,
  }));
  return {
    kind,
    root: element('body', lines),
    title: titleOf(values[0]?.data),
    language: null,
    structured,
    isWhole,
    document: null,
  };
}

/** False where values were left out: too many, or too deep. */
function addValues(lines: RawElement[], path: string, value: unknown, depth: number): boolean {
  if (lines.length >= MAX_VALUES || depth > MAX_DEPTH || path.length > MAX_PATH) return false;
  if (typeof value !== 'object' || value === null) {
    lines.push(line(path, value));
    return true;
  }
  const isList = Array.isArray(value);
  let isWhole = true;
  for (const [key, one] of Object.entries(value)) {
    const below = isList ? `${path}[${key}]` : path + step(path, key.slice(0, MAX_KEY));
    isWhole = addValues(lines, below, one, depth + 1) && isWhole;
  }
  return isWhole;
}

function step(path: string, key: string): string {
  if (!PLAIN_KEY.test(key)) return `[${JSON.stringify(key)}]`;
  return path === '' ? key : `.${key}`;
}

/** The path is a text of its own, so that the node of the value holds nothing but the value. */
function line(path: string, value: unknown): RawElement {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const node = element('json-value', [{ text }], { flow: 'inline', attributes: { name: path } });
  return element('json-line', path === '' ? [node] : [{ text: `${path}: ` }, node]);
}

function typeName(data: unknown): string | null {
  const type = field(data, '@type') ?? field(data, 'type');
  return typeof type === 'string' ? type.slice(0, 100) : null;
}

function titleOf(data: unknown): string {
  const title = field(data, 'title') ?? field(data, 'name');
  return typeof title === 'string' ? title.slice(0, 200) : '';
}

function field(data: unknown, key: string): unknown {
  return typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[key] : undefined;
}
