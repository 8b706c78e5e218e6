import { comparableUnits } from '@/domain/written/quantity';

/** How names of data columns write units: letters only. */
const WRITTEN: Record<string, string> = {
  c: '°C',
  celsius: '°C',
  f: '°F',
  fahrenheit: '°F',
  ms: 'm/s',
  mps: 'm/s',
  kmh: 'km/h',
  kph: 'km/h',
  mph: 'mph',
  pct: '%',
  percent: '%',
  m: 'm',
  cm: 'cm',
  mm: 'mm',
  km: 'km',
  kg: 'kg',
  hpa: 'hPa',
  kwh: 'kWh',
  min: 'min',
};

/** "level_m", "wind_speed_ms": names of data carry the unit behind their last underscore. Only the asked one is taken. */
export function unitOfKey(label: string, asked: string | null): string | null {
  const [, key = ''] = /_([a-z]{1,10})\W*$/i.exec(label) ?? [];
  const unit = Object.hasOwn(WRITTEN, key.toLowerCase()) ? (WRITTEN[key.toLowerCase()] ?? null) : null;
  return unit !== null && asked !== null && comparableUnits(unit, asked) ? unit : null;
}

/** "Pegel in cm", "Level (m)": a head ends in its unit, behind "in" or in brackets. */
export function isHeadUnit(text: string, at: number): boolean {
  return /(?:^|\s)(?:in|en) $|[([]\s?$/i.test(text.slice(0, at)) && /^\p{L}{1,4}\s?[)\]]?\s*$/u.test(text.slice(at));
}
