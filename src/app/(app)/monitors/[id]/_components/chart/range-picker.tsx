import type { Range } from '@/domain/series';
import classes from './chart.module.css';

const WORDS: Record<Range, [shown: string, heard: string]> = {
  '24h': ['24 h', '24 h, the last 24 hours'],
  '7d': ['7 d', '7 d, the last 7 days'],
  '30d': ['30 d', '30 d, the last 30 days'],
  '90d': ['90 d', '90 d, the last 90 days'],
  '1y': ['1 y', '1 y, the last year'],
};

interface RangePickerProps {
  range: Range;
  /** Zoomed into it: none of them is shown as it is. */
  isZoomed: boolean;
  choose: (range: Range) => void;
}

/** How far back the chart looks. */
export function RangePicker({ range, isZoomed, choose }: RangePickerProps) {
  return (
    <fieldset className={classes.ranges}>
      <legend>How far back</legend>
      {(Object.keys(WORDS) as Range[]).map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === range && !isZoomed}
          aria-label={WORDS[one][1]}
          onClick={() => choose(one)}
        >
          {WORDS[one][0]}
        </button>
      ))}
    </fieldset>
  );
}
