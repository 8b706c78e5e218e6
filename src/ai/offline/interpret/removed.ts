import { type Clause, type Condition, change, state, textValue } from './condition';
import { overlaps, type Span } from './text';
import { condition, isDefinite, unquoted } from './words';

/** What is put up for a time and taken down again, as one thing and not as an entry of a list. */
const NOTICE =
  /(?<!\p{L})\p{L}*(?:notice|warning|advisory|banner|restriction|ban|curfew|embargo|moratorium|sanctions?|closure|lockdown|speed limit|hinweis|warnung|verbot|avertissement|avis|interdiction|restriction|waarschuwing|melding|verbod|aviso|advertencia|alerta|restriccion|restricao|avviso|divieto)(?!\p{L})|(?:警報|注意報|注意情報|勧告|避難指示|規制|制限)(?=[がは]?(?:すべて)?(?:解除|取り消|なくな|消え|終わ|終了))/u;

const noticeGone = (hit: Span): Condition =>
  condition({ trigger: state('absent'), factType: 'string', unit: null, property: 'text', spans: [hit] });

/** 「X」の表示が…: the quotation is a wording of the page. */
const WORDING = /^(?:の|という)(?:表示|文字|言葉|文言|記載|単語)/u;

/** Something leaves a list or a page. */
export function findRemoved(clause: Clause): Condition | null {
  const { prompt, patterns, quotes } = clause;
  const hit = unquoted(clause, patterns.find('removed', prompt.folded))[0];
  if (!hit) return null;
  const near = (gap: string) => gap.length < 4 || WORDING.test(gap);
  const gone = quotes.find((quote) => quote.end <= hit.start && near(prompt.folded.slice(quote.end, hit.start)));
  const wording = gone && WORDING.test(prompt.folded.slice(gone.end, hit.start));
  if (gone && (wording || patterns.first('page', prompt.folded) || !patterns.first('entries', prompt.folded))) {
    return condition({
      trigger: state('not_contains', textValue(gone.text)),
      factType: 'string',
      unit: null,
      property: 'text',
      spans: [hit, gone],
    });
  }
  // 在庫がなくなる: stock that disappears is sold out.
  if (patterns.find('outOfStock', prompt.folded).some((span) => span.start < hit.end && hit.start < span.end))
    return null;
  // A train can be struck too: then it is a status, unless a list is spoken of.
  const status = patterns.find('states', prompt.folded).some((span) => span.start < hit.end && hit.start < span.end);
  if (status && !patterns.first('entries', prompt.folded) && !patterns.first('page', prompt.folded)) return null;
  const notice = NOTICE.exec(prompt.folded);
  const one = notice && (!patterns.lexicon.spaced || isDefinite(clause, { start: notice.index, end: notice.index }));
  if (quotes.length === 0 && one) {
    // "the notice" may be an entry of a list; alone it is the thing itself.
    const at = { start: notice?.index ?? 0, end: (notice?.index ?? 0) + (notice?.[0].length ?? 0) };
    const listed = patterns.find('entries', prompt.folded).some((span) => !overlaps(span, at));
    if (!listed && !patterns.first('page', prompt.folded)) return noticeGone(hit);
  }
  // "spariscono i biglietti": what can be had is gone, unless it is a list that it leaves.
  const offered = quotes.length === 0 && patterns.first('availability', prompt.folded);
  if (offered && !patterns.first('entries', prompt.folded) && !patterns.first('page', prompt.folded)) {
    return condition({
      trigger: state('is_false'),
      factType: 'boolean',
      unit: null,
      property: 'availability',
      spans: [hit],
    });
  }
  return condition({
    trigger: change('removed', { text: quotes[0]?.text ?? null }),
    factType: 'object',
    unit: null,
    property: 'entries',
    spans: [hit],
  });
}
