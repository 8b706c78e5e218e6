import type { Evidence } from '@/domain/contract/reading';
import type { Box, Snapshot, Span } from '@/domain/snapshot';

/** The literal quote at a place of the page, with the box around it; no box on a cheap look. */
export function evidenceAt(snapshot: Snapshot, { start, end }: Span): Evidence {
  const span = { start, end };
  return { quote: snapshot.text.slice(start, end), span, box: boxOf(snapshot, span) };
}

function boxOf(snapshot: Snapshot, span: Span): Box | null {
  const boxes = snapshot.runs.filter((run) => run.start < span.end && run.end > span.start).map((run) => run.box);
  const [first, ...rest] = boxes;
  if (first === undefined) return null;
  return rest.reduce((all, box) => {
    const x = Math.min(all.x, box.x);
    const y = Math.min(all.y, box.y);
    return {
      x,
      y,
      width: Math.max(all.x + all.width, box.x + box.width) - x,
      height: Math.max(all.y + all.height, box.y + box.height) - y,
    };
  }, first);
}
