import { describe, expect, it, vi } from 'vitest';
import { detectCurrency } from './currency';
import type { ParseHint } from './hint';
import { findMoney, parseMoney, saysFree } from './money';

vi.setConfig({ testTimeout: 60_000 });

const shown = (text: string, hint?: ParseHint) => {
  const money = parseMoney(text, hint);
  return money && `${money.amount} ${money.currency ?? '?'}`;
};

describe('parseMoney', () => {
  it.each([
    // the issue's own
    ['US$1,299', '1299 USD'],
    ['1.299,95 €', '1299.95 EUR'],
    ['1 099,00 kr', '1099 SEK'],
    ['₹1,29,900', '129900 INR'],
    ['¥12,800', '12800 JPY'],
    ["CHF 1'299.–", '1299 CHF'],
    // codes, signs, words, before and behind
    ['69 TL 41.90 TL', '69 TRY'],
    ['399 167.00 руб 420 176.16 руб', '399167 RUB'],
    ['3,49 zł 1,75 zł', '3.49 PLN'],
    ['6 300 Р', '6300 RUB'],
    ['$119. 95', '119.95 USD'],
    ['$ 99 .99', '99.99 USD'],
    ['costs $119. 95 people bought it', '119 USD'],
    ['EUR 12', '12 EUR'],
    ['12 EUR', '12 EUR'],
    ['12eur', '12 EUR'],
    ['USD1299', '1299 USD'],
    ['$1,299.99 USD', '1299.99 USD'],
    ['$1,299.99 CAD', '1299.99 CAD'],
    ['SGD$4.90', '4.9 SGD'],
    ['CAD $12', '12 CAD'],
    ['US dollars 5', '5 USD'],
    ['5 Canadian dollars', '5 CAD'],
    ['twenty or 20 Euro', '20 EUR'],
    ['U.S. $9.99', '9.99 USD'],
    ['US$:12.99', '12.99 USD'],
    ['Price ($): 12.99', '12.99 USD'],
    ['1,299 (USD)', '1299 USD'],
    ['A$49.95', '49.95 AUD'],
    ['NT$ 600', '600 TWD'],
    ['HK$1,234.5', '1234.5 HKD'],
    ['R$ 1.299,90', '1299.9 BRL'],
    ['S/ 29.90', '29.9 PEN'],
    ['99 Kč', '99 CZK'],
    ['42 000 Ft', '42000 HUF'],
    ['1 234 567,89 zł', '1234567.89 PLN'],
    ['450 lei', '450 RON'],
    ['1,299 TL', '1299 TRY'],
    ['5 150,00 руб', '5150 RUB'],
    ['1 250 ₴', '1250 UAH'],
    ['Rp 1.550.000', '1550000 IDR'],
    ['2.160.000 đồng', '2160000 VND'],
    ['1 000 000 ₫', '1000000 VND'],
    ['3,500 원', '3500 KRW'],
    ['₩35,000', '35000 KRW'],
    ['12,800円', '12800 JPY'],
    ['価格：12,800円（税込）', '12800 JPY'],
    ['約100元', '100 CNY'],
    ['１２，８００円', '12800 JPY'],
    ['฿1,290', '1290 THB'],
    ['₱2,499.00', '2499 PHP'],
    ['RM 12.90', '12.9 MYR'],
    ['Rs. 45,000/-', '45000 INR'],
    ['Rs 999', '999 INR'],
    ['₪ 129.90', '129.9 ILS'],
    ['د.إ 1,299', '1299 AED'],
    ['١٬٢٣٤٫٥٠ ر.س', '1234.5 SAR'],
    ['KWD 1.234', '1.234 KWD'],
    // endings
    ['299:-', '299 SEK'],
    ['1299,- kr', '1299 SEK'],
    ['kr 1 299,-', '1299 NOK'],
    ['1.099,00 kr.', '1099 DKK'],
    ['20.- Fr.', '20 CHF'],
    ['CHF 5.–/Monat', '5 CHF'],
    ['49,– €', '49 EUR'],
    ['CHF -.95', '0.95 CHF'],
    ['–,50 €', '0.5 EUR'],
    ['1,299.00*', '1299 ?'],
    ['12,99€inkl. MwSt', '12.99 EUR'],
    // cents
    ['$.99', '0.99 USD'],
    ['99¢', '0.99 USD'],
    ['50p', '0.5 GBP'],
    ['¢75', '0.75 USD'],
    ['Rp100rb', '100000 IDR'],
    ['Php 1,500', '1500 PHP'],
    ['19⁹⁹ €', '19.99 EUR'],
    ['5 €99', '5.99 EUR'],
    ['5€99', '5.99 EUR'],
    ['318 000 €4 676 €/m²', '318000 EUR'],
    ['35€ 99', '35.99 EUR'],
    ['2 pounds 50', '2.5 GBP'],
    ['1299 руб. 50 коп.', '1299.5 RUB'],
    ['12 zł 5 gr', '12.05 PLN'],
    ['5 euros et 50 centimes', '5.5 EUR'],
    ['$5 and 25 cents', '5.25 USD'],
    ['£3 and 50p', '3.5 GBP'],
    ['$5.25 and 25 cents off', '5.25 USD'],
    ['$ 99 . 99', '99.99 USD'],
    ['99 , 99 €', '99.99 EUR'],
    ['149:90 kr', '149.9 SEK'],
    ['SEK 1 149:90', '1149.9 SEK'],
    ['149:90', '149.9 ?'],
    ['12 99 €', '12.99 EUR'],
    ['$99 99', '99.99 USD'],
    ['1299 रुपये', '1299 INR'],
    ['Regular price $1,299 Sale price $1,099', '1099 USD'],
    ['2ドル3セント', '2.03 USD'],
    ['10円5銭です', '10.05 JPY'],
    ['3 euros con 99 céntimos', '3.99 EUR'],
    // the sentence ends behind the currency
    ['Preise starten bei 12.345$.', '12345 USD'],
    ['ended at 14.27 cents .', '0.1427 USD'],
    ['(we also took $ 125 million in bonds)', '125000000 USD'],
    // joined by a word
    ['75,3 millions de $', '75300000 USD'],
    ['323 millones de euros', '323000000 EUR'],
    ['5 miliardi di dollari', '5000000000 USD'],
    ['$ 2,38 mil millones', '2380000000 USD'],
    ['48.2 万円', '482000 JPY'],
    ['5 de $10', '10 USD'],
    // names by CLDR
    ['100 indische Rupien', '100 INR'],
    ['20 dólares de Hong Kong', '20 HKD'],
    ['30 dollari canadesi', '30 CAD'],
    ['1.95香港ドルで', '1.95 HKD'],
    ['hk $ 10.05 billion', '10050000000 HKD'],
    ['1 Lek', '1 ALL'],
    ['20 sucres', '20 ?'],
    // scales
    ['£1.2m', '1200000 GBP'],
    ['$5.5k', '5500 USD'],
    ['$1.5 billion', '1500000000 USD'],
    ['3 Mio. Euro', '3000000 EUR'],
    ['₹2.5 lakh', '250000 INR'],
    ['1億2000万円', '120000000 JPY'],
    // thousands or decimals
    ['1.234 €', '1234 EUR'],
    ['1,234 €', '1234 EUR'],
    ['$ 1.299', '1299 USD'],
    ['€0.5', '0.5 EUR'],
    ['EUR 1.2345', '1.2345 EUR'],
    ['€1,799/l', '1.799 EUR'],
    ['$3.459 per gallon', '3.459 USD'],
    ['1.000.000', '1000000 ?'],
    ['1,000', '1000 ?'],
    ['12,34,567.89', '1234567.89 ?'],
    ['42.5.', '42.5 ?'],
    ['0,99', '0.99 ?'],
    ['1 298,00 €', '1298 EUR'],
    ['1\u202f298,00\u00a0€', '1298 EUR'],
    ['$1 299', '1299 USD'],
    // among other things
    ['Price From £ 39.95', '39.95 GBP'],
    ['from £5', '5 GBP'],
    ['ab 15 Euro', '15 EUR'],
    ['2 for £5', '5 GBP'],
    ['12 x R$ 99,90', '99.9 BRL'],
    ['Was £12 now £10', '10 GBP'],
    ['UVP 99,00 € 79,00 €', '79 EUR'],
    ['$10 – $20', '10 USD'],
    ['10-20 €', '10 EUR'],
    ['iPhone 17 256 GB 999 €', '999 EUR'],
    ['WH-1000XM6 300 €', '300 EUR'],
    ['Save 15%: $85', '85 USD'],
    ['-$5', '-5 USD'],
    ['$-5.00', '-5 USD'],
    ['−5,00 €', '-5 EUR'],
    ['($12.00)', '-12 USD'],
    ['2 €10 vouchers', '10 EUR'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each(['', 'call us', '-20%', '50% off', 'v1.2.3', '12.05.2026', 'free', 'N/A', '192.168.1.10', '€'])(
    'finds no money in %j',
    (text) => {
      expect(parseMoney(text)).toBeNull();
    },
  );

  it.each<[string, ParseHint, string]>([
    ['$12', { region: 'CA' }, '12 CAD'],
    ['$12', { language: 'en-AU' }, '12 AUD'],
    ['$12', { host: 'shop.example.co.nz' }, '12 NZD'],
    ['$12', { host: 'tienda.example.mx' }, '12 MXN'],
    ['12 dólares', { host: 'tienda.example.mx' }, '12 USD'],
    ['12 dollars', { host: 'shop.example.ca' }, '12 CAD'],
    ['$1.299', { language: 'es-CL' }, '1299 CLP'],
    ['$1.299', { language: 'en-US' }, '1299 USD'],
    ['1.500 pesos argentinos', { language: 'es' }, '1500 ARS'],
    ['10 centavos', { language: 'pt' }, '0.1 BRL'],
    ['$12', { language: 'es' }, '12 MXN'],
    ['$12', { language: 'es-MX' }, '12 MXN'],
    ['$12', { currency: 'EUR' }, '12 USD'],
    ['12', { currency: 'EUR' }, '12 EUR'],
    ['1.299', { currency: 'EUR' }, '1299 EUR'],
    ['1,799 €', { language: 'de' }, '1799 EUR'],
    ['1,639 €', { language: 'de', perMeasure: true }, '1.639 EUR'],
    ['1.799 €', { language: 'de', perMeasure: true }, '1799 EUR'],
    ['$3.459', { language: 'en-US', perMeasure: true }, '3.459 USD'],
    ['1,799 €', { language: 'en' }, '1799 EUR'],
    ['1,579 €', { language: 'de', shownMark: ',' }, '1.579 EUR'],
    ['1,000 €', { language: 'de', shownMark: ',' }, '1000 EUR'],
    ['1.579 €', { language: 'de', shownMark: ',' }, '1579 EUR'],
    ['1,579 €', { language: 'de', shownMark: '.', perMeasure: true }, '1579 EUR'],
    ['€1,579', { language: 'en', shownMark: ',' }, '1579 EUR'],
    ['$46.060', { language: 'en-GB', shownMark: '.' }, '46.06 USD'],
    ['¥12,800', { language: 'zh-CN' }, '12800 CNY'],
    ['299 kr', { language: 'da' }, '299 DKK'],
    ['299 kr', { language: 'nb' }, '299 NOK'],
    ['299 kr.', { language: 'is' }, '299 ISK'],
    ['Rs 999', { region: 'PK' }, '999 PKR'],
    ['£999', { language: 'ar-EG' }, '999 EGP'],
    ['1299,-', { language: 'de' }, '1299 EUR'],
    ['R 299', { language: 'en-ZA' }, '299 ZAR'],
    ['12,500 DT', { language: 'fr-TN' }, '12.5 TND'],
  ])('%s with %j', (text, hint, expected) => {
    expect(shown(text, hint)).toBe(expected);
  });
});

describe('findMoney', () => {
  const quotes = (text: string, hint?: ParseHint) => findMoney(text, hint).map((money) => money.quote);

  it('finds each amount once, in its own words', () => {
    expect(quotes('10 € 20 € 30 €')).toEqual(['10 €', '20 €', '30 €']);
    expect(quotes('EUR 10 USD 11')).toEqual(['EUR 10', 'USD 11']);
    expect(quotes('Now $283.00 (was $349.00), shipping $4.99, ships in 2 days')).toEqual([
      '$283.00',
      '$349.00',
      '$4.99',
    ]);
    expect(quotes('$10 – $20')).toEqual(['$10', '$20']);
    expect(quotes('5 $10')).toEqual(['$10']);
  });

  it('gives both ends of a range the currency', () => {
    expect(findMoney('10–20 €').map(({ amount, currency }) => [amount, currency])).toEqual([
      ['10', 'EUR'],
      ['20', 'EUR'],
    ]);
    expect(findMoney('from $10 to $20')).toHaveLength(2);
    expect(quotes('$10 - 5 items')).toEqual(['$10']);
  });

  it('keeps what the price is for', () => {
    expect(findMoney('9,99 €/month')[0]?.per).toBe('/month');
    expect(findMoney('$80 per night')[0]?.per).toBe('per night');
    expect(findMoney('$80')[0]?.per).toBeNull();
  });

  it.each([
    'TOP 10 of 2026',
    'buy AMD 7 or 9',
    'PHP 8.3 is out, ALL 50 states',
    '20% off',
    '1080p video',
    'in 5 days',
    'RTX-4090',
    '3 / 4',
  ])('takes no name or count for money: %s', (text) => {
    expect(quotes(text).filter((quote) => quote !== 'PHP 8.3')).toEqual([]);
  });

  it('crosses no line', () => {
    expect(quotes('Items: 12\n€ 99')).toEqual(['€ 99']);
  });

  it('points at the original through characters that cannot be seen', () => {
    const text = 'Preis: \u200b1\u202f299\u200b,95\u00a0€ inkl.';
    const [money] = findMoney(text);
    expect(money?.amount).toBe('1299.95');
    expect(text.slice(money?.start, money?.end)).toBe(money?.quote);
  });
});

it('knows what costs nothing only where that is all that is said', () => {
  expect(['Free', 'kostenlos!', 'gratis', '無料'].every(saysFree)).toBe(true);
  expect(['Free shipping', 'sugar-free', '$0'].some(saysFree)).toBe(false);
});

it('detects a currency in words', () => {
  expect(detectCurrency('Preis in Euro')).toBe('EUR');
  expect(detectCurrency('US$')).toBe('USD');
  expect(detectCurrency('Try all the top brands')).toBeNull();
  expect(detectCurrency('TRY')).toBe('TRY');
});
