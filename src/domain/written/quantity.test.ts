import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { parseDuration } from './duration';
import { comparableUnits, compareQuantities, convertQuantity, findQuantities, parseQuantity, unitAt } from './quantity';
import { foldText } from './text-fold';
import { UNITS } from './unit-table';

vi.setConfig({ testTimeout: 60_000 });

const read = (text: string, language = 'en') =>
  findQuantities(text, { language }).map((one) => `${one.number} ${one.unit}`);

describe('findQuantities', () => {
  it.each<[string, string[], string?]>([
    ['0.5 %', ['0.5 %']],
    ['0,5 %', ['0.5 %'], 'de'],
    ['1,5 Prozent', ['1.5 %'], 'de'],
    ['٥٪', ['5 %'], 'ar'],
    ['-4 °C', ['-4 °C']],
    ['−4,5°C', ['-4.5 °C'], 'de'],
    ['75 ℉', ['75 °F']],
    ['24C tonight', ['24 °C']],
    ['30 Grad Celsius', ['30 °C'], 'de'],
    ['24°', ['24 °']],
    ['300 K', ['300 K']],
    ['120 km/h', ['120 km/h']],
    ['12 m/s', ['12 m/s']],
    ['PM2.5 35 µg/m³', ['35 µg/m³']],
    ['256 GB SSD, 16 GB RAM', ['256 GB', '16 GB']],
    ['a 55-inch TV', ['55 in']],
    ['85 m²', ['85 m²']],
    ['3,5 Stunden', ['3.5 h'], 'de'],
    ['5日間', ['5 d'], 'ja'],
    ['12 minutes ago', ['12 min']],
    ['12½ km', ['12.5 km']],
    ['1:30 h', []],
    ['2 semaines', ['2 wk'], 'fr'],
    ['1,013 hPa', ['1013 hPa']],
    ['4 mph', ['4 mph']],
    ['25 basis points', ['25 bp']],
    ['40 degrees C, 98.6 degrees f', ['40 °C', '98.6 °F']],
    ['6 deg c, 10.5 celcius, 37º C', ['6 °C', '10.5 °C', '37 °C']],
    ['20 Grad Celsius', ['20 °C'], 'de'],
    ['25 degrés c’est trop', ['25 °'], 'fr'],
    ['外は摂氏 40度、華氏98.6度', ['40 °C', '98.6 °F'], 'ja'],
    ['時速120キロメートル', ['120 km/h'], 'ja'],
    ['前年比の-5パーセント', ['-5 %'], 'ja'],
    ['minus 5 °C, negative 3 °F', ['-5 °C', '-3 °F']],
    ['al menos 5 km', ['5 km'], 'es'],
    ['10 1/2 miles, 1/4 mile', ['10.5 mi', '0.25 mi']],
    ['1/4 de milla', ['0.25 mi'], 'es'],
    ['on 12/5/2026 km 3/2 miles', ['2026 km', '2 mi']],
    ['2,4 milliards de gallons', ['2400000000 gal'], 'fr'],
    ['188 miles per hour, 12 cubic meters', ['188 mph', '12 m³']],
    ['500,000 barrels, 16 bits, 16,000 metric tons', ['500000 bbl', '16 bit', '16000 t']],
    ['iPhone 17, 5 seats, $12 million, gate B12', []],
  ])('%s', (text, expected, language) => {
    expect(read(text, language)).toEqual(expected);
  });

  it('reads one quantity, not several', () => {
    expect(parseQuantity('about 5 km')).toEqual({ number: '5', unit: 'km' });
    expect(parseQuantity('5 km or 3 mi')).toBeNull();
  });

  it.each([
    ['5 ft 2 in', { number: '5.166666666667', unit: 'ft' }],
    ['1 h 30 min', { number: '1.5', unit: 'h' }],
    ['8 lb, 4 oz', { number: '8.25', unit: 'lb' }],
    ['30 min 1 h', null],
    ['5 ft 60 in', null],
    ['5 kg 2 in', null],
    ['20 °C 5 °F', null],
  ])('reads %s in the larger unit', (text, expected) => {
    expect(parseQuantity(text)).toEqual(expected);
  });
});

describe('units', () => {
  it.each([
    ['100', '°C', '°F', '212'],
    ['50', '°F', '°C', '10'],
    ['0', '°C', 'K', '273.15'],
    ['1', 'mi', 'km', '1.609344'],
    ['90', 'min', 'h', '1.5'],
    ['36', 'km/h', 'm/s', '10'],
    ['1', 'GiB', 'MB', '1073.741824'],
    ['2', 'yr', 'month', '24'],
  ])('%s %s in %s…', (number, from, to, expected) => {
    expect(convertQuantity(number, from, to)).toBe(expected);
  });

  it('do not mix', () => {
    expect(convertQuantity('1', 'km', 'kg')).toBeNull();
    expect(compareQuantities({ number: '1', unit: 'EUR' }, { number: '1', unit: 'USD' })).toBeNull();
    expect(comparableUnits('month', 'd')).toBe(false);
    expect(comparableUnits(null, 'd')).toBe(false);
  });

  it('are compared exactly', () => {
    expect(compareQuantities({ number: '36', unit: 'km/h' }, { number: '10', unit: 'm/s' })).toBe(0);
    expect(compareQuantities({ number: '32', unit: '°F' }, { number: '0', unit: '°C' })).toBe(0);
    expect(compareQuantities({ number: '0.1000000000000000000000001', unit: 'km' }, { number: '100', unit: 'm' })).toBe(
      1,
    );
    expect(compareQuantities({ number: '24', unit: '°' }, { number: '20', unit: '°C' })).toBe(1);
    expect(compareQuantities({ number: '24', unit: null }, { number: '20', unit: 'USD' })).toBe(1);
  });

  it('are known by their names', () => {
    const NAMES = ['celsius', 'Grad Celsius', 'kph', 'percent', 'hours'];
    expect(NAMES.map((name) => unitAt(foldText(name).text, 0)?.unit)).toEqual(['°C', '°C', 'km/h', '%', 'h']);
    expect(unitAt('bananas', 0)).toBeNull();
  });

  it('each symbol reads as itself', () => {
    for (const { symbol } of UNITS) expect([symbol, read(`7 ${symbol}`)]).toEqual([symbol, [`7 ${symbol}`]]);
  });

  it('convert a byte to petabytes and back', () => {
    expect(convertQuantity('1', 'B', 'PB')).toBe('0.000000000000001');
    expect(convertQuantity('0.000000000000001', 'PB', 'B')).toBe('1');
  });

  it('convert there and back', () => {
    const pairs = UNITS.flatMap((a) =>
      UNITS.filter((b) => b.dimension === a.dimension && a.symbol !== '°' && b.symbol !== '°').map(
        (b) => [a.symbol, b.symbol] as const,
      ),
    );
    fc.assert(
      fc.property(fc.integer({ min: -9999, max: 9999 }), fc.constantFrom(...pairs), (number, [a, b]) => {
        const there = convertQuantity(String(number), a, b);
        const back = there === null ? null : convertQuantity(there, b, a);
        expect(Math.abs(Number(back) - number)).toBeLessThan(1);
      }),
    );
  });
});

describe('parseDuration', () => {
  it.each([
    ['2 h 30 min', '150', 'min'],
    ['90 minutes', '90', 'min'],
    ['2h30', '150', 'min'],
    ['1:45', '105', 'min'],
    ['1:00:30', '3630', 's'],
    ['2 weeks 3 days', '17', 'd'],
    ['1時間30分', '90', 'min'],
    ['1 year', '1', 'yr'],
  ])('%s', (text, amount, unit) => {
    expect(parseDuration(text)).toEqual({ amount, unit });
  });

  it('states none where lengths vary or nothing is stated', () => {
    expect(parseDuration('soon')).toBeNull();
    expect(parseDuration('1 month 3 days')).toBeNull();
  });
});
