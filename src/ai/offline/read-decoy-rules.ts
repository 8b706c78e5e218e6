/** A class of amounts that stand on the page of an item but are not its price. */
export interface Decoy {
  reason: string;
  /** Matched at the end of the text before the amount, folded. */
  before?: RegExp;
  /** Matched at the start of the text behind it, folded. */
  after?: RegExp;
  /** Matched in the label above, the column and row headers, and accessible labels, folded. */
  label?: RegExp;
  /** Matched in the names that the author gave to the element (class, id, itemprop). */
  names?: RegExp;
  /** Words by which a person asks for exactly this. */
  asked: string[];
}

const GAP = '[^a-z0-9]{0,6}$';
const ends = (words: string): RegExp =>
  new RegExp(
    `(?:^|[^a-z])(?:${words})(?:\\s*(?:price|preis|prix|precio|prezzo|preco|prijs|pris|cena|is|was|of|at|von|de|ist|ab|from|only|just|circa|ca|about|starts?|starting|a partir|desde|da|od|fran)){0,3}${GAP}`,
  );
const starts = (words: string): RegExp => new RegExp(`^[^a-z0-9]{0,4}(?:${words})(?![a-z])`);
const word = (words: string): RegExp => new RegExp(`(?:^|[^a-z])(?:${words})(?![a-z])`);

/**
 * Each rule holds for shops at large: the words are what law or habit makes shops write next to such amounts (crossed
 * list prices, unit prices, instalments, delivery). Order matters only for which reason is shown.
 */
export const PER_UNIT = 'it is a unit price, not the price of the item';
export const MARKET = 'it is another figure of the market, not the price now';
export const TAX = 'it is a deposit, a fee or a tax, not the price';

export const MONEY_DECOYS: Decoy[] = [
  {
    reason: 'it is the old or list price, not the present one',
    before: ends(
      'precio normal|precio lista|precio regular|preco normal|normalpreis|prix normal|m\\.?r\\.?p\\.?|reg\\.?|regular|normally|prezzo di listino|listino|prezzo piu basso (?:degli )?ultimi 30 giorni|lagsta pris 30 dgr|lagsta pris senaste 30 dagarna|prix le plus bas (?:des|sur les) 30 derniers jours|precio mas bajo (?:de los )?ultimos 30 dias|laagste prijs (?:van de )?laatste 30 dagen|normalpris|ord\\.? ?pris|ordinarie pris|tidigare(?: pris)?|forpris|veiledende(?: pris)?|najnizsza cena z 30 dni(?: przed obnizka)?|cena regularna|was|old price|list price|list|rrp|r\\.r\\.p\\.?|msrp|srp|uvp|uvp des herstellers|statt|bisher|bisheriger preis|vorher|fruher|ursprunglich|originally|original price|orig|before|compare at|compared to|typical price|lowest price in the last 30 days|30[- ]tage[- ]bestpreis|niedrigster preis der letzten 30 tage|prix conseille|au lieu de|ancien prix|prix barre|precio anterior|pvpr|pvp|precio recomendado|en vez de|prezzo consigliato|prezzo precedente|anziche|invece di|preco anterior|adviesprijs|oude prijs|定価|通常価格|参考価格|メーカー希望小売価格',
    ),
    after: starts('normal\\)|normal$|rrp|msrp|uvp|list price|statt|prix conseille|\\(?was\\)?|old price|adviesprijs'),
    label: word(
      '参考価格|通常価格|定価|メーカー希望小売価格|was price|statt|ord pris|old price|list price|rrp|msrp|uvp|prix conseille|ancien prix|precio anterior|prezzo consigliato|adviesprijs|original price|previous price|compare at price|regular price \\(crossed\\)',
    ),
    names:
      /(^|[ _-])(was|old|list-?price|rrp|msrp|uvp|strike\w*|crossed|compare-?at|compare|original|previous|before|price-?before|former|retail)([ _-]|$)/,
    asked: ['old price', 'list price', 'rrp', 'msrp', 'uvp', 'original price'],
  },
  {
    reason: 'it is an instalment or a monthly rate, not the price',
    before: ends(
      'emi|no cost emi|rata|rat[ey]|meses sin intereses|msi|from just per month|monthly|per month|instal?lments? of|interest[- ]free payments? of|payments? of|or \\d+ ?x|\\d+ ?x|\\d+ times|x ?\\d+ de|finance from|financing from|monatlich(?:e rate)?(?: ab)?|mtl|rate ab|raten zu|raten a|mensualites? de|fois|cuotas? de|meses de|plazos de|rate da|rate mensili da|parcelas de|vezes de|\\d+x de|termijnen van|klarna|affirm|afterpay|paypal|月々|月額|分割\\d+回(?: ?月々)?',
    ),
    after: starts(
      '/ ?mo|/ ?month|per month|a month|monthly|/ ?monat|pro monat|monatlich|im monat|mtl|/ ?mois|par mois|al mes|/ ?mes|/ ?mese|al mese|por mes|ao mes|per maand|/ ?maand|p\\.? ?m\\.?|pcm|x \\d+|× ?\\d+|for \\d+ months|sem juros|sin intereses|senza interessi|with (?:klarna|affirm|afterpay)|weekly|/ ?week|per week',
    ),
    names: /(^|[ _-])(instal?lments?|monthly|financ\w*|klarna|affirm|afterpay|rate|parcel\w*)([ _-]|$)/,
    asked: [
      'monthly',
      'per month',
      'month',
      'instalment',
      'installment',
      'rent',
      'subscription',
      'plan',
      'par mois',
      'mensuel',
      'mensualite',
      'monat',
      'miete',
      'loyer',
      'alquiler',
      'affitto',
      'aluguel',
      'huur',
      'kaltmiete',
      'abo',
      'mes',
      'mese',
      'maand',
      '月額',
      '家賃',
      'apartment',
      'pcm',
      'week',
      'weekly',
      'bourse',
      'stipend',
      'salary',
      'salaire',
      'salario',
      'gehalt',
      'lohn',
      'wage',
      'pension',
      'allowance',
      'membership',
      'premium',
    ],
  },
  {
    reason: 'it is paid first, towards the price',
    before: ends(
      'down ?payment|apport(?: personnel)?|anzahlung|mise initiale|enganche|anticipo|entrada (?:inicial|minima)|aanbetaling|acconto|kontantinsats|頭金',
    ),
    label: word('down payment|apport personnel|anzahlung|enganche|aanbetaling|acconto|kontantinsats|頭金'),
    asked: ['down payment', 'apport', 'anzahlung', 'enganche', 'anticipo', 'aanbetaling', 'acconto', '頭金'],
  },
  {
    reason: 'it is a delivery cost or a free-delivery threshold',
    before: ends(
      '(?:free|gratis|kostenlos|offerte?|gratuite?|kostenfrei|fri|darmow[ay]) (?:over|above|from|on|ab|uber|des|desde|da|sopra|vanaf|boven|fra|od|en compras desde|envio en [a-z ]{1,20}desde)|compras (?:desde|superiores a|acima de|mayores a)|fri frakt (?:over|fra)|despacho|retiro|frakt|leverans|fragt|dostawa|darmowa dostawa od|doprava|shipping|delivery|postage|p&p|shipping (?:cost|fee|from)|delivery (?:cost|fee|from)|free (?:standard )?(?:shipping|delivery)(?: on)?(?: all)?(?: orders?)?(?: over| above| from| on orders over)?|orders? (?:over|above|of|from)|purchases? (?:over|above)|spend|versand|versandkosten|lieferung|zzgl|porto|versandkostenfrei ab|gratis ?versand ab|kostenlose lieferung ab|ab einem bestellwert von|bestellwert(?: ab| von)?|livraison|livraison (?:gratuite|offerte)(?: des| a partir de)?|frais de port|envio|gastos de envio|envio gratis (?:desde|a partir de)|pedidos (?:superiores a|de mas de)|spedizione|spese di spedizione|spedizione gratuita (?:da|sopra|oltre)|ordini (?:superiori a|sopra)|frete|frete gratis (?:acima de|a partir de)|acima de|verzendkosten|gratis verzending (?:vanaf|boven)|bezorging|送料|送料無料',
    ),
    after: starts(
      'shipping|delivery|postage|p&p|versand|versandkosten|lieferung|livraison|frais de port|de envio|gastos de envio|spedizione|di spedizione|de frete|verzendkosten|bezorgkosten|shipping fee|for shipping|for delivery|以上(?:で)?送料|以上のご注文',
    ),
    label: word(
      'shipping|delivery|postage|versand|versandkosten|livraison|frais de port|envio|gastos de envio|spedizione|frete|verzendkosten|bezorgkosten|送料',
    ),
    names: /(^|[ _-])(shipping|delivery|postage|versand|freight|livraison|envio|spedizione)([ _-]|$)/,
    asked: [
      'shipping',
      'delivery',
      'postage',
      'versand',
      'versandkosten',
      'livraison',
      'envio',
      'spedizione',
      'frete',
      'verzendkosten',
      '送料',
    ],
  },
  {
    reason: PER_UNIT,
    before: ends(
      'unit price|grundpreis|prix au (?:kg|kilo|litre)|precio por (?:kg|kilo|litro)|per (?:kg|100 ?g|litre|liter)|1 (?:kg|l|liter) ?=',
    ),
    after: starts(
      '(?:/|per|pro|je|par|por|al|il|a) ?(?:\\d+ ?)?(?:kg|g|100 ?g|100 ?ml|l|ml|cl|litre|liter|litro|m|m2|m²|sq ?ft|oz|lb|pound|piece|stuck|st|unit|kilo|unite|unidad|pezzo|sheet|wash|tab|count|ct)',
    ),
    label: word('unit price|grundpreis|price per (?:kg|unit|litre|liter)'),
    names: /(^|[ _-])(unit-?price|price-?per-?unit|per-?unit|grundpreis|base-?price|baseprice)([ _-]|$)/,
    asked: [
      'per kg',
      'kg',
      'kilo',
      'per litre',
      'per liter',
      'litre',
      'liter',
      'unit price',
      'grundpreis',
      'm²',
      'sqm',
      'kwh',
      'gallon',
      'pro liter',
      'gram',
      'ounce',
      'oz',
    ],
  },
  {
    reason: 'it is an amount saved, a discount or a voucher',
    before: ends(
      'save|saves?|saving|savings|you save|discount|instant savings|sie sparen|du sparst|spare|sparen sie|ersparnis|rabatt|nachlass|gutschein|economisez|vous economisez|remise(?: de)?|reduction(?: de)?|ahorra|ahorras|descuento(?: de)?|dto|risparmi|sconto(?: di)?|economize|economia de|desconto(?: de)?|bespaar|je bespaart|korting|coupon|voucher|cashback|gift card|bonus|reward|実質|ポイント|最大|割引|値引き|お得',
    ),
    after: starts(
      'off|discount|saving|savings|gespart|rabatt|gunstiger|de remise|de reduction|de descuento|di sconto|de desconto|korting|cashback|coupon|voucher|gift card|credit|gutschein|back|引き|offerts?|割引|お得',
    ),
    label: word(
      'you save|savings|discount|sie sparen|ersparnis|rabatt|economie|ahorro|risparmio|korting|coupon|voucher',
    ),
    names: /(^|[ _-])(sav(e|ings?)|discount|coupon|voucher|cashback|rabatt|ersparnis)([ _-]|$)/,
    asked: ['discount', 'saving', 'coupon', 'voucher', 'cashback', 'rabatt'],
  },
  {
    reason: 'it is a used, refurbished or open-box offer',
    before: ends(
      "used|refurbished|renewed|pre-?owned|second[- ]hand|open[- ]box|used (?:from|like new)|new (?:&|and) used(?: \\(\\d+\\))?(?: from)?|other sellers|more buying choices(?: from)?|gebraucht|generaluberholt|b-ware|d'?occasion|occasions?|reconditionne|segunda mano|reacondicionado|usado|usato|ricondizionato|seminovo|tweedehands|中古|中古品",
    ),
    after: starts("used|refurbished|open[- ]box|gebraucht|d'?occasion|usato|usado|tweedehands"),
    label: word(
      'used|refurbished|renewed|open[- ]box|pre-?owned|gebraucht|b-ware|occasion|reconditionne|segunda mano|reacondicionado|usado|usato|ricondizionato|tweedehands|中古',
    ),
    names: /(^|[ _-])(used|refurb\w*|open-?box|preowned|renewed|second-?hand)([ _-]|$)/,
    asked: [
      'used',
      'refurbished',
      'open box',
      'open-box',
      'second hand',
      'second-hand',
      'pre owned',
      'renewed',
      'gebraucht',
      'occasion',
      'usado',
      'usato',
      'tweedehands',
      '中古',
    ],
  },
  {
    reason: 'it is a trade-in value',
    before: ends(
      'trade[- ]?in(?: value| credit)?(?: up to| from)?|inzahlungnahme|with trade[- ]?in|reprise|eintausch|inruil|up to|permuta|下取り',
    ),
    after: starts('trade[- ]?in|(?:credit )?with trade[- ]?in|after trade[- ]?in|bei inzahlungnahme|下取り'),
    names: /(^|[ _-])(trade-?in|buyback)([ _-]|$)/,
    asked: ['trade in', 'trade-in', 'inzahlungnahme'],
  },
  {
    reason: 'it is a price for members or with a code only',
    before: ends(
      'members?(?: pay| price)?|club|plus members|prime|with (?:code|coupon|voucher)(?: [a-z0-9]+)?|mitglieder(?:preis)?|mit (?:code|gutschein)(?: [a-z0-9]+)?|membres|adherents?|prix adherent|klubowiczow|medlemspris|medlem|coupon price|avec le code(?: [a-z0-9]+)?|socios|con (?:el )?codigo(?: [a-z0-9]+)?|soci|clube|leden(?:prijs)?|会員価格|会員',
    ),
    after: starts(
      'for members|with (?:code|coupon)|fur mitglieder|mit (?:code|gutschein)|avec le code|con (?:el )?codigo|con codice|com cupom|voor leden|members?(?: only| price)|\\(?members?\\)?|student|会員',
    ),
    label: word(
      'members?(?: price| only)?|club price|mitglieder(?:preis)?|members? pay|student price|prix membre|precio socios?|prezzo soci|ledenprijs|会員価格',
    ),
    names: /(^|[ _-])(members?|club|loyalty|prime|coupon-?price|student)([ _-]|$)/,
    asked: ['member', 'club', 'prime', 'mitglieder', 'membre', 'socio', 'leden', 'student', 'coupon', 'code', '会員'],
  },
  {
    reason: TAX,
    before: ends(
      'deposit|refundable deposit|security deposit|kaution|pfand|zzgl\\.? pfand|caution|depot de garantie|fianza|caucao|cauzione|borg|statiegeld|booking fee|service fee|handling fee|admin fee|fees?|vat|tax|sales tax|mwst|davon mwst|tva|dont|iva|btw|eco-?participation(?: de)?|eco-?tax|敷金|礼金|消費税|うち消費税|手数料',
    ),
    after: starts(
      "deposit|kaution|pfand|caution|fianza|booking fee|service fee|fee|vat|tax|mwst|tva|statiegeld|eco-?participation|d'?eco-?participation",
    ),
    label: word(
      'deposit|kaution|pfand|caution|depot de garantie|fianza|caucao|cauzione|borg|waarborgsom|booking fee|service fee|fees?|vat|tax|mwst|tva|iva|btw|nebenkosten|charges|敷金|礼金|消費税|手数料|管理費',
    ),
    names: /(^|[ _-])(deposit|tax|vat|fees?|pfand|ecotax)([ _-]|$)/,
    asked: [
      'deposit',
      'kaution',
      'caution',
      'fianza',
      'cauzione',
      'fee',
      'tax',
      'vat',
      'pfand',
      'charges',
      'nebenkosten',
      '敷金',
      '礼金',
    ],
  },
  {
    reason: 'it is a minimum order or another threshold',
    before: ends(
      "minimum order(?: value)?|min\\.? order|minimum spend|mindestbestellwert|commande minimum|minimum d'?achat|pedido minimo|ordine minimo|minimale bestelling|minimum|最低注文",
    ),
    after: starts('minimum|mindestbestellwert|minimum order|or more|以上'),
    label: word('minimum order|mindestbestellwert|pedido minimo|ordine minimo|commande minimum'),
    asked: ['minimum order', 'mindestbestellwert', 'minimum'],
  },
  {
    reason: 'it is the price of an add-on (warranty, accessory, extra)',
    before: ends(
      'add|bag(?:gage)?|checked bag|luggage|gepack|aufgabegepack|bagages?|equipaje|bagaglio(?: in stiva)?|bagagem|bagage|warranty|protection plan|protection|insurance|care\\+?|applecare\\+?|garantie(?:verlangerung)?|versicherung|assurance|extension de garantie|garantia|garanzia|gift wrap(?:ping)?|geschenkverpackung|assembly|installation|montage|add-?on|case|cover|bundle|with case|cable|延長保証|保証',
    ),
    label: word(
      'warranty|protection plan|insurance|garantieverlangerung|versicherung|assurance|extension de garantie|gift wrap|assembly|installation|延長保証',
    ),
    names: /(^|[ _-])(warranty|protection|insurance|add-?ons?|upsell|addons?|extras?)([ _-]|$)/,
    asked: ['warranty', 'insurance', 'protection', 'case', 'cover', 'garantie', 'bundle', 'add on', 'cable'],
  },
  {
    reason: MARKET,
    before: ends(
      "(?:24h|24 h|day's|day|daily|52[- ]week|week|all[- ]time|year) (?:high|low|range|volume)|high|low|market cap(?:italization|italisation)?|volume|previous close|prev\\.? close|open|turnover|hochstkurs|tiefstkurs|vortag|schlusskurs|marktkapitalisierung|eroffnung|target|volumen",
    ),
    label: word(
      "24h high|24h low|high|low|all[- ]time high|all[- ]time low|52[- ]week (?:high|low|range)|market cap(?:italization|italisation)?|volume|24h volume|previous close|open|day's range|marktkapitalisierung|vortag|hoch|tief|eroffnung|capitalisation",
    ),
    asked: [
      'high',
      'low',
      'market cap',
      'capitalization',
      'volume',
      'close',
      'marktkapitalisierung',
      'capitalisation',
      'target',
      'open',
    ],
  },
];
