import { maybe, phrase } from './signal';

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
