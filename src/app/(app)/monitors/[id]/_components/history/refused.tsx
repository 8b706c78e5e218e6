import { formatValue } from '@/domain/value/value-format';
import type { RowDetailsView } from '@/trpc/history-view';
import { useLocale } from '@/ui/locale';
import classes from './history.module.css';

/** Values that were considered, with the reasons against them. */
export function Refused({ refused, title }: { refused: RowDetailsView['refused']; title: string }) {
  const locale = useLocale();
  if (refused.length === 0) return null;
  return (
    <div>
      <h3 className={classes.part}>{title}</h3>
      <ul className={classes.refused}>
        {refused.map(({ quote, value, reason }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a page may say the same twice; the list never changes
          <li key={at}>
            <b>{value === null ? `“${quote}”` : formatValue(value, { locale })}</b>
            <span>{reason}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
