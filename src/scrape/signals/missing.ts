import { anyOf, whole } from './phrases';
import type { Signal } from './signal';

const LEAD =
  /(?:(?:oops|whoops|uh[- ]?oh|sorry|hmm|ouch)[\s!,.…:]*)?(?:(?:error|fehler|erreur|erro|errore|http)?[ -:]*404[\s!.|:–-]*)?/;
const THING =
  /(?:(?:the|this|that|your) )?(?:requested )?(?:web ?)?(?:page|url|file|document|address|link|content|product|item|listing|article|resource|post|job)/;
const ASKED =
  /(?: (?:that )?you(?:'re|’re| are| were|'ve| have)?(?: (?:looking for|searching for|after|requested|trying to (?:reach|visit|access|find))))?/;
const CANNOT = /(?:can't|can’t|cannot|can not|couldn't|couldn’t|could not)/;

/** Says of the page that it is not there. "No results" is an answer, and "no longer available" may be the fact. */
const NOT_FOUND: RegExp[] = [
  /not found/,
  /nothing (?:was )?found here/,
  new RegExp(`${THING.source}${ASKED.source} (?:was |is |could )?not (?:be )?found`),
  new RegExp(`${THING.source}${ASKED.source} (?:doesn't|doesn’t|does not|no longer) exists?`),
  new RegExp(`${THING.source}${ASKED.source} (?:${CANNOT.source}|could not) be (?:found|located)`),
  new RegExp(`(?:we )?${CANNOT.source} (?:seem to )?(?:find|locate) ${THING.source}${ASKED.source}`),
  new RegExp(`(?:we )?${CANNOT.source} find what you(?:'re|’re| are) looking for`),
  /(?:page|file) (?:missing|unavailable)/,
  /no such (?:page|file|product|item)/,
  /(?:diese |die )?(?:gesuchte |angeforderte |gewünschte )?(?:seite|produkt|artikel|datei|adresse)(?: wurde| konnte| ist)?(?: leider)? nicht (?:gefunden|vorhanden)(?: werden)?/,
  /(?:diese |die )?(?:gesuchte |angeforderte )?seite (?:existiert|gibt es)(?: leider)? nicht(?: mehr)?/,
  /(?:cette |la )?page(?: demandée| que vous (?:cherchez|recherchez|demandez))? (?:est )?introuvable/,
  /(?:cette |la )?page(?: demandée)? (?:n['’]est pas |n['’]a pas été |n['’]a pu être |non )(?:trouvée|disponible)/,
  /(?:cette |la )?page(?: demandée)? n['’]existe (?:pas|plus)/,
  /(?:la |esta )?página(?: solicitada| que (?:buscas|busca))? no (?:se ha |ha sido |se )?(?:encontrada?|encontrado|encuentra|pudo encontrar|existe)/,
  /no (?:hemos encontrado|encontramos|podemos encontrar) (?:la|esta) página(?: que (?:buscas|busca))?/,
  /(?:a |esta )?página(?: solicitada| que (?:você )?procura)? não (?:foi )?(?:encontrada|existe)/,
  /(?:la )?pagina(?: richiesta| che (?:stai cercando|cerchi))? non (?:è stata |è )?(?:trovata|esiste|disponibile)/,
  /(?:de |deze )?(?:gevraagde )?pagina(?: die (?:je|u) zoekt)? (?:is |werd |kon |kan )?niet (?:gevonden|worden gevonden|bestaat)(?: worden)?/,
  /(?:お探しの|ご指定の)?(?:ページ|商品|url)(?:は|が)?(?:見つかりません(?:でした)?|存在しません|ありません)/,
];

const LEADING = NOT_FOUND.map((phrase) => new RegExp(`${LEAD.source}(?:${phrase.source})`));

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
    pattern: whole(/(?:error|fehler|erreur|erro|errore|http)?[ -]*404(?: error| fehler| not found)?/),
  },
  {
    id: '404-heading',
    reason: 'not_found',
    where: 'heading',
    points: 2,
    maxText: 2_500,
    pattern: whole(/(?:error|fehler|erreur|erro|errore|http)?[ -]*404(?: error| fehler)?/, /4 0 4/),
  },
  {
    id: 'not-found-text',
    reason: 'not_found',
    where: 'text',
    points: 1,
    maxText: 3_000,
    pattern: anyOf(
      /(?:page|url|product|item|file)(?: that)? you(?:'re|’re| are| were|'ve|’ve| have)? ?(?:looking for|requested|trying to (?:reach|visit|access)|entered|followed)/,
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
