import { foldForComparison } from '../written/text-fold';

/** Readers write the detail that tells equal titles apart behind this; where a title stands alone it has none. */
const DETAIL = ' · ';

/**
 * Of the entries of `now` that have no equal in `before` (`come`), those that are not one of `gone`, the entries of
 * `before` without an equal in `now`, written otherwise. Each of `gone` stands for one of `come` at most.
 */
export function trulyNew(
  come: readonly string[],
  gone: readonly string[],
  now: readonly string[],
  before: readonly string[],
): string[] {
  if (come.length === 0 || gone.length === 0) return [...come];
  const left = gone.map((item) => ({ item, ...partsOf(item) }));
  const nowLoose = counted(now);
  const beforeLoose = counted(before);
  return come.filter((item) => {
    const parts = partsOf(item);
    const loose = looseTitle(item);
    // A title that several entries share but for their numbers ("11. Sitzung", "10. Sitzung") is told apart by them.
    const alone = nowLoose.get(loose) === 1 && beforeLoose.get(loose) === 1;
    const twin = left.findIndex(
      (other) =>
        isSameEntry(parts, other) || (alone && looseTitle(other.item) === loose) || isCut(parts.title, other.title),
    );
    if (twin >= 0) left.splice(twin, 1);
    return twin < 0;
  });
}

interface Parts {
  title: string;
  detail: string;
}

function partsOf(item: string): Parts {
  const at = item.indexOf(DETAIL);
  if (at < 0) return { title: foldForComparison(item), detail: '' };
  const detail = foldForComparison(item.slice(at + DETAIL.length)).replace(/\d[\d.,]*/g, '#');
  return { title: foldForComparison(item.slice(0, at)), detail };
}

/** The same title, with details that came, went or count something else. */
function isSameEntry(one: Parts, other: Parts): boolean {
  if (one.detail === '' && other.detail === '') return false;
  const bare = one.detail === '' || other.detail === '';
  return one.title === other.title && (bare || one.detail === other.detail);
}

/** "Maintenance window on Sun…" is the title that begins so. */
function isCut(one: string, other: string): boolean {
  const begins = (cut: string, whole: string): boolean => {
    const head = /^(.{8,}?)\s?(?:…|\.\.\.)$/u.exec(cut)?.[1];
    return head !== undefined && whole.startsWith(head);
  };
  return begins(one, other) || begins(other, one);
}

const PLACE = /^#?(?:[1-9]|[1-4]\d)(?:[.)](?!\d)|(?= [-–]))\s*[-–]?\s*/u;
const COUNT = /(?<!\s)\s*[([]\d[\d.,]*(?: \p{L}+)?[)\]]$/u;
const BADGE =
  'new|neu|nouveau|nouvelle|nuevo|nueva|nuovo|nuova|novo|nova|nieuw|updated|update|hot|pinned|sticky|' +
  'featured|sponsored|urgent|top|tipp?|closed|geschlossen|solved|gelöst|aktualisiert|angepinnt|épinglé|' +
  'fijado|fixado|vastgezet|sold|sold out|reserved|verkauft|reserviert|vendu|vendido|venduto|verkocht';
const BADGES = new RegExp(
  `^(?:[[(](?:${BADGE})[\\])]|(?:${BADGE})(?:[!:]| [-–|]))\\s*|(?<!\\s)\\s*[[(–|-]?\\s?(?:${BADGE})[\\])!]$`,
  'gu',
);

/** A title without its place in the list, its counters, its badges and pictures. */
function looseTitle(item: string): string {
  const plain = foldForComparison(item)
    .replace(/^【[^】]{1,10}】|【[^】]{1,10}】$/gu, '')
    .replace(/(?:\p{Extended_Pictographic}|\ufe0f|[★☆●►▶»*])/gu, '')
    .trim();
  return (
    plain
      .replace(PLACE, '')
      .replace(COUNT, '')
      .replace(BADGES, '')
      .replace(/(?<![\s.!])[\s.!]+$/, '')
      .trim() || plain
  );
}

function counted(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(looseTitle(item), (counts.get(looseTitle(item)) ?? 0) + 1);
  return counts;
}
