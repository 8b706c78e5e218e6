/**
 * Units by dimension: symbol, size in the dimension's base unit as exact decimal (SI brochure, international yard and
 * pound), and how it is written. Forms with an upper-case letter or a sign count as written, words in any case.
 */
interface UnitRow {
  symbol: string;
  size: string;
  forms: string;
}

// biome-ignore format: a table
const TABLE: Record<string, [symbol: string, size: string, forms: string][]> = {
  // Degrees are not proportional; `toBase` in quantity.ts converts them.
  temperature: [
    ['°C', '1', '°C|ºC|℃|° C|º C|deg C|celsius|celcius|centigrade|centígrados|centigradi|摂氏|градусов цельсия'],
    ['°F', '1', '°F|ºF|℉|° F|º F|deg F|fahrenheit|farenheit'],
    ['K', '1', 'kelvin|kelvins'],
    ['°', '1', '°|º|degrees|degree|deg|grad|degrés|degré|grados|grado|graus|grau|gradi|graden|graad|gr.|度|grader'],
  ],
  length: [
    ['mm', '0.001', 'mm|millimeters|millimeter|millimetres|millimetre|millimètres|milímetros|millimetri|ミリ'],
    ['cm', '0.01', 'cm|centimeters|centimeter|centimetres|centimetre|zentimeter|centimètres|centímetros|centimetri|' +
      'センチ'],
    ['m', '1', 'm|metern|meters|meter|metres|metre|mètres|mètre|metros|metro|metri|メートル'],
    ['km', '1000', 'km|kms|kilometern|kilometers|kilometer|kilometres|kilometre|kilomètres|kilomètre|kilómetros|' +
      'quilómetros|quilômetros|quilometros|quilômetro|' +
      'quilómetro|quilometro|kilómetro|chilometri|chilometro|キロメートル|公里'],
    ['in', '0.0254', 'inches|inch|zoll|pouces|pulgadas|polegadas|polegada|pulgada|pouce|pollici|pollice|インチ'],
    ['ft', '0.3048', 'ft|feet|foot|fuß|pieds|pied|pies|piedi|piede|pés|pé|voet|フィート'],
    ['yd', '0.9144', 'yd|yds|yards|yard'],
    ['mi', '1609.344', 'mi|miles|mile|meilen|meile|milles|millas|milla|milhas|milha|miglia|miglio|mijl|' +
      'mijlen|マイル'],
    ['nmi', '1852', 'nmi|nautical miles|NM|seemeilen'],
  ],
  speed: [
    ['km/h', '1', 'km/h|kmh|km/hr|kph|km per hour|kilometers per hour|kilometres per hour|stundenkilometer|' +
      'kilómetros por hora|kilomètres par heure|kilómetro por hora|' +
      'quilômetros por hora|chilometri all\'ora|kilometer per uur|kilometer pro stunde'],
    ['m/s', '3.6', 'm/s|ms-1|meters per second|metres per second|meter pro sekunde|metern pro sekunde|' +
      'mètres par seconde|metros por segundo|metri al secondo|meter per seconde'],
    ['mph', '1.609344', 'mph|mi/h|miles per hour|mile per hour|miles an hour|millas por hora|milhas por hora|' +
      'miglia all\'ora|meilen pro stunde|mijl per uur|milles à l\'heure'],
    ['kn', '1.852', 'kn|kt|kts|knots|knot|knoten|nœuds|nudos|nós|nodi|knopen|ノット'],
    ['ft/s', '1.09728', 'ft/s|fps'],
  ],
  mass: [
    ['µg', '0.000001', 'µg|μg|ug|mcg|micrograms|microgram|mikrogramm|microgrammes|microgramos|microgrammi'],
    ['mg', '0.001', 'mg|milligrams|milligramm'],
    ['g', '1', 'g|grams|gram|gramm|grammes|gramos|gramas|grammi|グラム'],
    ['kg', '1000', 'kg|kgs|kilo|kilos|kilograms|kilogram|kilogramm|kilogrammes|kilogramos|quilos|chili|キログラム|キロ'],
    ['t', '1000000', 't|tonnes|tonne|tonnen|toneladas|tonelada|tonnellate|tons|ton|metric tons|metric ton|' +
      'tonnes métriques|toneladas métricas|tonelada métrica|tonnellate metriche|metrische ton|トン|メートルトン'],
    ['oz', '28.349523125', 'oz|ounces|ounce|unzen|onces|onzas|onza|onças|once|oncia|オンス'],
    ['lb', '453.59237', 'lb|lbs|lb.|lbs.|pounds|pound|pfund|libras|libbre|libbra|pond'],
    ['st', '6350.29318', 'stone'],
  ],
  data: [
    ['bit', '0.125', 'bit|bits|ビット'],
    ['B', '1', 'bytes|byte|octets|octet'],
    ['kB', '1000', 'kB|KB|kilobytes|kilobyte|ko|Ko'],
    ['MB', '1000000', 'MB|megabytes|megabyte|Mo'],
    ['GB', '1000000000', 'GB|gigabytes|gigabyte|Go'],
    ['TB', '1000000000000', 'TB|terabytes|terabyte|To'],
    ['PB', '1000000000000000', 'PB|petabytes|petabyte'],
    ['KiB', '1024', 'KiB|kibibytes'],
    ['MiB', '1048576', 'MiB|mebibytes'],
    ['GiB', '1073741824', 'GiB|gibibytes'],
    ['TiB', '1099511627776', 'TiB|tebibytes'],
  ],
  'data rate': [
    ['bit/s', '1', 'bit/s|b/s|bits per second'],
    ['kbit/s', '1000', 'kbit/s|kbps|kb/s|Kbps|kBit/s'],
    ['Mbit/s', '1000000', 'Mbit/s|Mbps|Mb/s|mbps|MBit/s|megabits per second'],
    ['Gbit/s', '1000000000', 'Gbit/s|Gbps|Gb/s|gbps|GBit/s'],
    ['kB/s', '8000', 'kB/s|KB/s'],
    ['MB/s', '8000000', 'MB/s|megabytes per second'],
    ['GB/s', '8000000000', 'GB/s'],
  ],
  time: [
    ['ms', '0.001', 'ms|msec|milliseconds|millisecond|millisekunden|millisecondes|milisegundos|millisecondi|' +
      'milliseconden|ミリ秒'],
    ['s', '1', 's|sec|secs|sec.|seconds|second|sek|sek.|sekunden|sekunde|secondes|seconde|segundos|segundo|secondi|' +
      'secondo|seconden|秒|sekunder|sekund'],
    ['min', '60', 'min|mins|min.|minutes|minute|minuten|minutos|minuto|minuti|minuut|分|minuter|minut|minutter|minuty'],
    ['h', '3600', 'h|hr|hrs|hr.|hrs.|hours|hour|std|std.|stunden|stunde|heures|heure|horas|hora|ore|ora|uren|uur|時間|' +
      'timmar|timme|timer|godzin|godziny'],
    ['d', '86400', 'd|days|day|tage|tagen|tag|jours|jour|días|día|dias|dia|giorni|giorno|dagen|dag|日間|日|天|dagar|dage|' +
      'dager|dni|dzień'],
    ['wk', '604800', 'wk|wks|weeks|week|wochen|woche|semaines|semaine|semanas|semana|settimane|settimana|weken|週間|週|' +
      'veckor|vecka|uger|uker|tygodni|tygodnie'],
  ],
  calendar: [
    ['month', '1', 'months|month|monate|monaten|monat|mois|meses|mês|mes|mesi|mese|maanden|maand|か月|ヶ月|カ月|ヵ月|個月|' +
      'månader|månad|måneder|miesięcy|miesiące'],
    ['yr', '12', 'yr|yrs|years|year|jahre|jahren|jahr|ans|an|années|année|años|año|anos|ano|anni|anno|jaar|jaren|年間|' +
      'år|lat|lata'],
  ],
  pressure: [
    ['Pa', '1', 'Pa|pascal'],
    ['hPa', '100', 'hPa|mbar|mb|millibar|millibars|hectopascals'],
    ['kPa', '1000', 'kPa'],
    ['bar', '100000', 'bar|bars'],
    ['mmHg', '133.322387415', 'mmHg|mm Hg|torr'],
    ['inHg', '3386.389', 'inHg|in Hg|inches of mercury'],
    ['psi', '6894.757293168', 'psi'],
  ],
  power: [
    ['W', '1', 'W|watts|watt'],
    ['kW', '1000', 'kW|kilowatts|kilowatt'],
    ['MW', '1000000', 'MW|megawatts|megawatt'],
    ['GW', '1000000000', 'GW|gigawatts|gigawatt'],
    ['hp', '745.69987158227022', 'hp|bhp|horsepower'],
    ['PS', '735.49875', 'PS|pferdestärken'],
  ],
  energy: [
    ['Wh', '3600', 'Wh'],
    ['kWh', '3600000', 'kWh|KWh|kwh|kilowatt hours|kilowattstunden'],
    ['MWh', '3600000000', 'MWh'],
    ['GWh', '3600000000000', 'GWh'],
    ['kJ', '1000', 'kJ'],
    ['kcal', '4184', 'kcal|calories|kalorien'],
  ],
  volume: [
    ['ml', '0.001', 'ml|mL|milliliters|millilitres|milliliter|mililitros|millilitri|ミリリットル'],
    ['cl', '0.01', 'cl|cL'],
    ['dl', '0.1', 'dl|dL'],
    ['l', '1', 'l|L|liters|liter|litres|litre|litros|litro|litri|リットル'],
    ['m³', '1000', 'm³|m3|cubic meters|cubic metres|kubikmeter|kuub|kubieke meter|mètres cubes|' +
      'metros cúbicos|metri cubi|立方メートル'],
    ['ft³', '28.316846592', 'ft³|ft3|cu ft|cubic feet|cubic foot|pieds cubes|pies cúbicos|kubieke voet|立方フィート'],
    ['bbl', '158.987294928', 'bbl|barrels|barrel|barils|baril|barriles|barili|barris|vaten|バレル'],
    ['gal', '3.785411784', 'gal|gallons|gallon|galones|galón|galões|galão|galloni|gallone|ガロン'],
    ['fl oz', '0.0295735295625', 'fl oz|fl. oz.|fluid ounces'],
  ],
  area: [
    ['m²', '1', 'm²|m2|qm|sqm|sq m|square meters|square metres|quadratmeter|metros cuadrados|metros quadrados|' +
      'mètres carrés|mètre carré|metri quadrati|metri quadri|metro quadrato|vierkante meter|㎡|平米|平方メートル'],
    ['km²', '1000000', 'km²|km2|sq km|square kilometers|square kilometres|quadratkilometer|' +
      'kilomètres carrés|kilómetros cuadrados|quilômetros quadrados|chilometri quadrati|vierkante kilometer|' +
      '平方キロメートル'],
    ['ha', '10000', 'ha|hectares|hectare|hektar|hectáreas'],
    ['ft²', '0.09290304', 'ft²|sq ft|sq. ft.|sqft|square feet|pieds carrés'],
    ['ac', '4046.8564224', 'acres|acre|acri|エーカー'],
  ],
  concentration: [
    ['µg/m³', '1', 'µg/m³|μg/m³|ug/m³|µg/m3|μg/m3|ug/m3|mcg/m3|microgrammi per metro cubo|microgrammi al metro cubo|' +
      'microgramos por metro cúbico|microgramas por metro cúbico|microgrammes par mètre cube|' +
      'mikrogramm pro kubikmeter|microgram per kubieke meter|micrograms per cubic meter|' +
      'micrograms per cubic metre|マイクログラム'],
    ['mg/m³', '1000', 'mg/m³|mg/m3'],
  ],
  proportion: [
    ['%', '1', '%|٪|percent|per cent|prozent|pct|pour cent|por ciento|porciento|por cento|porcento|per cento|' +
      'percento|procent|por cien|pour-cent|pourcentage|パーセント'],
    ['‰', '0.1', '‰|per mille|promille'],
    ['bp', '0.01', 'basis points|bps|basispunkte'],
    ['pp', '1', 'pp|percentage points|prozentpunkte|points de pourcentage|puntos porcentuales'],
  ],
  'mixing ratio': [['ppb', '1', 'ppb'], ['ppm', '1000', 'ppm']],
  frequency: [['Hz', '1', 'Hz|hertz'], ['kHz', '1000', 'kHz'], ['MHz', '1000000', 'MHz'], ['GHz', '1000000000', 'GHz']],
  charge: [['mAh', '1', 'mAh'], ['Ah', '1000', 'Ah']],
  voltage: [['mV', '0.001', 'mV'], ['V', '1', 'V|volts|volt'], ['kV', '1000', 'kV']],
  angle: [['rad', '1', 'rad|radians|radian|radianes|radianti|radiant']],
  level: [['dB', '1', 'dB|decibels|dezibel']],
  rotation: [['rpm', '1', 'rpm|u/min']],
  pixels: [['px', '1', 'px|pixels|pixel'], ['MP', '1000000', 'MP|megapixels|megapixel']],
};

export interface Unit extends UnitRow {
  dimension: string;
}

export const UNITS: readonly Unit[] = Object.entries(TABLE).flatMap(([dimension, rows]) =>
  rows.map(([symbol, size, forms]) => ({ symbol, size, forms, dimension })),
);

const BY_SYMBOL = new Map(UNITS.map((unit) => [unit.symbol, unit]));

/** The unit of a normal symbol ("km/h"), or null; currencies are not in this table. */
export function unitOf(symbol: string | null): Unit | null {
  return symbol === null ? null : (BY_SYMBOL.get(symbol) ?? null);
}
