/**
 * Words of units behind a number, in all languages of the prompts: folded, without accents. The first that matches
 * wins, so longer ones stand first. Symbols are those of src/domain/quantity.ts.
 */
export const UNIT_WORDS: readonly [symbol: string, words: string][] = [
  ['%', '%|percent|per cent|pct|prozent|pour ?-?cents?|por ?cent[oa]?|por ?ciento|per ?cento|procent|パーセント|割'],
  [
    '°F',
    '° ?f|degrees? f(?:ahrenheit)?|fahrenheit|grad fahrenheit|degres? fahrenheit|grados fahrenheit|graus fahrenheit|gradi fahrenheit|graden fahrenheit',
  ],
  [
    '°C',
    '° ?c|degrees? c(?:elsius|entigrade)?|degrees?|celsius|c(?![a-z])|grad(?: celsius)?|degres?(?: celsius| c)?|grados?(?: celsius| centigrados| c)?|graus?(?: celsius| centigrados)?|gradi(?: celsius| centigradi)?|gra[ad]e?n?(?: celsius)?|度|°',
  ],
  ['µg/m³', '[µμu]g ?/ ?m(?:³|3)|mikrogramm(?: pro kubikmeter)?'],
  ['km/h', 'km ?/ ?h|kph|kmh|kilometers? per hour|stundenkilometer'],
  ['mph', 'mph|miles per hour'],
  ['m/s', 'm ?/ ?s'],
  ['kn', 'knots?|kts?|knoten|noeuds|nudos'],
  ['m²', 'm²|m2|sqm|qm|quadratmeter|square met(?:er|re)s|metres? carres|metros cuadrados|metri quadr[ai]t?i?|平米'],
  ['km', 'km|kilomet(?:er|re)s?|kilometros?|chilometri'],
  ['cm', 'cm|centimet(?:er|re)s?|zentimeter'],
  ['mm', 'mm|millimet(?:er|re)s?|millimeter'],
  ['m', 'm(?:et(?:er|re)s?)?|metros?|metri|メートル'],
  ['ft', 'ft|feet'],
  ['mi', 'miles?|mi'],
  ['kg', 'kg|kilos?|kilograms?|kilogramm'],
  ['GB', 'gb|gigabytes?'],
  ['TB', 'tb|terabytes?'],
  ['MB', 'mb|megabytes?'],
  ['Mbit/s', 'mbps|mbit/s'],
  ['ms', 'ms|milliseconds?|millisekunden'],
  ['min', 'min(?:s|\\.)?|minutes?|minuten?|minutos?|minut[io]|分'],
  ['h', 'h|hrs?|hours?|stunden?|heures?|horas?|or[ae]|uur|uren|時間'],
  ['d', 'days?|tagen?|jours?|dias?|giorn[io]|dag(?:en)?|日'],
  ['s', 's|sec(?:onds?)?|sekunden?|secondes?|segundos?|second[io]|秒'],
  ['hPa', 'hpa|mbar'],
  ['kWh', 'kwh'],
  ['MW', 'mw|megawatts?'],
  ['ppm', 'ppm'],
  ['dB', 'db|decibels?'],
  ['BTC', 'btc|bitcoins?'],
  ['ETH', 'eth|ether'],
];
