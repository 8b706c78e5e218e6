import type { Context } from './context';
import { TAX } from './decoy-costs';
import { MARKET, MONEY_DECOYS, PER_UNIT } from './decoy-rules';
import { type Asked, saysAny } from './question';
import { fold } from './words';

/** "De R$ 399 por R$ 299", "Antes 20 €": alone at the start these words mark the old price; elsewhere they mean "of". */
const FORMERLY = /^[^a-z0-9]*(de|van|antes|era|prima|avant|normaal|before|was)[^a-z0-9]{0,6}$/;

/** Shops in other languages name the element of the old price in their own. */
const FORMERLY_NAMES =
  /(^|[ _-])(antes|anterior|tachado|ancien|prix-barre|statt|vorher|streichpreis|alter-?preis|listino|adviesprijs|ordinarie|omnibus)([ _-]|$)/;

/** "incl. VAT", "inkl. MwSt.", "TTC": the words around a full price, not a line that states the tax alone. */
const TAX_INCLUDED =
  /(^|[^a-z])(inc|incl|including|includes|inkl|inklusive|einschl|ttc|comprise|incluido|con|inclusa|incl\.?usive|excl|exkl|ex|hors|sin|zzgl|plus|sans|com|税込)[^a-z0-9]{0,3}([a-z.%]{0,12}[^a-z]{0,3}){0,2}$/;

/** Why an amount is not the price that was asked for, or null. What the prompt asks for by name is no decoy. */
export function moneyDecoy(asked: Asked, context: Context, perMeasure: boolean): string | null {
  if (context.struck && !saysAny(asked, MONEY_DECOYS[0]?.asked ?? [])) return 'struck through: the old price';
  const before = fold(context.before).replace(/\s+/g, ' ').slice(-90);
  const after = fold(context.after).replace(/\s+/g, ' ').slice(0, 60);
  const formerly = FORMERLY.test(before) || FORMERLY_NAMES.test(ownNames(context.names));
  if (formerly && !saysAny(asked, MONEY_DECOYS[0]?.asked ?? [])) return MONEY_DECOYS[0]?.reason ?? null;
  for (const decoy of MONEY_DECOYS) {
    if (saysAny(asked, decoy.asked) || (perMeasure && decoy.reason === PER_UNIT)) continue;
    if (decoy.reason === TAX && decoy.before?.test(before) && TAX_INCLUDED.test(before)) continue;
    if (decoy.before?.test(before) || decoy.names?.test(ownNames(context.names))) return decoy.reason;
    // "119.– statt 159.–": words between two amounts speak of the second where they can.
    if (decoy.after?.test(after) && !(context.leadsToNext && decoy.before?.test(after))) return decoy.reason;
    if (decoy.label !== undefined && labelled(context, decoy.label)) return decoy.reason;
  }
  return null;
}

/** The same of a rate: its high and low of the day, the close before. */
export function marketFigure(asked: Asked, context: Context): string | null {
  const rule = MONEY_DECOYS.find(({ reason }) => reason === MARKET);
  if (rule === undefined || saysAny(asked, rule.asked)) return null;
  const fits = rule.before?.test(fold(context.before).slice(-90)) || (rule.label && labelled(context, rule.label));
  return fits ? 'it is another figure of the market, not the rate now' : null;
}

/** "price with-list-price" has a list price beside it; it is none. */
function ownNames(names: string): string {
  return names.replace(/(^|[ _-])(with|has|no|without|is-not)[_-][\w-]+/g, '$1');
}

/** True where the person asks for this class and the amount is of it: then it is preferred over plain prices. */
export function isAskedDecoy(asked: Asked, context: Context, said = asked.said): boolean {
  const rules = MONEY_DECOYS.filter((decoy) => saysAny({ question: asked.question, said }, decoy.asked));
  if (rules.length === 0) return false;
  const before = fold(context.before).slice(-90);
  const after = fold(context.after).slice(0, 60);
  return rules.some(
    (decoy) =>
      decoy.before?.test(before) || decoy.after?.test(after) || (decoy.label && labelled(context, decoy.label)),
  );
}

function labelled(context: Context, pattern: RegExp): boolean {
  return context.labels.some(
    ({ from, text }) =>
      !['before', 'after', 'below', 'names'].includes(from) && text.length <= 60 && pattern.test(fold(text)),
  );
}
