import { anyOf, whole } from './phrases';
import type { Signal } from './signal';

const LEAD =
  /(?:(?:oops|whoops|oeps|oei|oh nee|oje|hups|uh[- ]?oh|sorry|hmm|ouch|oups|ups|ops|hoppla|huch|vaya|désolée?|przepraszamy|beklager|tyvärr|lo sentimos|leider|helaas|ojej|ой|упс|抱歉)[\s!,.…:，-]*)?(?:(?:(?:error|fehler|erreur|erro|errore|http)[ :-]*)?404[\s!.|:–-]*)?/;
const THING =
  /(?:(?:the|this|that|your) )?(?:requested )?(?:web ?)?(?:page|url|file|document|address|link|content|site|product|item|listing|article|resource|post|job)/;
const ASKED =
  /(?: (?:that )?you(?:'re|’re| are| were|'ve| have)?(?: (?:looking for|searching for|after|requested|trying to (?:reach|visit|access|find))))?/;
const CANNOT = /(?:can't|can’t|cannot|can not|couldn't|couldn’t|could not)/;

/**
 * Says of the page that it is not there. "No results" is an answer. That a product is gone says so only where it stands
 * in the place of its name; of jobs, courses and homes "no longer available" may be the very fact.
 */
const NOT_FOUND: RegExp[] = [
  /not found/,
  /nothing (?:was )?found here/,
  new RegExp(`${THING.source}${ASKED.source} (?:was |is |could )?not (?:be )?found`),
  new RegExp(`${THING.source}${ASKED.source} (?:doesn't|doesn’t|does not|no longer) exists?`),
  new RegExp(`${THING.source}${ASKED.source} (?:${CANNOT.source}|could not) be (?:found|located)`),
  new RegExp(`(?:we )?${CANNOT.source} (?:seem to )?(?:find|locate) ${THING.source}${ASKED.source}`),
  new RegExp(`(?:we )?${CANNOT.source} find what you(?:'re|’re| are) looking for`),
  // Of pages only: that an offer is gone may be the fact.
  /(?:(?:the|this|that) )?(?:page|file)(?: (?:is|has|seems to be))? (?:missing|unavailable|gone|been (?:removed|deleted|moved))/,
  /we looked everywhere/,
  /no such (?:page|file|product|item)/,
  /(?:this|the) (?:product|item|article|listing|ad|offer)(?: you(?:'re|’re| are) looking for)? (?:is|has been|was) (?:sadly |unfortunately )?(?:no longer (?:available|sold|offered|in our (?:range|shop|store))|discontinued|removed|withdrawn)(?: (?:from|in|on) (?:our|the|this) [a-z ]{3,20})?/,
  /(?:dieser?s?|das|der|die) (?:produkt|artikel|angebot|anzeige)(?: ist| wird| sind)?(?: leider)? (?:nicht mehr (?:verfügbar|erhältlich|im sortiment|angeboten)|ausgelaufen)/,
  /(?:ce|cet|cette|le|l[’'])\s?(?:produit|article|annonce|offre)(?: que vous (?:cherchez|recherchez))? (?:n[’']est (?:malheureusement )?plus (?:disponible|commercialisée?|en vente|en ligne)|n[’']existe plus|a été (?:retirée?|supprimée?)|n[’']est plus proposée?)(?: (?:sur|dans) [a-zé ]{3,24})?/,
  /(?:este|ese|el|esta|esa|la) (?:producto|artículo|anuncio|oferta)(?: que buscas)? ya no (?:está (?:disponible|a la venta)|existe|se vende)(?: en [a-z ]{3,20})?/,
  /(?:este|esse|o|esta|essa|a) (?:produto|artigo|item|anúncio|oferta)(?: que procura| que você procura)? (?:já não (?:está disponível|existe|é vendido)|não está mais (?:disponível|à venda)|não existe mais)(?: [a-zà-ú ]{3,20})?/,
  /(?:questo|il|l[’']|questa|quest[’']) ?(?:prodotto|articolo|annuncio|offerta)(?: che cerchi)? non è più (?:disponibile|in vendita|in catalogo)(?: [a-z ]{3,20})?/,
  /(?:dit|deze|het|de) (?:product|artikel|advertentie|aanbieding)(?: dat (?:je|u) zoekt)? is (?:helaas )?(?:niet (?:meer|langer) (?:leverbaar|beschikbaar|verkrijgbaar)|verwijderd)/,
  /(?:przepraszamy,? )?(?:ten |tego )?(?:produkt|artykuł|oferta|ogłoszenie)(?:,? którego szukasz,?)? (?:nie jest już dostępn[yae]|jest już niedostępn[yae]|został[oa]? (?:usunięt[yae]|wycofan[yae]))(?: [a-ząćęłńóśźż ]{3,30})?/,
  /(?:denna |den här )?(?:produkten|artikeln|varan|annonsen) (?:finns inte längre|är inte längre tillgänglig|har utgått|säljs inte längre)(?: [a-zåäö ]{3,30})?/,
  /(?:この|お探しの)(?:商品|製品|ページ)は(?:現在)?(?:販売(?:を)?終了(?:しました|いたしました|しております)?|お?取り?扱い(?:を)?(?:しておりません|終了しました|がございません))/,
  /(?:produit|article|annonce) (?:introuvable|non trouvée?)|(?:producto|artículo|anuncio) no encontrado|(?:prodotto|articolo|annuncio) non trovato|(?:produto|artigo|anúncio) não encontrado|(?:product|artikel) niet gevonden/,
  /(?:diese |die )?(?:gesuchte |angeforderte |gewünschte )?(?:seite|produkt|artikel|datei|adresse)(?: wurde| konnte| ist)?(?: leider)? nicht (?:gefunden|vorhanden)(?: werden)?/,
  /(?:diese |die )?(?:gesuchte |angeforderte )?seite (?:existiert|gibt es)(?: leider)? nicht(?: \(?mehr\)?)?/,
  /(?:cette |la )?page(?: demandée| que vous (?:cherchez|recherchez|demandez))? (?:est )?introuvable/,
  /(?:cette |la )?page(?: demandée)? (?:n['’]est pas |n['’]a pas été |n['’]a pu être |non )(?:trouvée|disponible)/,
  /(?:cette |la )?page(?: demandée)? n['’]existe (?:pas|plus)/,
  /(?:la |esta )?página(?: solicitada| que (?:buscas|busca))? no (?:se ha |ha sido |se )?(?:encontrada?|encontrado|encuentra|pudo encontrar|existe)/,
  /no (?:hemos encontrado|encontramos|podemos encontrar) (?:la|esta) página(?: que (?:buscas|busca))?/,
  /(?:a |esta )?página(?: solicitada| que (?:você )?procura)? não (?:foi )?(?:encontrada|existe)/,
  /(?:la )?pagina(?: richiesta| che (?:stai cercando|cerchi))? non (?:è stata |è )?(?:trovata|esiste|disponibile)/,
  /(?:de |deze )?(?:gevraagde )?pagina(?: die (?:je|u) zoekt)? (?:is |werd |kon |kan )?niet (?:gevonden|worden gevonden|bestaat)(?: worden)?/,
  /(?:sorry, )?(?:de |deze )?(?:gevraagde )?pagina(?: die (?:je|u) zoekt)? (?:bestaat|is er) (?:helaas )?niet(?: \(?meer\)?)?/,
  /(?:nie (?:znaleziono|odnaleziono) (?:takiej |szukanej )?strony|(?:ta |taka )?strona(?: o podanym adresie)? nie (?:istnieje|została (?:znaleziona|odnaleziona)))/,
  /(?:sidan|siden)(?: du (?:söker|leter|sökte|leder efter))? (?:kunde inte hittas|hittades inte|finns inte|blev ikke fundet|findes ikke|kunne ikke findes|ble ikke funnet|finnes ikke)/,
  /sivua ei (?:löytynyt|löydy|ole olemassa)/,
  /(?:tato |požadovaná |táto )?stránka (?:nebyla nalezena|neexistuje|sa nenašla)|stránku (?:nelze|se nepodařilo) (?:najít|nalézt)/,
  /(?:запрашиваемая |такая |эта )?страница не (?:найдена|существует)|(?:такой|этой) страницы (?:нет|не существует)/,
  /(?:запитувану )?сторінк[уа] не (?:знайден[оа]|існує)/,
  /(?:您|你)?(?:访问的|要找的|查找的)?(?:页面|网页|商品)(?:不存在|未找到|找不到了?|已删除)|找不到(?:该|此|您要的)?(?:页面|网页|頁面|網頁)|(?:頁面|網頁)不存在/,
  /(?:요청하신 |찾으시는 )?페이지를 찾을 수 (?:없습니다|없어요)|(?:존재하지 않는|없는) 페이지(?:입니다)?/,
  /(?:aradığınız )?sayfa (?:bulunamadı|mevcut değil)/,
  /(?:a keresett |az )?oldal nem (?:található|létezik)/,
  /pagina (?:căutată )?nu (?:a fost găsită|există)/,
  /η σελίδα δεν (?:βρέθηκε|υπάρχει)/,
  /(?:لم يتم العثور على الصفحة|الصفحة غير موجودة)/,
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
