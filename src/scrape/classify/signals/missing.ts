import { GONE_PRODUCT } from './gone-products';
import { CANNOT, MISSING_PAGE } from './missing-pages';
import { anyOf, maybe, phrase, type Signal, whole } from './signal';

const LEAD = phrase(
  maybe(
    phrase(
      [
        'oops',
        'whoops',
        'oeps',
        'oei',
        'oh nee',
        'oje',
        'hups',
        'uh[- ]?oh',
        'sorry',
        'hmm',
        'ouch',
        'oups',
        'ups',
        'ops',
        'hoppla',
        'huch',
        'vaya',
        'désolée?',
        'przepraszamy',
        'beklager',
        'tyvärr',
        'lo sentimos',
        'leider',
        'helaas',
        'ojej',
        'ой',
        'упс',
        '抱歉',
      ],
      /[\s!,.…:，-]*/,
    ),
  ),
  maybe(phrase(maybe('(?:error|fehler|erreur|erro|errore|http)[ :-]*'), /404[\s!.|:–-]*/)),
);

const LEADING = [...MISSING_PAGE, ...GONE_PRODUCT].map((said) => phrase(LEAD, [said]));

export const MISSING_SIGNALS: Signal[] = [
  {
    id: 'not-found-heading',
    reason: 'not_found',
    where: 'heading',
    points: 3,
    alsoOnLongPages: true,
    pattern: whole(...LEADING),
  },
  {
    id: 'not-found-title',
    reason: 'not_found',
    where: 'title',
    points: 2,
    alsoOnLongPages: true,
    pattern: whole(...LEADING),
  },
  {
    id: '404-title',
    reason: 'not_found',
    where: 'title',
    points: 2,
    alsoOnLongPages: true,
    pattern: whole(/(?:(?:error|fehler|erreur|erro|errore|http)[ -]*)?404(?: error| fehler| not found)?/),
  },
  {
    id: '404-heading',
    reason: 'not_found',
    where: 'heading',
    points: 2,
    maxText: 2_500,
    pattern: whole(/(?:(?:error|fehler|erreur|erro|errore|http)[ -]*)?404(?: error| fehler)?/, /4 0 4/),
  },
  {
    id: 'not-found-text',
    reason: 'not_found',
    where: 'text',
    points: 1,
    maxText: 3_000,
    pattern: anyOf(
      /looks like this page is missing/,
      phrase(
        ['page', 'url', 'product', 'item', 'file'],
        '(?: that)? you',
        maybe("'re", '’re', ' are', ' were', "'ve", '’ve', ' have'),
        ' ?',
        ['looking for', 'requested', 'trying to (?:reach|visit|access)', 'entered', 'followed'],
      ),
      /(?:page|link|url)[^.\n]{0,40} (?:may|might) (?:have been|be) (?:moved|removed|deleted|broken)/,
      /page (?:was )?not found/,
      new RegExp(`${CANNOT.source} find (?:that|this|the) page`),
      /(?:seite|adresse)[^.\n]{0,30} (?:nicht (?:gefunden|vorhanden)|existiert nicht)/,
      /page (?:demandée|que vous (?:cherchez|recherchez))/,
      /página (?:que (?:buscas|busca|procura)|solicitada|no encontrada|não (?:foi )?encontrada)/,
      /pagina (?:che (?:stai cercando|cerchi)|richiesta|non trovata|niet gevonden|die (?:je|u) zoekt)/,
      /ページ(?:が|は)(?:見つかりません|存在しません|削除)/,
    ),
  },
  {
    id: 'not-found-alone',
    reason: 'not_found',
    where: 'text',
    points: 3,
    maxText: 120,
    pattern: whole(...LEADING),
  },
];
