import { COSTS_BESIDE } from './decoy-costs';
import { type Decoy, ends, starts, word } from './decoy-pattern';

/**
 * Each rule holds for shops at large: the words are what law or habit makes shops write next to such amounts (crossed
 * list prices, unit prices, instalments, delivery). Order matters only for which reason is shown.
 */
export const PER_UNIT = 'it is a unit price, not the price of the item';
export const MARKET = 'it is another figure of the market, not the price now';

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
      '/ ?mo|/ ?month|per month|a month|monthly|/ ?monat|pro monat|monatlich|im monat|mtl|/ ?mois|par mois|al mes|/ ?mes|/ ?mese|al mese|por mes|ao mes|per maand|/ ?maand|p\\.? ?m\\.?|pcm|x \\d+|× ?\\d+|for \\d+ months|sem juros|sin intereses|senza interessi|with (?:klarna|affirm|afterpay)|weekly|/ ?week|per week|(?:bi-?weekly|fortnightly|every (?:two|2) weeks|quincenal\\w*|semanal\\w*|mensual\\w*|mensuel\\w*|mensil\\w*|mensais|hebdo\\w*|wochentlich|maandelijks|per termijn|i manaden)',
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
    reason: PER_UNIT,
    before: ends(
      'unit price|grundpreis|prix au (?:kg|kilo|litre)|precio por (?:kg|kilo|litro)|per (?:kg|100 ?g|litre|liter)|1 (?:kg|l|liter) ?=',
    ),
    after: starts(
      '(?:/ ?|per |pro |je ?|par |por |al |il |a )(?:\\d+ ?)?(?:kg|g|100 ?g|100 ?ml|l|ml|cl|litre|liter|litro|m|m2|m²|sq ?ft|oz|lb|pound|piece|stuck|st|unit|kilo|unite|unidad|pezzo|sheet|wash|tab|count|ct)',
    ),
    label: word('unit price|grundpreis|price per (?:kg|unit|litre|liter)'),
    names: /(^|[ _-])(unit-?price|price-?per-?unit|per-?unit|grundpreis|base-?price|baseprice)([ _-]|$)/,
    asked: [
      'per kg',
      'kg',
      'kilo',
      'a pound',
      'per pound',
      'per lb',
      'al chilo',
      'quilo',
      'pro pfund',
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
    names:
      /(^|[ _-])(sav(e|ings?)|discount(?![ _-]{1,2}(?:price|preis|prix|precio|prezzo|preco|prijs))|coupon|voucher|cashback|rabatt|ersparnis)([ _-]|$)/,
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
      '(?<!non[- ]?)members?(?: pay| price)?|club|plus members|prime|with (?:code|coupon|voucher)(?: [a-z0-9]+)?|mitglieder(?:preis)?|mit (?:code|gutschein)(?: [a-z0-9]+)?|membres|adherents?|prix adherent|klubowiczow|medlemspris|medlem|coupon price|avec le code(?: [a-z0-9]+)?|socios|con (?:el )?codigo(?: [a-z0-9]+)?|soci|clube|leden(?:prijs)?|会員価格|会員',
    ),
    after: starts(
      'for members|with (?:code|coupon)|fur mitglieder|mit (?:code|gutschein)|avec le code|con (?:el )?codigo|con codice|com cupom|voor leden|members?(?: only| price)|\\(?members?\\)?|student|会員',
    ),
    label: word(
      '(?<!non[- ]?)members?(?: price| only)?|club price|mitglieder(?:preis)?|members? pay|student price|prix membre|precio socios?|prezzo soci|ledenprijs|会員価格',
    ),
    names: /(^|[ _-])(members?|club|loyalty|prime|coupon-?price|student)([ _-]|$)/,
    asked: ['member', 'club', 'prime', 'mitglieder', 'membre', 'socio', 'leden', 'student', 'coupon', 'code', '会員'],
  },
  {
    reason: 'it is the price for children, students or others who pay less',
    before: ends(
      'ermassigt|ermassigung|concessions?|concessionary|reduced (?:rate|fare|ticket|admission)|tarif reduit|plein tarif / reduit|ridotto|tarifa reducida|reducida|meia(?:[- ]entrada)?|child(?:ren)?|kids?|enfants?|kinder|bambin[oi]|nin[oa]s?|criancas?|kinderen|students?|senior(?:en|s|es)?|jugendliche|etudiants?',
    ),
    label: word(
      'ermassigt|ermassigung|concessions?|reduced (?:rate|fare|ticket|admission)|tarif reduit|ridotto|tarifa reducida|meia[- ]entrada',
    ),
    asked: [
      ...[
        'ermassigt',
        'ermassigung',
        'concession',
        'concessions',
        'reduced',
        'tarif reduit',
        'ridotto',
        'reducida',
        'meia',
      ],
      ...[
        'child',
        'children',
        'kid',
        'kids',
        'enfant',
        'enfants',
        'kinder',
        'kind',
        'bambini',
        'bambino',
        'nino',
        'ninos',
      ],
      ...['crianca', 'kinderen', 'student', 'senior', 'senioren', 'seniors', 'jugendliche', 'etudiant'],
    ],
  },
  {
    reason: 'it is a limit to sort offers by, not a price',
    before: ends(
      '(?:gifts?|presents?|ideas?|deals?|finds?|everything|all|shop|items?|less|geschenke|alles|cadeaux|idees|articles|regalos|ideas|regali|idee|presentes|cadeaus|presenter|prezenty)(?: [a-z]{2,10}){0,2} (?:under|below|than|unter|bis|a moins de|sous|por menos de|bajo|hasta|sotto|fino a|ate|abaixo de|tot|onder|under|do|ponizej)',
    ),
    after: starts(
      '以下の(?:ギフト|商品|プレゼント)|and under|& under|or less|oder weniger|et moins|o menos|o meno|ou menos',
    ),
    asked: [],
  },
  {
    reason: 'it is an average, not the price of the item',
    before: ends(
      '(?:average|avg\\.?|mean|median|typical|durchschnittlich\\w*|durchschnitt|im schnitt|mittlere[rs]?|moyen|moyenne|prix median|precio medio|media|valor medio|medio|promedio|prezzo medio|preco medio|gemiddelde?|snittpris|genomsnittligt|srednia|相場|平均)(?: [a-z0-9]+){0,6}',
    ),
    label: word(
      'average(?: price)?|durchschnitt\\w*|prix moyen|precio medio|prezzo medio|preco medio|gemiddelde?|相場|平均',
    ),
    asked: [
      'average',
      'median',
      'mean',
      'durchschnitt',
      'moyen',
      'moyenne',
      'medio',
      'media',
      'promedio',
      'gemiddelde',
      '平均',
      '相場',
    ],
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
  ...COSTS_BESIDE,
];
