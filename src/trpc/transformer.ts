import superjson, { type SuperJSONResult } from 'superjson';
import { withStorableText } from '@/auth/entrance/read-json';
import { DomainError } from '@/domain/errors';

/** What our pages send beside plain JSON: absent members, moments, and a number field's NaN. */
const KINDS = new Set(['undefined', 'Date', 'number']);
/** A filled-in form has a few; each costs a walk to its value. */
const MOST_ANNOTATIONS = 200;
const LONGEST_PATH = 200;

type Annotations = NonNullable<NonNullable<SuperJSONResult['meta']>['values']>;

/**
 * superjson both ways; of what comes in, only as much as a page of ours sends. Everything of superjson that builds more
 * than it was sent (big integers, sets, patterns, arrays of bytes, shared and circular objects) is refused or left out.
 */
export const transformer = {
  input: { serialize: superjson.serialize, deserialize: readInput },
  output: superjson,
};

/** @throws DomainError `invalid` / `malformed_input`, `nul_character`. */
function readInput(given: unknown): unknown {
  if (typeof given !== 'object' || given === null || !('json' in given)) throw malformed();
  const json = withStorableText(given.json) as SuperJSONResult['json'];
  const meta = 'meta' in given ? given.meta : undefined;
  if (meta === undefined || meta === null) return json;
  if (typeof meta !== 'object') throw malformed();
  const values = 'values' in meta ? meta.values : undefined;
  if (values === undefined) return json;
  if (countAnnotations(values) > MOST_ANNOTATIONS) throw malformed();
  return annotated(json, values as Annotations, 'v' in meta && meta.v === 1 ? 1 : 0);
}

/** Which objects were the same one (`referentialEqualities`) is left out: each is here as often as it is meant. */
function annotated(json: SuperJSONResult['json'], values: Annotations, v: 0 | 1): unknown {
  try {
    return superjson.deserialize({ json, meta: v === 1 ? { values, v } : { values } });
  } catch {
    // A path that is none, or that leads to a prototype.
    throw malformed();
  }
}

/** A leaf is [kind] or [kind, inner]; anything else is an object of trees by their paths. */
function countAnnotations(tree: unknown): number {
  if (typeof tree !== 'object' || tree === null) throw malformed();
  const inner = Array.isArray(tree) ? tree[1] : tree;
  if (Array.isArray(tree) && !KINDS.has(tree[0])) throw malformed();
  const own = Array.isArray(tree) ? 1 : 0;
  if (inner === undefined) return own;
  if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) throw malformed();
  let count = own;
  for (const [path, branch] of Object.entries(inner)) {
    if (path.length > LONGEST_PATH) throw malformed();
    count += countAnnotations(branch);
    if (count > MOST_ANNOTATIONS) return count;
  }
  return count;
}

function malformed(): DomainError {
  return new DomainError('invalid', 'malformed_input', 'The input is not as our pages send it. Reload the page.');
}
