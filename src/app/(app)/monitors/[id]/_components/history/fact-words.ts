import { sentenceIn } from '@/domain/trigger/sentence-locale';
import type { Locale } from '@/domain/written/locales';
import type { FactView } from '@/trpc/monitor-view';
import { valueWords } from '@/ui/monitor/monitor-words';

/** "$279.00", "Sold out", "Not there": what a fact says, in one line. `property`: what of the item is read. */
export function factWords(
  { value, quote }: Pick<FactView, 'value' | 'quote'>,
  property: string,
  locale: Locale,
): string {
  return value === null ? 'Not there' : valueWords(value, { property, quote }, locale);
}

/** Why or why not, for a line whose badge says "Alert" already. */
export function decisionOf(
  { sentence, triggeredAlert }: Pick<FactView, 'sentence' | 'triggeredAlert'>,
  locale: Locale,
): string {
  const said = sentenceIn(locale, sentence);
  const rest = triggeredAlert ? said.replace(/^Alert:\s*/, '') : said;
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
