/** What the suites call our unit symbols, in lower case. A turn has none here, nor a ton of no country. */
// biome-ignore format: a table
const UNIT_NAMES: Record<string, string> = {
  '°C': 'c|grado celsius|grau celsius', '°F': 'f|grado fahrenheit|grau fahrenheit', K: 'kelvin',
  '°': 'degree|grado|degré|grau', mm: 'millimeter|millimetro', cm: 'centimeter', m: 'meter|metro|mètres',
  km: 'kilometer|kilómetro|kilomètres|chilometro|quilômetro', in: 'inch|pulgada|pollice|polegada',
  ft: 'foot|pie|pied|piede|pé', mi: 'mile|milla|miglio|milha', 'km/h': 'kilometer per hour',
  mph: "mile per hour|milla por hora|miglia all'ora", 'm/s': 'meter per second', µg: 'microgram', kg: 'kilogram',
  t: 'metric ton|tonelada métrica|tonne métrique|tonne|ton|tonelada', oz: 'ounce|onza|oncia',
  lb: 'pound|libra|livre|libbra', ml: 'milliliter|mililitro', l: 'litre|liter|litro',
  gal: 'gallon|galón|gallone|galão', bbl: 'barrel|baril|barile', 'm³': 'cubic meter', 'ft³': 'cubic foot|pie cúbico',
  'm²': 'square meter|mètre carré|metro quadrato|metro quadrado',
  'km²': 'square kilometer|kilómetro cuadrado|kilomètre carré|chilometro quadrato', ac: 'acre|acro',
  TB: 'terabyte', bit: 'bit', rad: 'radian',
};

/** What the suites call currencies; a name that countries share stands for the likeliest. */
// biome-ignore format: a table
const CURRENCY_NAMES: Record<string, string> = {
  USD: 'dollar|dólar|united states dollar|dólar estadounidense|dólar estadunidense|dollar états-unis',
  CAD: 'canadian dollar|dólar canadiense|dollar canadien|dólar canadense', AUD: 'australian dollar|dólar australiano',
  HKD: 'hong kong dollar|dólar de hong kong', TWD: 'new taiwan dollar', EUR: 'euro',
  GBP: 'pound|british pound|libra|livre', JPY: 'japanese yen|yen|yen japonais', CNY: 'chinese yuan|yuan chino',
  INR: 'indian rupee|rupee|roupie|roupie indienne', LKR: 'sri lankan rupee', MXN: 'mexican peso|peso mexicano',
  TRY: 'turkish lira', CRC: 'costa rican colón', NGN: 'nigerian naira', PAB: 'panamanian balboa',
  CHF: 'franco suíço|franco|franc',
};

/** Hundredths: the suites count the pieces, we state the currency's main unit. */
// biome-ignore format: a table
export const PEER_HUNDREDTHS: Record<string, string> = {
  cent: 'USD EUR CAD AUD', centavo: 'MXN BRL', pence: 'GBP', penique: 'GBP', pêni: 'GBP', sen: 'JPY MYR IDR',
};

const inverse = (table: Record<string, string>) =>
  new Map(Object.entries(table).flatMap(([ours, names]) => names.split('|').map((name) => [name, ours] as const)));

export const PEER_UNITS = inverse(UNIT_NAMES);
export const PEER_CURRENCIES = inverse(CURRENCY_NAMES);
