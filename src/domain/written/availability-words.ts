/**
 * How the web says that a thing can or cannot be had, per language; regular expression sources, any case. In each
 * class longer wordings win; between classes the order is: WAITING, ENDED (a negated "cannot"), CANNOT, CAN.
 */

const WHEN_EN =
  '(?:on|from|by|around|about|approx\\.?|expected|estimated|in|early|mid|late|end of)? ?(?:\\d{1,2}|jan|' +
  'feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|monday|tuesday|wednesday|thursday|friday|saturday|sunday|' +
  'next (?:week|month)|spring|summer|autumn|winter)';

/** Speaks of a time when it can be had again, so it cannot be had now: holds against "back in stock" within it. */
export const WAITING: readonly string[] = [
  '(?:notify|e-?mail|alert|tell|text|remind|inform|let) (?:me|us|you)(?: \\p{L}{1,12}){0,4}? (?:when|once|if|' +
    "as soon as)(?: [\\p{L}']{1,12}){0,8}? (?:available|in stock|on sale|restocked|back)(?: (?:again|in stock|" +
    'on sale))?',
  "(?:when|if|until|once)(?: [\\p{L}']{1,12}){0,8}? (?:back in stock|available again|in stock again|back on sale|" +
    'restocked)',
  '(?:not|isn.?t|not yet) (?:yet )?(?:back in stock|available again|back on sale)',
  'will be (?:back in stock|available|restocked)(?: again| soon)?',
  '(?:back in stock|available again|back on sale|restocked) soon|soon (?:back in stock|available)',
  '(?:bald|demnächst|in kürze|noch nicht|wann|sobald)(?: [\\p{L}]{1,14}){0,4}? (?:wieder )?(?:verfügbar|' +
    'lieferbar|erhältlich|auf lager|vorrätig)',
  "(?:bientôt|prochainement|pas encore|dès que|lorsque|quand)(?: [\\p{L}']{1,14}){0,5}? (?:de (?:nouveau|" +
    'retour) )?(?:en stock|disponibles?)',
  '(?:cuando|en cuanto|pronto|aún no|todavía no)(?: \\p{L}{1,14}){0,5}? (?:disponibles?|en stock)(?: de nuevo|' +
    ' nuevamente)?',
  '(?:quando|assim que|em breve|ainda não|non ancora|presto|appena)(?: \\p{L}{1,14}){0,5}? (?:disponíve(?:l|is)|' +
    'disponibil[ei]|em estoque|di nuovo disponibile)(?: novamente| de novo)?',
  '(?:zodra|wanneer|binnenkort|nog niet|als)(?: \\p{L}{1,14}){0,5}? (?:weer )?(?:leverbaar|op voorraad|' +
    'verkrijgbaar|beschikbaar)',
  '再入荷(?:時|したら|通知|のお知らせ|予定|お知らせ)|再販売予定',
  // A day or week behind "back in stock" says when it will be so.
  `(?:expected|due|estimated|should be)(?: to be)? (?:back in stock|available again|restocked)`,
  `(?:back in stock|available again|restocked):? (?:${WHEN_EN})`,
  `(?:voraussichtlich|vermutlich|frühestens|erst)(?: [\\p{L}\\d.]{1,14}){0,4}? wieder (?:verfügbar|lieferbar|` +
    `erhältlich|auf lager|vorrätig)`,
  `wieder (?:verfügbar|lieferbar|erhältlich|auf lager|vorrätig):? (?:ab|am|gegen|mitte|ende|anfang|` +
    `voraussichtlich|in (?:ca|etwa|circa|kw|\\d))`,
  '(?:m.alerter|m.avertir|me prévenir|me notifier|prévenez-moi|' +
    "alertez-moi)(?: [\\p{L}']{1,14}){0,5}? (?:en stock|disponibles?)",
  '(?:retour|de nouveau|à nouveau) (?:en stock|disponibles?) (?:prévue?s?|le \\d|à partir|dès|courant|mi-|fin|début)',
  '(?:de nuevo|nuevamente|otra vez) (?:disponibles?|en stock) (?:el \\d|a partir|desde|en \\d)',
  '(?:novamente|de novo) (?:disponíve(?:l|is)|em estoque) (?:a partir|em \\d|dia \\d)',
  '(?:di nuovo|nuovamente) disponibil[ei] (?:dal|da|a partire|tra|il \\d)',
  'weer (?:leverbaar|op voorraad|verkrijgbaar|beschikbaar) (?:vanaf|per|op \\d|over|rond)',
];

/** Nearly gone is still there; holds against the "sold out" within it. */
export const NEARLY_GONE: readonly string[] = [
  '(?:almost|nearly|close to|about to be|soon to be) (?:sold out|gone|out of stock)',
  '(?:fast|beinahe|bald) (?:ausverkauft|vergriffen|ausgebucht)|(?:presque|bientôt) (?:épuisée?s?|complet)',
  '(?:casi|a punto de) agotad[oa]s?|quase esgotad[oa]s?|quasi esaurit[oaie]|bijna (?:uitverkocht|volgeboekt)|残りわずか',
];

/** "No longer sold out": the negation of a negative. */
export const ENDED: readonly string[] = [
  '(?:no longer|not|isn.?t|aren.?t|never) (?:sold ?out|out of stock|unavailable|fully booked|discontinued)',
  'back (?:in stock|on sale)|available again|in stock again|restocked',
  'nicht (?:mehr )?(?:ausverkauft|vergriffen|ausgebucht)',
  'wieder (?:verfügbar|lieferbar|erhältlich|auf lager|vorrätig|da)',
  '(?:n.est )?plus (?:épuisée?s?|complet)(?= |$)|pas (?:épuisée?s?|complet)',
  'de (?:nouveau|retour) (?:en stock|disponibles?)|à nouveau disponibles?',
  '(?:ya )?no (?:está |esta )?agotad[oa]s?|(?:de nuevo|nuevamente|otra vez) disponibles?',
  'disponibles? (?:de nuevo|nuevamente|otra vez)',
  '(?:já )?não (?:está |esta )?(?:mais )?esgotad[oa]s?|(?:novamente|de novo) (?:disponível|disponíveis|em estoque)',
  '(?:disponível|disponíveis) (?:novamente|de novo)',
  'non (?:è )?(?:più )?(?:esaurit[oaie]|sold out)|(?:di nuovo|nuovamente) disponibil[ei]|nuovamente in stock',
  'niet (?:meer )?uitverkocht|weer (?:leverbaar|op voorraad|verkrijgbaar|beschikbaar)',
  '在庫復活|再入荷(?:しました|済み)|再販売中',
];

/** Cannot be had now. */
export const CANNOT: readonly string[] = [
  // Alone in their cell or line: within a sentence these words mean much else.
  '^(?:full|fully subscribed|oversubscribed|sold|sold subject to contract|let|let agreed|under offer|reserved|' +
    'rented|vermietet|verkauft|reserviert|belegt|voll|complet|loué|vendu|réservé|completo|lleno|reservado|vendido|' +
    'alquilado|alugado|affittato|venduto|prenotato|verkocht|verhuurd|vol|gereserveerd|bezet|besetzt|occupée?|' +
    'ocupad[oa]|occupat[oa]|booked|upptaget|bokad|optaget|zajęt[ye]|予定枚数終了|満室|成約済み?)(?=[.!]?$)',
  '(?:available|back|returning|arriving) soon',
  '(?:tickets )?(?:go(?:es|ing)? )?on sale (?:from|on|starting|soon)(?= |$)',
  'on sale:? (?:(?:this |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|\\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|' +
    'mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}{0,7}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|' +
    'dec)\\p{L}{0,7} \\d{1,2})',
  'vorverkauf(?:sstart)?:? (?:ab|startet|beginnt|am)|en vente (?:à partir|dès le|le \\d{1,2})',
  'a la venta (?:desde|a partir|el \\d{1,2})|in vendita (?:dal|il \\d{1,2})|à venda (?:a partir|(?:em|dia) \\d{1,2})',
  'te koop (?:vanaf|op \\d{1,2})',
  // English
  '(?:temporarily |currently |completely |already )?(?:sold[ -]?out|out[ -]of[ -]stock|unavailable)',
  '(?:not|isn.?t|aren.?t|is not|never|no longer|not yet) (?:currently |yet |longer |now |presently |available |' +
    'in |on |for |for sale )?(?:available|in stock|in-stock|on sale|for sale|on the shelf|purchasable|orderable|' +
    'sold)(?: (?:online|yet|now))?',
  '(?:cannot|can.?t|could not) (?:currently |presently |now )?be (?:bought|ordered|purchased|delivered|shipped)',
  '(?:do(?:es)?n.?t|do(?:es)? not) (?:currently |presently |now )?have any',
  'currently have any (?:tickets?|stock|items?|seats?)',
  'no(?: (?!longer|minimum)[\\p{L}-]{2,16}){1,3} (?:is |are )?(?:currently |now )?(?:available|in stock)',
  '(?:when|once|as soon as|until)(?: (?:it|this|that|the|an?|item|product|stock|is|are|becomes|comes|gets|arrives|' +
    'back|again)){0,6} (?:available|in stock|restocked)',
  '^on order(?=[.!]?$)|(?:more|available) on order|bought to order|call for eta|no confirmed (?:delivery )?date|' +
    '(?:in|very) short supply',
  'no (?:longer |more |free |available |further |open )?(?:stock|tickets?|seats?|rooms?|places?|spots?|copies|' +
    'items?|availability|vacanc(?:y|ies)|appointments?|slots?)(?: (?:currently |now )?(?:available|left|' +
    'remaining))?',
  'no longer (?:offered|sold|stocked|made)|discontinued',
  '(?:notify|email|alert|tell|text|remind) (?:me|us)(?: \\p{L}{1,12}){0,4}? (?:when|once|' +
    'if)(?: \\p{L}{1,12}){0,6}? (?:available|in stock|on sale|restocked)(?: again)?',
  'notify me|(?:get|be) notified',
  'coming soon|pre[ -]?orders?(?:ed)?(?: now)?|available (?:for|to|on) pre[ -]?order|(?:available )?on back[ -]?order',
  'back[ -]?order(?:ed)?|waitlist(?:ed)?(?: only)?|join the (?:wait(?:ing)? ?list|waitlist)|waiting list',
  'fully booked|booked out|(?:all )?checked out|on loan|all copies (?:are )?(?:out|in use)|off sale',
  'sales? (?:have )?ended|sale (?:has )?closed|registration (?:is )?closed|(?:class|course|section) (?:is )?full',
  'available (?:from|on|starting|after|in (?:january|february|march|april|may|june|july|august|september|october|' +
    'november|december|spring|summer|autumn|fall|winter))(?= |$)',
  'ships? from(?= |$)',
  '(?:0|zero) (?:(?:items?|units?|tickets?|seats?|copies|pieces|spots?|places?) )?(?:left|in stock|available|' +
    'remaining)',
  '(?:stock|in stock|availability|available|seats available|available seats|places left)[:=] ?(?:0(?![.,\\d])|' +
    'no(?:ne)?(?!\\p{L}))',
  '(?:0|none|zero) of \\d{1,5} (?:copies |seats |places |spots )?available',
  'all \\d{1,5} (?:seats|tickets|places|copies) (?:are )?(?:taken|sold|gone)',
  // German
  '(?:derzeit |momentan |aktuell |leider |zurzeit |zur zeit |online |bereits |schon ){0,3}(?:ausverkauft|' +
    'vergriffen|ausgebucht|nicht (?:mehr )?(?:auf lager|am lager|lagernd|verfügbar|lieferbar|vorrätig|erhältlich|' +
    'bestellbar|im sortiment|an lager)|nicht (?:mehr )?(?:online )?(?:verfügbar|lieferbar|erhältlich))',
  'kein(?:e|en)? (?:freien? |verfügbaren? |weiteren? |offenen? )?(?:tickets?|karten|plätze|bestand|exemplare?|' +
    'artikel|termine?)(?: (?:mehr )?(?:verfügbar|auf lager|vorrätig|frei|übrig))?',
  '(?:gibt es|sind) (?:\\p{L}{3,12} ){0,2}keine (?:verkäufer|händler|anbieter|angebote)|nicht (?:mehr )?zur verfügung',
  '(?:kann|können)(?: \\p{L}{2,12}){0,3}? nicht (?:mehr )?(?:online )?(?:gekauft|bestellt|geliefert|erworben|' +
    'versandt|gebucht) werden|nicht (?:mehr )?(?:gekauft|bestellt|gebucht) werden',
  'kein(?:e[nrs]?)?(?: [\\p{L}-]{3,20}){1,3} (?:verfügbar|lieferbar|vorrätig|auf lager|erhältlich|frei)',
  'sobald(?: \\p{L}{2,12}){1,4}? (?:verfügbar|lieferbar|auf lager|vorrätig|erhältlich)',
  '(?:nur )?auf warteliste|warteliste|vorbestell(?:en|ung|bar)|vorbestellbar',
  'demnächst(?: (?:verfügbar|lieferbar|erhältlich))?|bald (?:wieder )?(?:verfügbar|lieferbar|erhältlich)',
  '(?:verfügbar|lieferbar|erhältlich) ab|ab \\d{1,2}\\.[^\\n]{0,14}(?:verfügbar|lieferbar)',
  'benachrichtig\\p{L}* (?:mich|sie mich|werden)?(?:[^.\\n]{0,40}(?:verfügbar|lieferbar|auf lager))?|ausgeliehen',
  'entliehen|verliehen|(?:bestand|lagerbestand|verfügbar|auf lager): ?(?:0(?![.,\\d])|nein)',
  '0 (?:stück )?(?:auf lager|verfügbar)|unverfügbar|restlos ausverkauft|lieferbarkeit: nein',
  // French
  '(?:remise|mise|ouverture) (?:en vente|des ventes|de la billetterie) ?:? (?:le|dès|à partir|au|prévue|à venir|' +
    'bientôt)',
  'en vente (?:le \\d|dès le|à partir)',
  '(?:verkaufsstart|vorverkaufsstart|verkaufsbeginn|vvk-start):? (?:am |ab )?\\d',
  '(?:a la venta|venta) (?:a partir|el \\d)|(?:salida a la venta|inicio de venta):? (?:el )?\\d',
  'in vendita (?:dal|da|a partire)|apertura (?:delle )?vendite:? (?:il |dal )?\\d',
  '(?:à venda|vendas) (?:a partir|dia \\d|em \\d)|(?:in de verkoop|start verkoop):? (?:vanaf|op|per|\\d)',
  '(?:actuellement |momentanément |temporairement )?(?:épuisée?s?|indisponibles?|en rupture(?: de stock)?|' +
    'rupture de stock|hors stock)',
  '(?:n.est |ne sont |est )?(?:pas|plus|jamais)(?: encore)? (?:disponibles?|en stock|en vente)',
  'aucune? (?:rendez-vous|créneau|date) (?:libre|disponible)|no (?:hay|quedan) (?:citas|huecos|turnos)',
  'nessun appuntamento|nenhum horário|geen (?:afspraken|plekken|tijden)',
  'aucune?(?: [\\p{L}-]{2,16}){1,3}?(?: n.est| ne sont| n.a)?(?: actuellement)? (?:disponibles?|libres?|en stock|' +
    'en vente)|^rupture(?=[.!]?$)',
  'ne (?:peut|peuvent|sera|seront)(?: actuellement)? (?:pas|plus) (?:être )?(?:achetée?s?|commandée?s?|livrée?s?|' +
    'réservée?s?|disponibles?)',
  '(?:dès (?:que|qu.il|qu.elle)|quand|lorsque?)(?: [\\p{L}]{2,12}){1,5}? (?:disponibles?|en stock)',
  'plus de (?:places?|stock|billets?)(?: disponibles?)?|aucun(?:e)? (?:place|billet|stock|exemplaire)(?: disponible)?',
  'précommandes?|pré-commandes?|précommander|bientôt(?: disponibles?| en stock)?|liste d.attente|m.avertir',
  'me prévenir|prévenez-moi|(?:être|soyez) (?:averti|prévenu|alerté)e?|emprunté[es]*',
  '(?:événement |spectacle |séance |hôtel |cours )complet|disponibles? (?:à partir|dès|le \\d)|affiche complet',
  'retiré de la vente|0 en stock|arrêté par le fabricant',
  // Spanish
  '(?:temporalmente |actualmente )?(?:agotad[oa]s?|fuera de stock|sin (?:stock|existencias|disponibilidad|inventario))',
  '(?:ya )?no (?:está |esta |están |hay )?(?:disponibles?|en stock|a la venta|existencias|entradas|' +
    'plazas)(?: disponibles?)?',
  'no disponibles?',
  '(?:no hay|no quedan|no existen|ning(?:ún|una))(?: [\\p{L}]{2,14}){1,3} (?:disponibles?|libres?|en stock|a la venta)',
  'no se (?:puede|pueden) (?:comprar|pedir|reservar|enviar)|no (?:puede|pueden) (?:comprarse|pedirse|enviarse)',
  '(?:cuando|en cuanto|apenas)(?: [\\p{L}]{2,12}){1,4}? (?:disponibles?|en stock)',
  'no quedan (?:entradas|plazas|unidades|existencias)|próximamente|preventa|pre-?venta|reserva anticipada|pre-?orden',
  'lista de espera|avísame|avisarme|notifícame|prestad[oa]s?|descatalogad[oa]|disponibles? (?:a partir|desde|el \\d)',
  'localidades agotadas|0 (?:disponibles|en stock)|completo(?=[.!]?$)|plazas agotadas|indisponible',
  // Portuguese
  '(?:temporariamente |atualmente )?(?:esgotad[oa]s?|indisponíve(?:l|is)|fora de (?:estoque|stock)|' +
    'sem (?:estoque|stock)|rutura de stock|ruptura de stock)',
  '(?:já )?não (?:está |estão |há )?(?:mais )?(?:disponíve(?:l|is)|em estoque|em stock|à venda|ingressos|' +
    'bilhetes|vagas)(?: disponíve(?:l|is))?',
  '(?:não há|nenhum|nenhuma)(?: [\\p{L}]{2,14}){1,4} (?:disponíve(?:l|is)|em estoque|em stock|à venda|livres?)',
  'não (?:pode|podem) ser (?:comprad|encomendad|entregue)[oa]?s?|(?:quando|assim que)(?: [\\p{L}]{2,12}){1,4}? ' +
    '(?:disponíve(?:l|is)|em estoque|em stock)',
  'em breve|pré-?venda|pré-?encomenda|pré-?reserva|lista de espera|avise-?me|me avise|notifique-me|notificar-me',
  'emprestad[oa]s?|disponíve(?:l|is) a partir|descontinuad[oa]|0 em estoque|lotad[oa]s?',
  // Italian
  '(?:temporaneamente |attualmente |momentaneamente )?(?:esaurit[oaie]|non disponibil[ei]|indisponibil[ei]|' +
    'fuori (?:stock|produzione|catalogo))',
  'non (?:è |sono )?(?:più |ancora )?(?:disponibil[ei]|in stock|in vendita|acquistabile)',
  'nessun[ao]?(?: [\\p{L}]{2,14}){1,3} (?:disponibil[ei]|liber[oaie]|in stock|in vendita)|pre-?ordini',
  'non (?:può|possono) essere (?:acquistat|ordinat|spedit|consegnat)[oaie]|(?:quando|appena)' +
    '(?: [\\p{L}]{2,12}){1,4}? (?:disponibil[ei]|in stock)',
  'nessun(?:a)? (?:biglietto|posto|disponibilità)|prossimamente|preordin[ae]|pre-?ordine|preordinabile|in prevendita',
  'lista d.attesa|avvisami|avvertimi|in prestito|disponibil[ei] (?:dal|da|a partire)|in arrivo|al completo',
  'posti esauriti',
  // Dutch
  '(?:tijdelijk |momenteel |helaas )?(?:uitverkocht|niet (?:meer |langer )?(?:op voorraad|leverbaar|beschikbaar|' +
    'verkrijgbaar|in stock)|volgeboekt)',
  'geen (?:voorraad|tickets?|kaarten|plaatsen)(?: (?:meer )?beschikbaar)?',
  'binnenkort(?: (?:leverbaar|beschikbaar|verwacht))?|pre-?order|reserveer nu|wachtlijst|mail mij',
  'houd mij op de hoogte|waarschuw mij|uitgeleend|(?:leverbaar|beschikbaar|verkrijgbaar) (?:vanaf|per)',
  'geen(?: [\\p{L}-]{3,16}){1,3} (?:beschikbaar|leverbaar|op voorraad|verkrijgbaar|vrij)',
  '(?:kan|kunnen)(?: \\p{L}{2,12}){0,3}? niet (?:meer )?(?:worden )?(?:besteld|gekocht|geleverd|geboekt)',
  '(?:zodra|wanneer)(?: \\p{L}{2,12}){1,4}? (?:beschikbaar|leverbaar|op voorraad)',
  'uit (?:het )?assortiment|nabestelling',
  // Japanese
  '在庫(?:なし|無し|切れ|がありません|はありません|ございません|[:：] ?(?:×|✕|0(?![0-9])|なし))|売り?切れ(?:ました|中)?|売切(?:れ)?|完売(?:しました|御礼)?|品切れ?',
  '品切(?:れ)?中|入荷待ち|入荷(?:予定|次第)|取り寄せ|お取り寄せ|予約(?:受付中|商品|注文)|販売(?:終了|停止|を終了)|近日(?:発売|公開)|発売予定|満席|満室|貸出中',
  '現在(?:、)?(?:お取り扱い|販売して(?:い|お)り?ません|ご購入いただけません)|再入荷(?:通知|のお知らせ|予定)|取扱(?:い)?終了|ご用意できません|受付終了|利用できません',
];

/** Can be had now. */
export const CAN: readonly string[] = [
  // Alone in their cell or line.
  '^(?:vacant|frei|libres?|liber[oaie]|vrij|ledigt?|woln[yae])(?=[.!]?$)',
  '(?:good|low|high|very limited) availability|derni(?:ers|ères) (?:billets|places|exemplaires|pièces)|残席わずか',
  '(?<=^|[\\s:：])在架',
  '(?:only |just |hurry[,!]? )?\\d{1,6} (?:(?:items?|units?|tickets?|seats?|copies|pieces|pcs|rooms?|spots?|' +
    'places?|more) )?(?:left|in stock|available|remaining)(?: in stock)?',
  '(?:stock|in stock|availability|available|seats available|available seats)[:=] ?(?:[1-9]\\d{0,6}|yes|✓|✔)',
  '(?:\\d{1,5} of \\d{1,5} (?:copies |seats |places |spots )?available)',
  '(?:in|on)[ -]stock|available(?: now| today| immediately| online| for (?:pickup|delivery|sale|purchase|order))?',
  'on sale(?: now)?|on shelf|on the shelf|ready to ship|ships? (?:today|now|within|in|immediately)|low stock',
  'low in stock|limited (?:stock|availability|tickets)|few (?:left|tickets left|seats left)|few remaining',
  'almost (?:gone|sold out)|selling fast|last (?:few|one|ones|item|items|tickets|chance)',
  'open for (?:booking|registration|enrollment)|tickets available|buy tickets',
  '(?:nur )?(?:noch )?\\d{1,6} (?:stück |tickets? |karten |plätze |exemplare? )?(?:auf lager|verfügbar|vorrätig|' +
    'lieferbar|frei|übrig)',
  'auf lager|am lager|an lager|lagernd|vorrätig',
  '(?:sofort |online )?(?:verfügbar|lieferbar|erhältlich|bestellbar)(?: in \\d{1,2}(?:[-–]\\d{1,2})? (?:tagen|' +
    'werktagen))?',
  '(?:nur noch )?(?:wenige|einzelne) (?:stück|exemplare|tickets|karten|plätze)(?: (?:auf lager|verfügbar|frei))?',
  'letzte (?:stücke?|exemplare?|tickets|karten)|im vorverkauf|versandfertig|ausleihbar|entleihbar',
  '(?:bestand|lagerbestand): ?[1-9]\\d{0,6}|fast ausverkauft|restkarten',
  'en stock|(?:immédiatement )?disponibles?(?: immédiatement| en ligne)?',
  '(?:plus que|il (?:n.en )?reste(?: plus que)?) \\d{1,6}(?: (?:exemplaires?|places?|articles?|billets?|' +
    'en stock)){0,4}',
  'dernières? (?:pièces?|places?|exemplaires?|articles?)|en vente|en rayon|expédié sous|presque épuisé|stock limité',
  'en (?:stock|existencias?|inventario)|disponibles?(?: ahora| inmediatamente| online)?',
  '(?:solo |sólo )?(?:queda|quedan) \\d{1,6}(?: (?:unidades|entradas|plazas|en stock)){0,4}',
  'últim[oa]s (?:unidades|entradas|plazas)|a la venta|hay existencias|pocas unidades|casi agotado',
  'em (?:estoque|stock)|disponíve(?:l|is)',
  '(?:apenas |só )?(?:resta|restam) (?:apenas )?\\d{1,6}(?: (?:unidades|ingressos|vagas|em estoque)){0,4}',
  'últim[oa]s (?:unidades|ingressos|vagas|bilhetes)|à venda|pronta entrega|poucas unidades|quase esgotado',
  '(?:in|a) (?:stock|magazzino)|(?:subito |immediatamente )?disponibil[ei](?: subito| ora)?|disponibilità immediata',
  '(?:solo |ne restano |rimangono |restano )(?:solo )?\\d{1,6}(?: (?:pezzi|disponibili|posti|biglietti)){0,4}',
  'ultim[ie] (?:pezzi|posti|biglietti|disponibilità)|in vendita|quasi esaurito',
  'morgen in huis|lieferzeit:? (?:ca\\.? )?\\d{1,2}(?: ?[-–] ?\\d{1,2})? (?:werktagen?|werktage|tagen?|tage)',
  'op voorraad|(?:direct |nu )?(?:leverbaar|beschikbaar|verkrijgbaar)',
  '(?:nog )?(?:maar |slechts )?\\d{1,6} (?:stuks? )?(?:op voorraad|beschikbaar|over)',
  'laatste (?:stuks?|exemplaren|kaarten|plaatsen|tickets)|voorradig|in de verkoop|bijna uitverkocht',
  'voor \\d{1,2}[:.]\\d{2} besteld',
  '在庫(?:あり|有り|有|がございます|があります|わずか|僅少|残り|[:：] ?(?:○|◯|◎|△|あり|[1-9]))|残り(?:わずか|僅か|[0-9]{1,5}(?:点|個|枚|席|室|冊|台|名)?)',
  '残[0-9]{1,5}(?:点|個|枚|席)|販売中|発売中|即納|即日(?:発送|出荷)|空席あり|空室あり|購入可能|受付中|貸出可能?|利用可能|ご購入いただけます|チケット発売中',
  // Other languages of the web, common labels only
  'na lager[uě]|skladem|dostępn[yae]|w magazynie|i lager|finns i lager|på lager|varastossa|raktáron|în stoc|в наличии',
  'в наявності|stokta|var(?= stokta)|有货|現貨|现货|有貨|재고 있음|구매 가능',
];

/** Other languages' negatives, checked with CANNOT. */
export const CANNOT_ELSEWHERE: readonly string[] = [
  'niedostępn[yae]|wyprzedan[yae]|brak w magazynie|nie ma w magazynie|vyprodáno|není skladem|nedostupn[éýá]|slutsåld',
  'slut i lager|ej i lager|inte i lager|udsolgt|ikke på lager|utsolgt|loppu(?:unmyyty)?|ei varastossa|elfogyott',
  'tidak tersedia|belum tersedia|(?:stok )?habis(?: terjual)?|nie znaleziono',
  'nincs raktáron|stoc epuizat|indisponibil|нет в наличии|распродано|немає в наявності|tükendi|stokta yok|缺货|無貨|售罄',
  '已售完|售完|품절|매진|일시품절',
];

/** What a shop's button says when a thing can be bought: weak, counts only when nothing else was said. */
export const WEAK_CAN: readonly string[] = [
  '(?:get|find|choose|select) tickets|tickets? (?:sichern|kaufen|wählen)',
  '(?:acheter|réserver) (?:des|vos) (?:billets|places)|comprar entradas|acquista biglietti|bestel tickets',
  '(?:add )?to (?:your |my |the )?(?:cart|bag|basket|trolley)|buy new|bestel (?:nu|snel)|a la cesta',
  'buy now|buy it now|in den (?:warenkorb|einkaufswagen)|jetzt kaufen|ajouter au panier',
  'acheter|añadir (?:al carrito|a la cesta)|agregar al carrito|comprar(?: agora| ahora)?|adicionar ao carrinho',
  'aggiungi al carrello|acquista(?: ora)?|in winkel(?:wagen|mand)(?:je)?|カートに(?:入れる|追加)|今すぐ(?:購入|買う)|book now',
  'reserve now|jetzt buchen|réserver',
];

/**
 * Right before a word of CAN they turn it round, whatever the language: "non disponible", "momentan nicht bestellbar".
 */
export const NEGATION = new RegExp(
  [
    String.raw`(?<!\p{L})(?:not|non|nicht|kein(?:e[nmrs]?)?|pas|niet|geen|n[ãa]o|nie|inte|ikke|ei|не|nem|nu|není|`,
    'isn.?t|aren.?t)(?: (?:yet|currently|noch|mehr|aktuell|derzeit|momentan|encore|actuellement|ancora|',
    'più|attualmente|más|aún|actualmente|mais|atualmente|meer|momenteel|este))? $',
  ].join(''),
  'iu',
);
