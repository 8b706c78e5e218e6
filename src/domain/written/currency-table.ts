/** ISO 4217 codes in use, by the number of digits of their minor unit (list of the SIX maintenance agency). */
const BY_MINOR_DIGITS: Record<number, string> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2:
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP ' +
    'CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR ' +
    'IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD ' +
    'NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP ' +
    'SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD XCG YER ZAR ZMW ZWG',
  3: 'BHD IQD JOD KWD LYD OMR TND',
};

const MINOR_DIGITS = new Map(
  Object.entries(BY_MINOR_DIGITS).flatMap(([digits, codes]) =>
    codes.split(' ').map((code) => [code, Number(digits)] as const),
  ),
);

/** True for the code of a currency in use ("USD"). Upper case only. */
export function isCurrencyCode(code: string): boolean {
  return MINOR_DIGITS.has(code);
}

/** Digits behind the decimal mark in prices of this currency (ISO 4217), 2 where unknown. */
export function minorDigits(code: string | null): number {
  return (code && MINOR_DIGITS.get(code)) || (code && MINOR_DIGITS.has(code) ? 0 : 2);
}

export const CURRENCY_CODES: readonly string[] = [...MINOR_DIGITS.keys()];

/** Which currency a country pays with, where a sign is shared or only the country is known. */
// biome-ignore format: a table
export const REGION_CURRENCY: Record<string, string> = {
  US: 'USD', CA: 'CAD', AU: 'AUD', NZ: 'NZD', SG: 'SGD', HK: 'HKD', TW: 'TWD', MX: 'MXN', CL: 'CLP', CO: 'COP',
  AR: 'ARS', UY: 'UYU', DO: 'DOP', JM: 'JMD', TT: 'TTD', BB: 'BBD', BS: 'BSD', BZ: 'BZD', FJ: 'FJD', NA: 'NAD',
  BN: 'BND', LR: 'LRD', GY: 'GYD', SR: 'SRD', KY: 'KYD', BM: 'BMD', PR: 'USD', EC: 'USD', SV: 'USD', PA: 'USD',
  GB: 'GBP', EG: 'EGP', LB: 'LBP', SY: 'SYP', GI: 'GIP', SD: 'SDG', SE: 'SEK', NO: 'NOK', DK: 'DKK', IS: 'ISK',
  JP: 'JPY', CN: 'CNY', IN: 'INR', PK: 'PKR', LK: 'LKR', NP: 'NPR', MU: 'MUR', SC: 'SCR', ZA: 'ZAR', RO: 'RON',
  MD: 'MDL', BG: 'BGN', RU: 'RUB', BY: 'BYN', PH: 'PHP', CU: 'CUP', CH: 'CHF', LI: 'CHF', PL: 'PLN', CZ: 'CZK',
  HU: 'HUF', TR: 'TRY', UA: 'UAH', RS: 'RSD', BA: 'BAM', MK: 'MKD', AL: 'ALL', KR: 'KRW', KP: 'KPW', TH: 'THB',
  VN: 'VND', ID: 'IDR', MY: 'MYR', BR: 'BRL', IL: 'ILS', AE: 'AED', SA: 'SAR', QA: 'QAR', KW: 'KWD', BH: 'BHD',
  OM: 'OMR', JO: 'JOD', IQ: 'IQD', IR: 'IRR', YE: 'YER', MA: 'MAD', DZ: 'DZD', TN: 'TND', LY: 'LYD', KE: 'KES',
  TZ: 'TZS', UG: 'UGX', NG: 'NGN', GH: 'GHS', PE: 'PEN', BO: 'BOB', VE: 'VES', PY: 'PYG', CR: 'CRC', GT: 'GTQ',
  HN: 'HNL', NI: 'NIO', BD: 'BDT', KZ: 'KZT', GE: 'GEL', AM: 'AMD', AZ: 'AZN', UZ: 'UZS', SN: 'XOF', CI: 'XOF',
  CM: 'XAF', MO: 'MOP', MM: 'MMK', KH: 'KHR', LA: 'LAK', MN: 'MNT', HR: 'EUR', DE: 'EUR', AT: 'EUR', FR: 'EUR',
  ES: 'EUR', PT: 'EUR', IT: 'EUR', NL: 'EUR', BE: 'EUR', LU: 'EUR', IE: 'EUR', FI: 'EUR', GR: 'EUR', EE: 'EUR',
  LV: 'EUR', LT: 'EUR', SK: 'EUR', SI: 'EUR', MT: 'EUR', CY: 'EUR', MC: 'EUR', ME: 'EUR', AF: 'AFN', ET: 'ETB',
  ZM: 'ZMW', BW: 'BWP', MZ: 'MZN', AO: 'AOA', RW: 'RWF',
};

/** Countries whose own language writes a currency's prices with a decimal comma, by currency. */
export const CURRENCY_REGION = new Map(
  Object.entries(REGION_CURRENCY)
    .reverse()
    .filter(([region]) => !['PR', 'EC', 'SV', 'PA', 'GI', 'LI', 'IE', 'MT', 'CY'].includes(region))
    .map(([region, currency]) => [currency, region] as const),
);
