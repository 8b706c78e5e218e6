/** Currencies that are called dollars; the sign "$" also stands for pesos. */
const NAMED_DOLLARS = 'USD CAD AUD NZD SGD HKD TWD JMD TTD BBD BSD BZD FJD NAD BND LRD GYD SRD KYD BMD';
const DOLLARS =
  'USD CAD AUD NZD SGD HKD TWD MXN CLP COP ARS UYU DOP JMD TTD BBD BSD BZD FJD NAD BND LRD GYD SRD KYD BMD CUP';

/** Signs and abbreviations with the codes they can mean (Unicode CLDR names, and what shops write). */
// biome-ignore format: a table
export const SIGNS: Record<string, string> = {
  $: DOLLARS, US$: 'USD', U$S: 'USD', U$D: 'USD', 'U.S.$': 'USD', 'U.S. $': 'USD', 'US $': 'USD', C$: 'CAD NIO',
  CA$: 'CAD', CAN$: 'CAD', CDN$: 'CAD', 'C $': 'CAD', 'c $': 'CAD', 'hk $': 'HKD', 'us $': 'USD', us$: 'USD',
  hk$: 'HKD', 'CDN $': 'CAD', CDN: 'CAD', A$: 'AUD', AU$: 'AUD', 'AU $': 'AUD',
  AUS$: 'AUD', NZ$: 'NZD', 'NZ $': 'NZD', HK$: 'HKD', 'HK $': 'HKD', S$: 'SGD', SG$: 'SGD', NT$: 'TWD', 'NT $': 'TWD',
  NTD: 'TWD', TW$: 'TWD', MX$: 'MXN', MEX$: 'MXN', 'MX $': 'MXN', R$: 'BRL', 'R $': 'BRL', AR$: 'ARS', CLP$: 'CLP',
  COL$: 'COP', COP$: 'COP', J$: 'JMD', TT$: 'TTD', BZ$: 'BZD', BDS$: 'BBD', B$: 'BSD BND', EC$: 'XCD', FJ$: 'FJD',
  N$: 'NAD',
  RD$: 'DOP', GY$: 'GYD', L$: 'LRD', $U: 'UYU', $b: 'BOB', 'Bs.': 'BOB VES', 'Bs.S': 'VES', 'MOP$': 'MOP', 'P$': 'MOP',
  '€': 'EUR', '£': 'GBP EGP LBP SYP GIP SDG', 'E£': 'EGP', '£E': 'EGP', LE: 'EGP', 'L.E.': 'EGP', 'GB£': 'GBP',
  'UK£': 'GBP',
  '¥': 'JPY CNY', 'CN¥': 'CNY', 'JP¥': 'JPY', RMB: 'CNY', 'RMB¥': 'CNY', '円': 'JPY', '元': 'CNY TWD', '人民币': 'CNY',
  '圆': 'CNY',
  '₹': 'INR', 'Rs.': 'INR PKR LKR NPR MUR SCR', Rs: 'INR PKR LKR NPR MUR SCR', '₨': 'PKR INR LKR NPR MUR',
  '₩': 'KRW KPW', '원': 'KRW', '₱': 'PHP', Php: 'PHP', PhP: 'PHP', '₫': 'VND', 'đ': 'VND',
  'vnđ': 'VND', 'đồng': 'VND', '฿': 'THB', 'บาท': 'THB', '₺': 'TRY', TL: 'TRY', '₽': 'RUB', 'руб.': 'RUB BYN',
  'руб': 'RUB BYN',
  'р.': 'RUB BYN', 'Р': 'RUB', 'Br': 'BYN ETB', 'рублей': 'RUB', 'рубля': 'RUB', '₴': 'UAH', 'грн': 'UAH',
  'грн.': 'UAH', '₪': 'ILS', 'NIS': 'ILS', 'ש"ח': 'ILS', '₸': 'KZT', 'тг': 'KZT',
  '₼': 'AZN', '₾': 'GEL', '֏': 'AMD', '₦': 'NGN', 'GH₵': 'GHS', '₵': 'GHS', '₡': 'CRC', '₲': 'PYG', 'Gs.': 'PYG',
  '₭': 'LAK', '៛': 'KHR', '₮': 'MNT', '৳': 'BDT', Tk: 'BDT', 'Tk.': 'BDT', KSh: 'KES', 'KSh.': 'KES', Ksh: 'KES',
  TSh: 'TZS', USh: 'UGX', R: 'ZAR',
  RM: 'MYR', Rp: 'IDR', 'Rp.': 'IDR', 'S/': 'PEN', 'S/.': 'PEN', 'B/.': 'PAB', Q: 'GTQ', 'kr': 'SEK NOK DKK ISK',
  'kr.': 'DKK NOK SEK ISK',
  Kr: 'SEK NOK DKK ISK', 'Kr.': 'DKK NOK SEK ISK', 'zł': 'PLN', 'zl': 'PLN', 'zł.': 'PLN', 'Kč': 'CZK', 'Kc': 'CZK',
  'kč': 'CZK', Ft: 'HUF', 'Ft.': 'HUF', lei: 'RON MDL',
  Lei: 'RON MDL', LEI: 'RON MDL', leu: 'RON MDL', 'лв.': 'BGN', 'лв': 'BGN', 'lv.': 'BGN', 'Fr.': 'CHF', 'fr.': 'CHF',
  Fr: 'CHF', 'SFr.': 'CHF', SFr: 'CHF',
  'sFr.': 'CHF', '₣': 'CHF', KM: 'BAM', kn: 'HRK', 'дин': 'RSD', dinara: 'RSD', Dinara: 'RSD', 'дин.': 'RSD',
  'РСД': 'RSD', 'din.': 'RSD', 'ден': 'MKD', 'ден.': 'MKD',
  'د.إ': 'AED', 'درهم': 'AED', 'Dhs': 'AED', 'Dhs.': 'AED', 'Dh': 'AED MAD', DH: 'MAD AED', DHS: 'AED', 'ر.س': 'SAR',
  'ريال': 'SAR QAR OMR YER', '﷼': 'SAR IRR', 'ریال': 'IRR', SR: 'SAR', 'ر.ق': 'QAR',
  QR: 'QAR', 'د.ك': 'KWD', 'د.ك.': 'KWD', KD: 'KWD', 'ج.م': 'EGP', 'جنيه': 'EGP', 'د.ج': 'DZD', DA: 'DZD',
  'د.م.': 'MAD', 'د.م': 'MAD', 'د.ت': 'TND', DT: 'TND', 'د.ب': 'BHD', BD: 'BHD',
  'ر.ع.': 'OMR', 'د.أ': 'JOD', JD: 'JOD', 'د.ع': 'IQD', FCFA: 'XOF XAF',
  '؋': 'AFN', Lek: 'ALL', 'ரூ': 'INR LKR', Rf: 'MVR', Fdj: 'DJF', VT: 'VUV', Db: 'STN',
  CFA: 'XOF XAF', 'F CFA': 'XOF XAF',
};

/** Names in the languages of the web. Lower case; matched in any case. */
// biome-ignore format: a table
export const NAMES: Record<string, string> = {
  'us dollar': 'USD', 'us dollars': 'USD', 'u.s. dollars': 'USD', 'us-dollar': 'USD', 'american dollars': 'USD',
  'dólares estadounidenses': 'USD',
  'canadian dollars': 'CAD', 'canadian dollar': 'CAD', 'australian dollars': 'AUD', 'australian dollar': 'AUD',
  'new zealand dollars': 'NZD',
  'singapore dollars': 'SGD', 'hong kong dollars': 'HKD', 'hk dollars': 'HKD', dollar: NAMED_DOLLARS,
  dollars: NAMED_DOLLARS, dólar: NAMED_DOLLARS, dólares: NAMED_DOLLARS, dolares: NAMED_DOLLARS,
  dollari: NAMED_DOLLARS, dollaro: NAMED_DOLLARS, 'bucks': NAMED_DOLLARS, 'ドル': 'USD', '米ドル': 'USD', '美元': 'USD',
  '달러': 'USD', dolarów: 'USD', 'долларов': 'USD',
  euro: 'EUR', euros: 'EUR', eur: 'EUR', 'ユーロ': 'EUR', '欧元': 'EUR', '歐元': 'EUR', 'евро': 'EUR', 'ευρώ': 'EUR',
  '유로': 'EUR', 'evro': 'EUR', 'eura': 'EUR', 'eurot': 'EUR', 'euroa': 'EUR',
  'pounds sterling': 'GBP', 'pound sterling': 'GBP', 'british pounds': 'GBP', sterling: 'GBP', pounds: 'GBP',
  quid: 'GBP', 'libras esterlinas': 'GBP', 'libras': 'GBP', 'livres sterling': 'GBP',
  'britische pfund': 'GBP', pfund: 'GBP', 'sterline': 'GBP', 'pond': 'GBP', 'ポンド': 'GBP', '英镑': 'GBP', 'funtów': 'GBP',
  yen: 'JPY', yens: 'JPY', 'ienes': 'JPY', 'yenes': 'JPY', '日元': 'JPY', yuan: 'CNY', renminbi: 'CNY',
  rupees: 'INR PKR LKR NPR MUR SCR', rupee: 'INR PKR LKR NPR', rupien: 'INR', '卢比': 'INR', 'रुपये': 'INR',
  'रुपए': 'INR', 'रुपया': 'INR', 'сум': 'UZS', 'сўм': 'UZS', "so'm": 'UZS',
  'swiss francs': 'CHF', 'swiss franc': 'CHF', franken: 'CHF', 'schweizer franken': 'CHF', francs: 'CHF XOF XAF',
  'francs suisses': 'CHF', franchi: 'CHF', 'francos suizos': 'CHF', 'francos suíços': 'CHF',
  'フラン': 'CHF', kronor: 'SEK', 'swedish kronor': 'SEK', 'svenska kronor': 'SEK', kroner: 'NOK DKK',
  'danish kroner': 'DKK', 'danske kroner': 'DKK', 'norwegian kroner': 'NOK', 'norske kroner': 'NOK', 'krónur': 'ISK',
  'kronen': 'SEK NOK DKK CZK',
  korun: 'CZK', 'koruna': 'CZK', złotych: 'PLN', złote: 'PLN', złoty: 'PLN', zloty: 'PLN', zlotys: 'PLN',
  forint: 'HUF', forints: 'HUF', reais: 'BRL', real: 'BRL', reales: 'BRL',
  'pesos mexicanos': 'MXN', 'pesos argentinos': 'ARS', 'pesos chilenos': 'CLP', 'pesos colombianos': 'COP',
  'pesos uruguayos': 'UYU', 'pesos dominicanos': 'DOP', 'pesos filipinos': 'PHP', 'pesos cubanos': 'CUP',
  'pesos mexicains': 'MXN', 'pesos argentins': 'ARS', 'pesos chiliens': 'CLP', 'pesos colombiens': 'COP',
  'pesos argentini': 'ARS', 'pesos messicani': 'MXN', 'pesos cileni': 'CLP', 'mexican pesos': 'MXN',
  'argentine pesos': 'ARS', 'chilean pesos': 'CLP', 'colombian pesos': 'COP', 'philippine pesos': 'PHP',
  'mexikanische pesos': 'MXN', 'argentinische pesos': 'ARS', 'chilenische pesos': 'CLP', 'dólares americanos': 'USD',
  'dólares canadienses': 'CAD', 'dólares canadenses': 'CAD', 'dólares australianos': 'AUD', 'dollari americani': 'USD',
  'dollari canadesi': 'CAD', 'dollari australiani': 'AUD', 'dollars américains': 'USD', 'dollars canadiens': 'CAD',
  'dollars australiens': 'AUD',
  roupies: 'INR PKR LKR NPR MUR SCR', rupias: 'INR PKR LKR NPR', rupie: 'INR PKR LKR NPR', yuans: 'CNY',
  yuanes: 'CNY', '人民元': 'CNY', '台湾ドル': 'TWD', 'ニュー台湾ドル': 'TWD', '豪ドル': 'AUD', 'ナイラ': 'NGN', 'バルボア': 'PAB',
  'パナマ・バルボア': 'PAB', francos: 'CHF XOF XAF', 'francos suicos': 'CHF', frank: 'CHF', livres: 'GBP',
  'dólares de hong kong': 'HKD', 'dollari di hong kong': 'HKD',
  'dollars de hong kong': 'HKD', 'dólares estadunidenses': 'USD', 'pesos filippini': 'PHP',
  pesos: 'MXN ARS CLP COP PHP UYU DOP CUP', peso: 'MXN ARS CLP COP PHP UYU DOP CUP', rand: 'ZAR', rands: 'ZAR',
  rubles: 'RUB', roubles: 'RUB', rubel: 'RUB', 'рублей': 'RUB', hryvnia: 'UAH', 'гривень': 'UAH', won: 'KRW',
  'ウォン': 'KRW', '韩元': 'KRW',
  baht: 'THB', 'บาท': 'THB', lira: 'TRY', liras: 'TRY', lirası: 'TRY', shekels: 'ILS', dirhams: 'AED MAD',
  dirham: 'AED MAD', riyal: 'SAR QAR', riyals: 'SAR QAR', ringgit: 'MYR', rupiah: 'IDR', 'dong': 'VND', 'leva': 'BGN',
  'lev': 'BGN', 'soles': 'PEN', 'naira': 'NGN', '港元': 'HKD', '港币': 'HKD', '港幣': 'HKD', '台币': 'TWD', '新台幣': 'TWD',
  '人民幣': 'CNY',
};

/** Hundredths: "99¢", "50p", "99 ct". The pieces are worth 1/100 of the currency. */
// biome-ignore format: a table
export const HUNDREDTHS: Record<string, string> = {
  '¢': 'USD CAD AUD', cents: 'USD EUR CAD AUD', cent: 'EUR USD', ct: 'EUR', cts: 'EUR', pence: 'GBP', p: 'GBP',
  'öre': 'SEK', 'øre': 'NOK DKK', rappen: 'CHF', centavos: 'MXN BRL', centimes: 'EUR', 'céntimos': 'EUR',
  'cêntimos': 'EUR', centesimi: 'EUR', peniques: 'GBP', penies: 'GBP', pennies: 'GBP', penny: 'GBP', '銭': 'JPY',
  'セント': 'USD EUR',
};

/** Codes and letters that are also words or parts of names: "ALL 50", "TOP 10", "AMD 5", "R 5", "PHP 8". */
export const STRICT = new Set(
  'ALL AMD ANG BAM BOB BTN COP CUP DOP ERN GEL GIP KID LAK MAD MOP PAB PEN PHP SOS SHP STN TOP TRY VES WST XCD SCR GMD '
    .trim()
    .split(' ')
    .concat([
      'R',
      'Q',
      'L$',
      'B$',
      'P$',
      'LE',
      'KM',
      'DA',
      'DT',
      'BD',
      'JD',
      'KD',
      'QR',
      'SR',
      'DH',
      'Dh',
      'kn',
      'TL',
      'RM',
      'Br',
      'Fr',
      'Kc',
      'zl',
      'real',
      'won',
      'pond',
      'rand',
      'sterling',
      'bucks',
      'dong',
      'lev',
      'franchi',
      'peso',
      'p',
      'ct',
      'cts',
      'CDN',
      'CFA',
      'lei',
      'leu',
      'Tk',
      'тг',
      'Lek',
      'Rf',
      'VT',
      'Db',
      'Fdj',
      'livres',
      'frank',
      'rupie',
      'дин',
      'ден',
    ]),
);

/** Codes that are also written in lower case ("12 eur"). */
export const LOOSE_CODES = (
  'EUR USD GBP CHF JPY CAD AUD SEK NOK DKK PLN CZK HUF BRL INR CNY SGD HKD NZD KRW MXN ZAR THB IDR VND AED SAR ILS ' +
  'RON BGN RUB UAH TWD MYR'
).split(' ');

/** Languages whose names of currencies are read; those of others are the few in currency-names.ts. */
const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'ja'];

/** Longer names are hardly written, and each number's left side is searched as far as the longest reaches. */
const LONGEST = 23;

/**
 * What CLDR calls the currencies, in lower case, with their codes: "dólar canadiense", "香港ドル"; of the `plural` codes
 * also how CLDR writes several ("indische rupien"), which takes one formatter each.
 */
export function currencyNames(codes: readonly string[], plural: readonly string[]): Map<string, string> {
  const names = new Map<string, string>();
  const add = (name: string | undefined, code: string) => {
    const form = name?.toLowerCase().replaceAll('\u00a0', ' ') ?? '';
    if (form.length > 1 && form.length <= LONGEST && !names.has(form)) names.set(form, code);
  };
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames(language, { type: 'currency', fallback: 'none' });
    for (const code of codes) add(display.of(code), code);
    for (const currency of plural) {
      const format = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'name' });
      add(format.formatToParts(2).find(({ type }) => type === 'currency')?.value, currency);
    }
  }
  return names;
}
