import { maybe, phrase } from './signal';

const THING = phrase('(?:(?:the|this|that|your) )?(?:requested )?(?:web ?)?', [
  'page',
  'url',
  'file',
  'document',
  'address',
  'link',
  'content',
  'site',
  'product',
  'item',
  'listing',
  'article',
  'resource',
  'post',
  'job',
]);
const ASKED = phrase(
  maybe(
    phrase(' (?:that )?you', maybe("'re", '’re', ' are', ' were', "'ve", ' have'), [
      phrase(' ', ['looking for', 'searching for', 'after', 'requested', 'trying to (?:reach|visit|access|find)']),
    ]),
  ),
);
export const CANNOT = /(?:can't|can’t|cannot|can not|couldn't|couldn’t|could not)/;

/** Says of the page that it is not there. "No results" is an answer. */
export const MISSING_PAGE: RegExp[] = [
  /not found/,
  /nothing (?:was )?found here/,
  new RegExp(`${THING.source}${ASKED.source} (?:was |is |could )?not (?:be )?found`),
  new RegExp(`${THING.source}${ASKED.source} (?:doesn't|doesn’t|does not|no longer) exists?`),
  new RegExp(`${THING.source}${ASKED.source} (?:${CANNOT.source}|could not) be (?:found|located)`),
  new RegExp(`(?:we )?${CANNOT.source} (?:seem to )?(?:find|locate) ${THING.source}${ASKED.source}`),
  new RegExp(`(?:we )?${CANNOT.source} find what you(?:'re|’re| are) looking for`),
  // Of pages only: that an offer is gone may be the fact.
  phrase('(?:(?:the|this|that) )?(?:page|file)(?: (?:is|has|seems to be))? ', [
    'missing',
    'unavailable',
    'gone',
    'been (?:removed|deleted|moved)',
  ]),
  /we looked everywhere/,
  /no such (?:page|file|product|item)/,
  phrase(
    '(?:diese |die )?',
    maybe('gesuchte ', 'angeforderte ', 'gewünschte '),
    ['seite', 'produkt', 'artikel', 'datei', 'adresse'],
    maybe(' wurde', ' konnte', ' ist'),
    '(?: leider)? nicht (?:gefunden|vorhanden)(?: werden)?',
  ),
  /(?:diese |die )?(?:gesuchte |angeforderte )?seite (?:existiert|gibt es)(?: leider)? nicht(?: \(?mehr\)?)?/,
  /(?:cette |la )?page(?: demandée| que vous (?:cherchez|recherchez|demandez))? (?:est )?introuvable/,
  /(?:cette |la )?page(?: demandée)? (?:n['’]est pas |n['’]a pas été |n['’]a pu être |non )(?:trouvée|disponible)/,
  /(?:cette |la )?page(?: demandée)? n['’]existe (?:pas|plus)/,
  phrase('(?:la |esta )?página(?: solicitada| que (?:buscas|busca))? no ', maybe('se ha ', 'ha sido ', 'se '), [
    'encontrada?',
    'encontrado',
    'encuentra',
    'pudo encontrar',
    'existe',
  ]),
  /no (?:hemos encontrado|encontramos|podemos encontrar) (?:la|esta) página(?: que (?:buscas|busca))?/,
  /(?:a |esta )?página(?: solicitada| que (?:você )?procura)? não (?:foi )?(?:encontrada|existe)/,
  /(?:la )?pagina(?: richiesta| che (?:stai cercando|cerchi))? non (?:è stata |è )?(?:trovata|esiste|disponibile)/,
  phrase(
    '(?:de |deze )?(?:gevraagde )?pagina(?: die (?:je|u) zoekt)? ',
    maybe('is ', 'werd ', 'kon ', 'kan '),
    'niet ',
    ['gevonden', 'worden gevonden', 'bestaat'],
    '(?: worden)?',
  ),
  phrase(
    '(?:sorry, )?(?:de |deze )?(?:gevraagde )?pagina(?: die (?:je|u) zoekt)? ',
    /(?:bestaat|is er) (?:helaas )?niet(?: \(?meer\)?)?/,
  ),
  phrase([
    'nie (?:znaleziono|odnaleziono) (?:takiej |szukanej )?strony',
    phrase('(?:ta |taka )?strona(?: o podanym adresie)? nie ', ['istnieje', 'została (?:znaleziona|odnaleziona)']),
  ]),
  phrase('(?:sidan|siden)', maybe(' du (?:söker|leter|sökte|leder efter)'), ' ', [
    'kunde inte hittas',
    'hittades inte',
    'finns inte',
    'blev ikke fundet',
    'findes ikke',
    'kunne ikke findes',
    'ble ikke funnet',
    'finnes ikke',
  ]),
  /sivua ei (?:löytynyt|löydy|ole olemassa)/,
  phrase(maybe('tato ', 'požadovaná ', 'táto '), 'stránka ', ['nebyla nalezena', 'neexistuje', 'sa nenašla']),
  phrase('stránku (?:nelze|se nepodařilo) (?:najít|nalézt)'),
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

/**
 * Says that a product is gone. Tells a missing page only where it stands in the place of its name; of jobs, courses and
 * homes "no longer available" may be the very fact.
 */
export const GONE_PRODUCT: RegExp[] = [
  phrase(
    '(?:this|the) ',
    ['product', 'item', 'article', 'listing', 'ad', 'offer'],
    "(?: you(?:'re|’re| are) looking for)? ",
    ['is', 'has been', 'was'],
    ' (?:sadly |unfortunately )?',
    [
      phrase('no longer ', ['available', 'sold', 'offered', 'in our (?:range|shop|store)']),
      'discontinued',
      'removed',
      'withdrawn',
    ],
    maybe(' (?:from|in|on) (?:our|the|this) [a-z ]{3,20}'),
  ),
  phrase(
    ['dieser?s?', 'das', 'der', 'die'],
    ' ',
    ['produkt', 'artikel', 'angebot', 'anzeige'],
    maybe(' ist', ' wird', ' sind'),
    '(?: leider)? ',
    ['nicht mehr (?:verfügbar|erhältlich|im sortiment|angeboten)', 'ausgelaufen'],
  ),
  phrase(
    ['ce', 'cet', 'cette', 'le', "l[’']"],
    /\s?/,
    ['produit', 'article', 'annonce', 'offre'],
    '(?: que vous (?:cherchez|recherchez))? ',
    [
      phrase("n[’']est (?:malheureusement )?plus ", ['disponible', 'commercialisée?', 'en vente', 'en ligne']),
      "n[’']existe plus",
      'a été (?:retirée?|supprimée?)',
      "n[’']est plus proposée?",
    ],
    '(?: (?:sur|dans) [a-zé ]{3,24})?',
  ),
  phrase(
    ['este', 'ese', 'el', 'esta', 'esa', 'la'],
    ' ',
    ['producto', 'artículo', 'anuncio', 'oferta'],
    '(?: que buscas)? ya no ',
    ['está (?:disponible|a la venta)', 'existe', 'se vende'],
    '(?: en [a-z ]{3,20})?',
  ),
  phrase(
    ['este', 'esse', 'o', 'esta', 'essa', 'a'],
    ' ',
    ['produto', 'artigo', 'item', 'anúncio', 'oferta'],
    '(?: que procura| que você procura)? ',
    ['já não (?:está disponível|existe|é vendido)', 'não está mais (?:disponível|à venda)', 'não existe mais'],
    '(?: [a-zà-ú ]{3,20})?',
  ),
  phrase(
    ['questo', 'il', "l[’']", 'questa', "quest[’']"],
    ' ?',
    ['prodotto', 'articolo', 'annuncio', 'offerta'],
    '(?: che cerchi)? non è più ',
    ['disponibile', 'in vendita', 'in catalogo'],
    '(?: [a-z ]{3,20})?',
  ),
  phrase(
    ['dit', 'deze', 'het', 'de'],
    ' ',
    ['product', 'artikel', 'advertentie', 'aanbieding'],
    '(?: dat (?:je|u) zoekt)? is (?:helaas )?',
    ['niet (?:meer|langer) (?:leverbaar|beschikbaar|verkrijgbaar)', 'verwijderd'],
  ),
  phrase(
    '(?:przepraszamy,? )?(?:ten |tego )?',
    ['produkt', 'artykuł', 'oferta', 'ogłoszenie'],
    '(?:,? którego szukasz,?)? ',
    ['nie jest już dostępn[yae]', 'jest już niedostępn[yae]', 'został[oa]? (?:usunięt[yae]|wycofan[yae])'],
    '(?: [a-ząćęłńóśźż ]{3,30})?',
  ),
  phrase(
    '(?:denna |den här )?',
    ['produkten', 'artikeln', 'varan', 'annonsen'],
    ' ',
    ['finns inte längre', 'är inte längre tillgänglig', 'har utgått', 'säljs inte längre'],
    '(?: [a-zåäö ]{3,30})?',
  ),
  phrase('(?:この|お探しの)(?:商品|製品|ページ)は(?:現在)?', [
    '販売(?:を)?終了(?:しました|いたしました|しております)?',
    'お?取り?扱い(?:を)?(?:しておりません|終了しました|がございません)',
  ]),
  phrase(['produit', 'article', 'annonce'], ' (?:introuvable|non trouvée?)'),
  phrase(['producto', 'artículo', 'anuncio'], ' no encontrado'),
  phrase(['prodotto', 'articolo', 'annuncio'], ' non trovato'),
  phrase(['produto', 'artigo', 'anúncio'], ' não encontrado'),
  phrase('(?:product|artikel) niet gevonden'),
];
