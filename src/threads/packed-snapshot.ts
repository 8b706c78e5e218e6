import { deserialize, serialize } from 'node:v8';
import type { Snapshot, StructuredItem } from '@/domain/snapshot';

/** What of a snapshot can be large, each part for itself: a list of 60,000 nodes takes 0.2 s to unpack. */
const PARTS = ['nodes', 'runs', 'structured'] as const;
type Part = (typeof PARTS)[number];

/** Deeper data can be told by no path that we follow, and would overflow the stack of whoever unpacks it. */
const MAX_DEPTH = 200;

/** A snapshot on its way between threads: its bulk is memory that both sides see, so that nothing is copied. */
export interface PackedSnapshot {
  head: Omit<Snapshot, Part>;
  parts: Record<Part, SharedArrayBuffer>;
}

const known = new WeakMap<Snapshot, PackedSnapshot>();

/** Packs a snapshot; one that came packed is not packed again. What is too deep to be packed is left out. */
export function packSnapshot(snapshot: Snapshot): PackedSnapshot {
  const before = known.get(snapshot);
  if (before !== undefined) return before;
  const { nodes, runs, structured, ...head } = snapshot;
  const packed: PackedSnapshot = {
    head,
    parts: { nodes: shared(nodes), runs: shared(runs), structured: shared(structured.filter(isShallow)) },
  };
  known.set(snapshot, packed);
  return packed;
}

/** The snapshot with each part unpacked when it is first looked at: the thread that serves needs hardly any of them. */
export function unpackSnapshot(packed: PackedSnapshot): Snapshot {
  const snapshot = { ...packed.head };
  for (const part of PARTS) {
    let unpacked: unknown;
    const get = () => {
      unpacked ??= deserialize(Buffer.from(packed.parts[part]));
      return unpacked;
    };
    Object.defineProperty(snapshot, part, { enumerable: true, get });
  }
  known.set(snapshot as Snapshot, packed);
  return snapshot as Snapshot;
}

function shared(part: unknown): SharedArrayBuffer {
  const bytes = serialize(part);
  const memory = new SharedArrayBuffer(bytes.byteLength);
  new Uint8Array(memory).set(bytes);
  return memory;
}

function isShallow({ data }: StructuredItem): boolean {
  let level: unknown[] = [data];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return false;
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
  return true;
}
