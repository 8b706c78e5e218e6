import type { View } from '../view';
import { type Feature, yes } from './feature';

const beside = (name: string, pattern: RegExp, side: 'before' | 'after' | 'both'): Feature => ({
  name: `beside.${name}`,
  of: ({ before, after }: View) =>
    yes((side !== 'after' && pattern.test(before)) || (side !== 'before' && pattern.test(after))),
});
const named = (name: string, pattern: RegExp): Feature => ({
  name: `named.${name}`,
  of: ({ names }) => yes(pattern.test(names)),
});

/** Words right beside the value that tell what it is of, and what the site's own names call it. */
export const BESIDE: readonly Feature[] = [
  beside('save', /\b(?:save|off|discount|rabatt|sparen|économisez|ahorra|sconto|korting)\b/, 'both'),
  beside('was', /\b(?:was|original|regular|list|msrp|rrp|uvp|statt|avant|antes|prima|van)\b[^\n]{0,12}$/, 'before'),
  beside('colon', /[:：]\s*$/, 'before'),
  beside('opening', /\(\s*$/, 'before'),
  beside('by', /\b(?:by|von|par|por|di|da|door)\s*$/, 'before'),
  beside(
    'published',
    /(?:published|posted|updated|modified|released|veröffentlicht|publié|publicado|pubblicato|geplaatst)[^\n]{0,14}$/,
    'before',
  ),
  beside('wordBehind', /^[ \u00a0]\p{L}/u, 'after'),
  beside('lineBehind', /^\s*\n/, 'after'),
  beside('lineBefore', /\n[^\S\n]*$/, 'before'),
  named('price', /price|prix|preis|precio|amount|cost/),
  named('sale', /sale|special|current|final|now|discounted|promo/),
  named('old', /old|was|regular|compare|original|strike|list-price|before/),
  named('rating', /rating|star|score|average/),
  named('comment', /comment|repl|answer/),
  named('date', /date|time|publish|posted|updated|meta/),
  named('author', /author|byline|user|writer|profile|name/),
  named('count', /count|total|number|qty|badge|stat/),
  named('title', /title|heading|headline|name/),
  named('stock', /stock|avail|inventory|sold/),
  named('itemprop', /\b(?:price|ratingvalue|reviewcount|datepublished|author|name|sku)\b/),
];
