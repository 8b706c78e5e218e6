import type { FactValue } from '@/domain/value/value';
import { formatNumber } from '@/domain/value/value-format';
import type { Locale } from '@/domain/written/locales';
import type { CardView } from '@/trpc/card-view';
import { useLocale } from '@/ui/locale';
import classes from './card.module.css';
import { linePath } from './line-path';

const SIZE = { width: 112, height: 36, pad: 3 };

interface SparklineProps {
  line: CardView['line'];
  /** The value that it ends with. */
  value: FactValue | null;
  /** Whether its last change raised an alert. */
  alert: boolean;
}

/** The last readings as a line; its range in words. Takes its room also where there is nothing to draw yet. */
export function Sparkline({ line, value, alert }: SparklineProps) {
  const locale = useLocale();
  const drawn = linePath(line, SIZE, value?.type === 'boolean');
  if (drawn === null) return null;
  return (
    <svg
      className={classes.sparkline}
      width={SIZE.width}
      height={SIZE.height}
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      role="img"
      aria-label={rangeWords(line, value, locale)}
    >
      <path d={drawn.path} />
      <circle cx={drawn.end.x} cy={drawn.end.y} r={2.75} data-alert={alert || undefined} />
    </svg>
  );
}

/** "The last values: $279.00 to $349.00" */
function rangeWords(line: CardView['line'], value: FactValue | null, locale: Locale): string {
  if (value?.type !== 'number') return 'The last values';
  const values = line.map(([, number]) => number);
  const ends = [Math.min(...values), Math.max(...values)];
  const [low, high] = ends.map((one) => formatNumber(String(one), value.unit, { locale }));
  return low === high ? `The last values: always ${low}` : `The last values: ${low} to ${high}`;
}
