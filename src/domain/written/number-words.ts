/** Number words of a language, each with its value; compounds that are written as one word are made below. */
interface NumberWords {
  /** 0, 1, 2 … as far as they are words of their own. */
  units: string;
  /** 20 to 90. */
  tens: string;
  hundred: string;
  thousand: string;
  /** What may stand between: "and". */
  joiner: string;
  /** "21" as one word. */
  compound?: (unit: string, ten: string) => string;
  /** Between numerator and denominator: "1 over 21", "1 in 20". */
  over: string;
  half: string;
  quarter: string;
  dozen: string;
  minus: string;
}

const EN: NumberWords = {
  units:
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
    'eighteen nineteen',
  tens: 'twenty thirty forty fifty sixty seventy eighty ninety',
  hundred: 'hundreds?',
  thousand: 'thousands?',
  joiner: 'and',
  over: 'over|in|out of',
  half: 'and (?:a|one) half',
  quarter: 'and (?:a|one) quarter',
  dozen: 'dozens?|dzs?|doz',
  minus: 'minus|negative',
};

/** By language; sources of regular expressions where a word bends. */
export const NUMBER_WORDS: Record<string, NumberWords> = {
  en: EN,
  de: {
    units:
      'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn ' +
      'siebzehn achtzehn neunzehn',
    tens: 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig',
    compound: (unit, ten) => `${unit === 'eins' ? 'ein' : unit}und${ten}`,
    hundred: 'hundert',
    thousand: 'tausend',
    joiner: 'und',
    over: 'durch|von|zu',
    half: 'und (?:ein )?halb(?:e[rsn]?)?',
    quarter: 'und ein viertel',
    dozen: 'dutzend',
    minus: 'minus',
  },
  fr: {
    units:
      'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept ' +
      'dix-huit dix-neuf',
    tens: 'vingt trente quarante cinquante soixante soixante-dix quatre-vingts? quatre-vingt-dix',
    hundred: 'cents?',
    thousand: 'mille',
    joiner: 'et',
    over: 'sur',
    half: 'et demie?',
    quarter: 'et (?:un )?quart',
    dozen: 'douzaines?|dz',
    minus: 'moins|négatif',
  },
  es: {
    units:
      'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis ' +
      'diecisiete dieciocho diecinueve',
    tens: 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
    compound: (unit, ten) => (ten === 'veinte' ? `veinti${unit}` : `${ten} y ${unit}`),
    hundred: 'cien(?:to)?s?',
    thousand: 'mil',
    joiner: 'y',
    over: 'sobre|entre|de cada',
    half: 'y medi[oa]',
    quarter: 'y (?:un )?cuarto',
    dozen: 'docenas?|dz',
    minus: 'menos|negativo',
  },
  pt: {
    units:
      'zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete ' +
      'dezoito dezenove',
    tens: 'vinte trinta quarenta cinquenta sessenta setenta oitenta noventa',
    hundred: 'cem|cento',
    thousand: 'mil',
    joiner: 'e',
    over: 'sobre|em cada',
    half: 'e mei[oa]',
    quarter: 'e um quarto',
    dozen: 'dúzias?|dz',
    minus: 'menos|negativo',
  },
  it: {
    units:
      'zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici ' +
      'diciassette diciotto diciannove',
    tens: 'venti trenta quaranta cinquanta sessanta settanta ottanta novanta',
    compound: (unit, ten) => (/^[uo]/.test(unit) ? ten.slice(0, -1) : ten) + unit,
    hundred: 'cento',
    thousand: 'mille|mila',
    joiner: 'e',
    over: 'su|fratto',
    half: 'e mezz[oa]',
    quarter: 'e un quarto',
    dozen: 'dozzin[ae]|dz',
    minus: 'meno|negativo',
  },
  nl: {
    units:
      'nul één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien ' +
      'achttien negentien',
    tens: 'twintig dertig veertig vijftig zestig zeventig tachtig negentig',
    compound: (unit, ten) => `${unit.replace('één', 'een')}${/[ie]e$/.test(unit) ? 'ën' : 'en'}${ten}`,
    hundred: 'honderd',
    thousand: 'duizend',
    joiner: 'en',
    over: 'uit (?:de )?|op de|gedeeld door|van de',
    half: 'en een half',
    quarter: 'en een kwart',
    dozen: 'dozijn',
    minus: 'min|minus',
  },
};

/** The words of a language below a hundred, those written as one word among them, longest first. */
export function smallNumbers(words: NumberWords): [form: string, value: number][] {
  const units = words.units.split(' ');
  const forms: [string, number][] = units.map((form, value) => [form, value]);
  for (const [index, ten] of words.tens.split(' ').entries()) {
    const value = index * 10 + 20;
    forms.push([ten, value]);
    const { compound } = words;
    if (compound)
      for (const [at, unit] of units.slice(1, 10).entries()) forms.push([compound(unit, ten), value + at + 1]);
  }
  return forms.sort(([a], [b]) => b.length - a.length);
}
