import { CONCEPTS } from './concepts';
import type { Context } from './context';
import { fold, wordsOf } from './words';

/**
 * Words that stand beside an amount without making it another one: names of prices, "now", "from", tax that is
 * included, currencies, pieces. Folded and stemmed as `wordsOf` does it; the languages of shops that we know.
 */
const NEUTRAL = new Set(
  wordsOf(
    `${Object.values({ price: CONCEPTS.price }).join(' ').replaceAll('|', ' ')}
    now only just today from our your new sale special deal total each per item piece pair unit set pack night person ticket
    current currently actual final regular online web buy
    way one trip leg journey trajet trayecto tratta corsa strecke fahrt richtung aller simple persona personne
    incl include including included inclusive inc vat gst tax taxe with of the a an is at and for in on all
    ab jetzt nur heute aktuell unser ihr inkl inklusive mwst ust vrg stuck pro je der die das und von fur im alle
    angebotspreis sonderpreis aktionspreis verkaufspreis gesamtpreis endpreis gesamt
    maintenant seulement a partir de des ttc tva comprise inclus le la les l notre promo et en par
    ahora solo desde hoy iva incluido impuesto con el los las nuestro oferta y por
    ora adesso solo da oggi inclusa il lo i gli nostro offerta e per
    agora apenas hoje pix boleto vista avista imposto incluso o os as no na do nosso
    nu slechts vanaf vandaag incl btw het een onze voor van en
    pris nuvarande fran moms inkl bara nu kr aktuelle cena brutto aktualna teraz od z vat zl kosztuje
    usd eur gbp chf cad aud nzd mxn brl jpy sek nok dkk pln inr euro dollar pound franc franken krona koruna rupee yen won
    税込 円 特価 販売価格 現在 価格 セール価格 本体 通常`,
  ).map(({ stem }) => stem),
);

const MAX_WORDS = 8;

/** Words beside an amount that are neither neutral nor of the item: "Max coupon", "lowest in 30 days", "EMI starts". */
export function strangeWords(text: string, ofItem: (stem: string) => boolean): number {
  return wordsOf(text)
    .slice(0, MAX_WORDS * 3)
    .filter(({ stem }) => stem.length > 1 && /\p{L}/u.test(stem) && !NEUTRAL.has(stem) && !ofItem(stem)).length;
}

/** The clause in which an amount stands: its own line up to the neighbouring values and full stops. */
export function clauseOf({ before, after }: Context): { before: string; after: string } {
  const start = before.search(/[^.;|·•!?]*$/u);
  const stop = after.search(/[.;|·•!?(,\n]|\s[-–—]\s/u);
  return { before: before.slice(Math.max(0, start)), after: stop === -1 ? after : after.slice(0, stop) };
}

/** "netto 184,03 €", "excl. VAT", "HT": what the price is without its tax. */
const NET_BEFORE =
  /(^|[^a-z])(netto|net|net price|nettopreis|hors taxes?|excl\.? (vat|tax|btw|gst|moms)|ohne mwst\.?|sin iva|ex\.? (vat|gst))[^a-z0-9]{0,5}$/;
const NET_AFTER =
  /^[^a-z0-9]{0,4}(net( of tax)?|netto|ht|h\.t\.?|hors taxes?|excl(uding|\.)? ?(vat|tax|btw|gst|moms|mwst\.?|ust\.?)|ex\.? ?(vat|gst|tax)|ohne mwst\.?|exkl\.? ?(mwst|moms|ust)\.?|sin iva|\+ ?(iva|vat|tva|mwst)|senza iva|iva esclusa|税抜)([^a-z]|$)/;

export function isNetPrice({ before, after, labels }: Context): boolean {
  if (NET_BEFORE.test(fold(before).slice(-40)) || NET_AFTER.test(fold(after).slice(0, 40))) return true;
  return labels.some(
    ({ text, from }) => (from === 'column' || from === 'row' || from === 'above') && NET_BEFORE.test(fold(text)),
  );
}
