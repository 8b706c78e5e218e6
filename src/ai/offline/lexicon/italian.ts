import type { Lexicon } from './lexicon';

export const italian: Lexicon = {
  language: 'it',
  spaced: true,
  functionWords:
    'il lo la i gli le un uno una del della dei delle degli dello di e o è sono quando se avvisami avvertimi dimmi fammi sapere vorrei voglio per favore prezzo meno più piu che sotto sopra scende sale cambia cambiano nuovo nuova nuovi nuove disponibile esaurito disponibilità magazzino al alla ai alle con senza non torna tornano costa gradi tra fra prima dopo pagina stato puoi potresti appena c ci sarà sara nel nella nei su sul sulla da dal dalla viene vengono supera raggiunge qualsiasi esce biglietti ancora almeno mi hanno siano saranno vengano ha ho domani oggi altro altra dove mio mia superato sceso salito gia nell dall sull',
  request: [
    '(?:per favore|perfavore|per cortesia|grazie|ciao|salve|buongiorno|solo)',
    '(?:puoi|potresti|potete|potreste|puo|potrebbe)',
    '(?:avvis|avvert|inform|notific|allert|contatt|ricord|segnal|scriv)(?:a|i|are|ire|ate|ite|er|ere|ete|ar|ir)?(?:mi|ci|temi|tecimi)(?: (?:per|via|con) (?:e-?mail|mail|un(?:a)? \\p{L}+))?(?: di)?',
    '(?:mi|ci) (?:avvis|avvert|inform|notific|puoi|potresti|fai|fate|mand|invi|dic|piacerebbe|interessa)\\p{L}*(?: (?:avvisare|avvertire|informare|notificare|dire|sapere|una (?:mail|notifica)|un (?:messaggio|avviso)))?',
    '(?:dimmi|ditemi|dirmi)',
    '(?:fammi|fatemi|farmi)(?: sapere| un fischio| avere notizie)?',
    '(?:mandami|inviami|mandatemi|inviatemi|mandarmi|inviarmi) (?:un|una) (?:e-?mail|mail|messaggio|notifica|avviso|alert)',
    '(?:vorrei|voglio|desidero|ho bisogno di|mi piacerebbe|gradirei|mi serve)(?: (?:sapere|essere (?:avvisat[oa]|avvertit[oa]|informat[oa]|notificat[oa])|ricevere (?:un|una) (?:avviso|notifica|mail|e-mail|messaggio)|che mi avvisi))?',
    'tien(?:i|imi|ete|etemi) (?:d.occhio|aggiornat[oa]|informat[oa])|tenere d.occhio',
    '(?:controll|monitor|sorvegli|segu|verific|osserv)(?:a|i|are|ate|ire)(?: se| quando)?',
    '(?:avviso|notifica|alert|mail)(?= (?:quando|se|appena|per|in caso))',
    '(?:di|per|su|in caso di)(?= (?:qualsiasi|ogni|qualunque|nuov))',
  ],
  when: [
    'quando|qnd|qndo',
    'se',
    '(?:non )?appena',
    'nel momento in cui',
    'una volta che',
    'ogni volta che',
    'ogni qualvolta',
    'qualora',
    'nel caso(?: in cui| che)?',
    'in caso di',
    'il giorno in cui',
    'che',
    'nell.istante in cui',
    'subito quando',
  ],
  trim: [
    'di nuovo|ogni|qualsiasi',
    "il|lo|la|i|gli|le|l'|l|un|uno|una|un'|del|dello|della|dell'|dei|degli|delle|di|d'|a|al|allo|alla|all'|ai|agli|alle|da|dal|dalla|dall'|dai|in|nel|nello|nella|nell'|nei|nelle|con|su|sul|sulla|sull'|sui|per|tra|fra|e|ed|o|ma|sono|era|sia|siano|sara|saranno|essere|stato|stata|ha|hanno|c'e|c'|ci|ci sono|si|mi|ti|vi|mio|mia|miei|mie|suo|sua|tuo|nostro|nostra|loro|io|lui|lei|noi|esso|essa|questo|questa|questi|queste|quel|quello|quella|qui|li|gia|di nuovo|nuovamente|ancora|ora|adesso|oggi|attuale|attualmente|finalmente|anche|solo|soltanto|che|quale|quanto|quanti|quante|come|chi|non|ne|piu|molto|qualcosa|qualche|qualsiasi|qualcuno|ogni|tutto|tutti|tutte|online|resta|restano|rimane|rimangono|rimasti|rimaste|puo|possono|va|vanno|torna|tornano|ritorna|ritornano|tornato|tornata|diventa|diventano|valore|numero|favore|viene|vengono|passa|sta|stanno|fa|fosse|ho|posso|arriva|risulta|dove|scorta",
  ],
  filler: [
    "il|lo|la|i|gli|le|un|una|l'|di|del|della|dei|degli|delle|ai|circa|solo|soglia|prezzo|valore|livello|quota|la soglia dei|la soglia di|quota|a|agli|alle|al",
  ],
  lt: [
    '(?:al di )?sotto|meno(?: che)?|minore(?: di)?|minori|inferiore?i?|piu (?:bass[oa]|economic[oa]|fredd[oa]|cort[oa])(?: di| del)|<|al disotto|sotto quota',
  ],
  lte: [
    "(?:(?:cost(?:a|ano|i|ino)|ci (?:sono|siano)|c'e|hanno|ha|rest(?:a|ano|i|ino)|riman(?:e|gono|ga|gano)) )?(?:solo|soltanto|solamente)|rest(?:a|ano|i|ino)|riman(?:e|gono|ga|gano)",
    '(?:pari|uguale|minore|inferiore) o (?:pari|uguale|minore|inferiore)(?: al?)?|al (?:massimo|piu)|non (?:piu|oltre|superiore)|fino a|massimo|max\\.?|<=|≤|non super(?:a|i)|(?:scende|cala|scendono|cade|abbassa|ribassat[oa]|ridott[oa])(?: di prezzo)? a(?:i|gli|lle|l)?|per (?:soli|sole|meno(?! di))',
  ],
  gt: [
    '(?:al di )?sopra|piu(?: che)?|maggiore?i?(?: di)?|superiore?i?|super(?:a|ano|i|ino|are|asse|ato|ata|ati|ate|era|eranno)|oltrepassat[oaie]|(?:passa|passano|passi) (?:i|gli|le)|eccede|oltre|oltrepassa(?:no)?|piu (?:alt[oa]|car[oa]|cald[oa]|lung[oa])(?: di| del)|>|sfonda|valica',
  ],
  gte: [
    'almeno|minimo|non meno|raggiung(?:e|ono|a|ano|era|eranno)|raggiunt[oaie]|tocca(?:no)?|(?:pari|uguale|maggiore|superiore) o (?:pari|uguale|maggiore|superiore)(?: al?)?|>=|≥|a partire|da|come minimo|perlomeno|(?:sale|salgono|cresce)(?: fino)? a(?:i|gli|lle|l)?',
  ],
  eq: ['e|sono|sia|uguale(?: a)?|esattamente|cost(?:a|ano|i)|vale|=|==|e di|e pari a|pari a'],
  worse: ['peggior[ei] di|peggio di'],
  better: ['miglior[ei] di|meglio di'],
  reaches: ['(?:arriv(?:a|ano|i|ino)|va|vanno|passa|passano)(?: fino)? a(?:i|gli|lle|l)?'],
  ltAfter: [],
  lteAfter: ['o (?:meno|inferiore|sotto|minore)|massimo|al massimo|(?<!non )e meno(?= *(?:$|[,.;!?]))'],
  gtAfter: [],
  gteAfter: [
    'o (?:piu|superiore|maggiore|oltre|successiv[ao]|meglio)|in su|in poi|minimo|almeno|\\+|(?<!non )e (?:oltre|piu)(?= *(?:$|[,.;!?]))',
  ],
  between: ["(?:compres[oaie] )?(?:tra|fra)|nell'intervallo(?: di)?|nella fascia(?: di)?|da"],
  outside: [
    "(?:fuori|esce|escono|esca|uscisse) (?:da(?:ll'intervallo|lla fascia|l range|lla soglia)|dai|dal|da)?(?: di| tra| fra)?|(?:non (?:e |sono )?(?:piu )?(?:compres[oaie] )?)(?:tra|fra)|al di fuori (?:di|dell'intervallo)|esce dall'intervallo(?: di)?",
  ],
  and: ['e|a|ed|-|–|—|ai|agli'],
  or: ['o|oppure'],
  before: [
    "prima (?:del(?:l')?|di|dell[aeo]|dei|degli)|precedente al?|anteriore al?|entro(?: il| l')?|fino al|non oltre il|al piu tardi(?: il)?",
  ],
  after: [
    "dopo(?: il| l')?|successiv[oa] al?|posteriore al?|a partire dal|dal|piu tardi (?:del(?:l')?|dell[ae]|di)|(?:va |vada )?oltre(?: il| l')?|super(?:a|i)(?: il| l')?|non prima (?:del(?:l')?|dell[ae]|di)",
  ],
  beforePost: [],
  afterPost: ['o (?:dopo|piu tardi|successiv[oa])'],
  fall: [
    'scend(?:e|ono|a|ano|ere|esse)|cal(?:a|ano|i|ino|o|are)|diminui(?:sce|scono|sca|re)|diminuzione|abbass(?:a|ano|i|are)|si abbassa|sces[oaie]|calat[oaie]|diminuit[oaie]|abbassat[oaie]|crollat[oaie]|rid(?:uce|ucono|uca|ursi|otto|otta|uzione)|cad(?:e|ono)|croll(?:a|ano|i|o)|ribass(?:o|ato|a|ano|i|ino)|scont(?:a|ano|i|ino)|perde|perdono|flessione|scivol(?:a|ano|i)|precipit(?:a|ano)|retroced(?:e|ono|a)|in calo|abbassamento',
  ],
  rise: [
    'sal(?:e|gono|ga|gano|ire|ita)|aument(?:a|ano|i|ino|o|are)|cresc(?:e|ono|a|ita)|salit[oaie]|aumentat[oaie]|cresciut[oaie]|rincarat[oaie]|incrementa|si alza|rialzo|alz(?:a|ano)|impenna|guadagna|in aumento|rincara',
  ],
  change: [
    'cambi(?:a|ano|ino|are|amento|amenti|ato|ata|o)?|modific(?:a|ano|he|are|ato|ata|ati|ate)|aggiorn(?:a|ano|ato|ata|ati|ate|amento|amenti|are)|vari(?:a|ano|azione|azioni|are)|spost(?:a|ato|ata|ano)|rinvi(?:ato|ata|ati|a)|posticip(?:ato|ata|a)|prorog(?:ato|ata|a|he)|anticip(?:ato|ata|a)|slitt(?:a|ano)|estes[oaie]|prolungat[oaie]|allungat[oaie]|rivist[oa]|differisce|novita|oscilla|rimandat[oa]',
  ],
  cheaper: [
    'piu economic[oa](?! (?:di|del))|meno (?:car[oa]|costos[oa])|(?:calo|ribasso|riduzione|abbassamento) (?:di|del|dei) prezz[oi]|(?:scende|cala|calare|diminuisce) di prezzo|in (?:offerta|sconto|saldo|promozione|promo)|scontat[oa]|sconto|ribassat[oa]|ribass(?:a|ano|i|ino)|scont(?:a|ano|i|ino)|costa (?:di )?meno(?! (?:di|del))|prezzo (?:piu basso|migliore|ridotto|scontato)',
  ],
  dearer: [
    'piu car[oa](?! (?:di|del))|(?:aumento|rincaro|rialzo) (?:di|del|dei) prezz[oi]|costa (?:di )?piu(?! (?:di|del))|aumenta di prezzo|rincara',
  ],
  by: [],
  byWeak: ["di|del|dello|dell'|dell|della"],
  size: [
    '(?:superior|maggior)[ei] (?:al?|ai|agli|di|del)',
    "piu (?:di|del|dello|dell')|almeno(?: il| del)?|oltre(?: il)?|minimo|non meno del|un minimo del",
  ],
  negation: [
    "non (?:e|sono|sia|sara|ci sono|c'e) piu|non (?:piu|e|sono)|non|piu(?= (?:esaurit|disponibil|in ritardo|chius|sold))|smett(?:e|a|ono) di essere|smette di|esc(?:e|a) da(?:llo stato)? (?=[^\\p{L}\\p{N}\\s])|mai|cessa di|senza|diverso da|diversa da",
  ],
  negationPost: [],
  newEntry: [
    '(?:nuov[oa]|prossim[oa]|ultim[oa])(?= (?:episodio|capitolo|numero|puntata|fascicolo|bollettino)(?!\\p{L}| \\d))',
    '(?:episodio|capitolo|numero|puntata|fascicolo)(?= nuov[oa])',
    "(?:un|uno|una|un'|qualche|qualsiasi|ogni|altri|altre|un'altra|un altro|dei|delle|qualcosa di) ?(?:nuov[oaie]|nuov')",
    '^(?:dei|degli|delle|sui|sulle) nuov[ie](?= )',
    "(?:^|ci sono |c'e |esce |escono |di |per |su )nuov[oaie](?= )",
    'nuov[ie](?= )',
    "(?:un altro|un'altra|altri|altre|ulteriori)(?= )",
    "(?:c'e|ci sono|esc(?:e|ono)|(?:e |sono )?uscit[oaie]|appa(?:re|iono)|pubblicano)(?= (?:una |un |un')?(?:version[ei]|offert[ae]|annunci[o]?|articol[oi]|appartament[oi]|cas[ae]|episodi[o]?|event[oi]|notizi[ae]|cors[oi]|video|band[oi]|prodott[oi]) (?:di \\p{L}+ )?nuov[oaie](?!\\p{L}))",
    'novita(?= (?:nella|sulla|in) (?:lista|pagina|sezione))',
    "(?:un'?|una|uno|delle|dei) ?(?:offert[ae]|annunci[o]?|articol[oi]|post|episodi[o]?|appartament[oi]|event[oi]|posizion[ei]|video)(?= .{0,50}(?:pubblic|aggiun|inseri|appare|usci))",
  ],
  notNewEntry: [
    "(?:il|lo|la|i|gli|le|l'|del|della|(?<!^)dei|al|alla|mio|mia|questo|questa|sul|nel) ?nuov[oaie]",
    'di nuovo',
  ],
  definite: ["il|lo|la|i|gli|le|l'|mio|mia|questo|questa|del|della|nostro"],
  added: [
    'pubblicat[oaie]|pubblic(?:a|ano|hi|hino)|aggiunt[oaie]|aggiung(?:e|ono|a|ano)|inseri(?:sce|scono)|inserit[oaie]|postat[oaie]|esc(?:e|ono)|appare|appaiono|compai(?:e|ono)|compare|compaiono|caricat[oaie]|messo online|elencat[oaie]|si aggiunge',
  ],
  removed: [
    "rimoss[oaie]|tolt[oaie]|eliminat[oaie]|scompar(?:e|is[oae]|s[oa])|scompaiono|spari(?:sce|scono|t[oa])|cancellat[oaie] da|non (?:compare|appare|figura) piu|non e piu (?:in lista|in elenco|nella lista|nell'elenco|sulla pagina|nella pagina)|tolgono|tolga|rimuovono|rimuova|eliminano|ritirat[oaie]|esc(?:e|ono|a) d(?:al|alla|ai|all'|alle) ?(?:lista|elenco|catalogo|listino|cartellone|programma|programmazione|menu|produzione|sito)",
  ],
  mention: [
    'menzion(?:a|ano|i)|segnal(?:a|ano|i|ino)|cont(?:iene|engono|enga)|dic(?:e|ono|a)|include|includono|(?<!(?:la|una|della|alla|questa) )mostr(?:a|ano)|indic(?:a|ano)|riport(?:a|ano)|annuncia|parla(?= d)|cita|compare la scritta|appare la scritta|compare la parola|appare la parola|visualizza|nomina|contenente|contenenti',
  ],
  mentioned: [
    "(?:la |il |le |i |una |un |l'|lo )?(?:parol[ae]|testo|frase|termine|espressione|nome|messaggio|scritta)|che|il|la|i|le|l'|qualcosa (?:su|di)|di|su",
  ],
  filter: [
    'con|che (?:contien[e]?|contengono|menzion[ai]no?|parlan?o? di|includ[ae](?:no)?)|su|riguardo a|riguardanti|chiamat[oaie]|intitolat[oaie]|contenent[ei]|il cui titolo (?:contiene|include)',
  ],
  filterEnd: ["nel (?:titolo|nome|testo)|nell'oggetto|nella descrizione"],
  inStock: [
    "(?:di nuovo |nuovamente )?(?:disponibil[ei]|in vendita|in stock|prenotabil[ei]|acquistabil[ei]|ordinabil[ei]|richiedibil[ei]|noleggiabil[ei]|scaricabil[ei]|consultabil[ei]|utilizzabil[ei]|accessibil[ei])|disponibilita|in magazzino|a magazzino|(?:torna|tornano|ritorna)(?: ad essere)? (?:disponibil[ei]|in stock|in vendita|in negozio)|(?:ci sono|c'e|si libera(?:no)?|restano|rimangono)(?: ancora| di nuovo)? (?:un |una |dei |delle )?(?:posti?|biglietti?|camere?|scorte|disponibilita|appuntament[oi]|tavol[oi]|copi[ae]|posto)|rifornit[oa]|riassortit[oa]|(?:si (?:puo|possono)|posso|e possibile|possibile)(?: di nuovo| finalmente)? (?:comprar|acquistar|ordinar|prenotar|prender|iscriver|registrar|candidar|richieder)(?:e|l[oaie]|[mcs]i)|si liber(?:a|ano|i)|liber[oaie]|a disposizione|arriva in negozio|restituit[oa]|rientra (?:in|nel)|in negozio|(?:ri)?torn(?:a|ano|i|ino) (?:in (?:biblioteca|commercio|catalogo|produzione|vendita|funzione)|negli scaffali|sugli scaffali|nei negozi|in libreria|a (?:funzionare|circolare))",
  ],
  outOfStock: [
    'esaurit[oaie]|esaurisc(?:e|ono)|si esauriscono?|non (?:piu )?disponibil[ei]|indisponibil[ei]|sold out|tutto esaurito|al completo|complet[oa]|pien[oa]|vendut[oaie]|fuori stock|terminat[oaie](?= *$)|finisc(?:e|ono)|finit[oaie]|non ci sono piu (?:posti|biglietti)|in prestito|fuori catalogo|non (?:e|sono|viene|vengono) piu (?:in vendita|vendut[oaie])|smett(?:e|ono) di vender(?:e|l[oaie])|fuori produzione',
  ],
  released: [
    'esc(?:e|ono)|uscit[oaie]|rilasciat[oaie]|lanciat[oaie]|arriva (?:sul mercato|nelle sale)|viene (?:rilasciat|lanciat)[oa]|e fuori|debutta',
  ],
  exists: [
    "appare|appaiono|compar(?:e|ono)|compaiono|annunciat[oaie]|pubblic(?:a|ano|hi|hino)|annunci(?:a|ano|no)|comunic(?:a|ano|hi|hino)|pubblicat[oaie]|svelat[oaie]|c'e|ci sono|esist(?:e|ono)|confermat[oaie]|resa? not[oa]|not[oa]|comunicat[oaie]|rivelat[oaie]|fissat[oaie]|online|esc(?:e|ono)",
  ],
  absent: ["non (?:c'e|ci sono|esiste) piu"],
  becomes: [
    '(?:sia|siano|venga|vengano|e stat[oa]|sono stat[ie]|verra|e|sono|diventa|diventano|smett(?:e|a|ono) di essere|esc(?:e|a) da(?:llo stato)? (?=[^\\p{L}\\p{N}\\s])|passa (?:a|in)|passano a|cambia in|cambia a|risulta|indica|mostra|segna|va in|viene)(?: (?:finalmente|ora|segnat[oa] come|come|in))?',
  ],
  states: [
    'interrott[oaie]|positiv[oaie]|negativ[oaie]|idone[oaie]|ammess[oaie]|selezionat[oaie]|assegnat[oaie]|promoss[oaie]|revocat[oaie]|deviat[oaie]|in ritardo|ritardat[oa]|cancellat[oaie]|soppress[oaie]|annullat[oaie]|consegnat[oaie]|spedit[oaie]|in (?:transito|consegna|lavorazione|corso)|imbarco|atterrat[oa]|decollat[oa]|arrivat[oa]|partit[oa]|in orario|approvat[oaie]|accettat[oaie]|respint[oaie]|rifiutat[oaie]|negat[oa]|completat[oaie]|terminat[oaie]|conclus[oaie]|apert[oaie]|chius[oaie]|operativ[oaie]|online|offline|attiv[oaie]|inattiv[oaie]|pront[oaie]|confermat[oaie]|rinviat[oaie]|riprogrammat[oaie]|sospes[oaie]|pagat[oaie]|in attesa|risolt[oaie]|ross[oa]|verde|giall[oa]|arancione|bloccat[oaie]|evas[oaie]|rilasciat[oa]',
  ],
  bookable: [
    'iscrizion[ei]|prenotazion[ei]|candidature|vendit[ae](?: dei biglietti)?|prevendit[ae]|registrazion[ei]|preordini|ordini|lista d.attesa|bando|domande|immatricolazioni|biglietteria',
  ],
  opens: ['(?:ri)?apr(?:e|ono|a|ano)|(?:ri)?apert[oaie]|inizia(?:no)?|comincia(?:no)?|parte|partono'],
  weather: [
    '(?:allerta|codice|bollino) (?:giall[oa]|arancione|ross[oa]|verde)|piove|pioggia|nevica|neve|temporal[ei]|tempesta|gelo|grandine|nebbia',
  ],
  price: ['prezz[oi]|cost[oi]|tariff[ae]|affitto|canone|quotazione|azion[ei]|titolo(?= (?:di|in borsa))|pedaggio|volo'],
  costs: ['cost(?:a|ano|i|ino|asse)|val(?:e|gono)|si vende a|viene (?:venduto|offerto)|venduto a|e a(?= \\d)'],
  temperature: ['temperatur[ae]|(?<=(?:^|\\s)(?:la|le) )(?:minim|massim)[ae](?! d)|termometro'],
  version: ['version[ei]|release|firmware|aggiornamento(?= (?:di|del|per))|build|patch'],
  date: [
    "dat[ae](?: d(?:i|ella|el) \\p{L}+)?|scadenza|termine|appuntamento|orario di (?:partenza|arrivo)|partenza|arrivo|consegna|data d'uscita|data di uscita|uscita",
  ],
  status: [
    'stato|status|situazione|graduatoria|risultat[oi]|esit[oi]|fase|decisione|livello di (?:allerta|allarme)|allerta|semaforo',
  ],
  rating: ['valutazion[ei]|punteggio|voto(?: medio)?|stelle(?= d)|recensioni medie'],
  rate: [
    'tass[oi](?: (?:di (?:cambio|interesse|inflazione|disoccupazione)|d.interesse))?|cambio(?! (?:d(?:i|el|ella|ell.) ?)?(?:orari|programm|dat[ae]|sede|pagin|menu|gestione|prezz|tariff|titol|nome))|inflazione|rendimento|euribor|spread|mutuo',
  ],
  availability: ['disponibilita|scorte|biglietti|posti'],
  entries: [
    'offert[ae](?: di lavoro)?|lavor[oi]|posizion[ei]|annunci[o]?|articol[oi]|notizi[ae]|event[oi]|episodi[o]?|appartament[oi]|cas[ae]|immobil[ei]|prodott[oi]|lista|elenco|post|comunicat[oi]|cors[oi]|video|band[oi]|recension[ei]|capitol[oi]|puntat[ae]',
  ],
  count: ['quant[iae]|numero d(?:i|ei|elle|egli)|quantita di'],
  measures: [
    "aqi|(?:indice di )?qualita dell'aria|pm ?2[.,]5|pm ?10|ozono|umidita|velocita del vento|vento|raffiche|precipitazioni|altezza della neve|livello (?:del(?:l'acqua|\\b| \\p{L}+)?|d)?|indice uv|polline|tempo d'attesa|tempo di attesa|attesa|coda|ritardo|tempo di viaggio|tempo di risposta|download|follower|iscritti|visualizzazioni|like|voti|firme|capitalizzazione|stipendio|jackpot|montepremi|saldo|ricavi|volume|popolazione|classifica|posizione in classifica|posto|probabilita(?: di pioggia)?|distanza|magnitudo|onde|marea|velocita|peso|altezza|profondita|pressione|radiazioni|co2|rumore|batteria|occupazione|affluenza|punti|dividendo|valore|indice|portata|visibilita",
  ],
  page: [
    'pagina|sito(?: web)?|contenuto|testo|qualcosa|articolo|documento|condizioni|menu|programma|calendario|orari[o]?',
  ],
  of: ["di|del|dello|della|dell'|dei|degli|delle|per|a|al|in|nel|nella|su|sul|tra|fra|da"],
  numbers: {
    zero: '0',
    'un solo': '1',
    'una sola': '1',
    'un unico': '1',
    "un'unica": '1',
    due: '2',
    tre: '3',
    quattro: '4',
    cinque: '5',
    sei: '6',
    sette: '7',
    otto: '8',
    nove: '9',
    dieci: '10',
    undici: '11',
    dodici: '12',
    'una dozzina': '12',
    quindici: '15',
    venti: '20',
    trenta: '30',
    quaranta: '40',
    cinquanta: '50',
    cento: '100',
    duecento: '200',
    mille: '1000',
    'un milione': '1000000',
    tredici: '13',
    quattordici: '14',
    sessanta: '60',
    settanta: '70',
    ottanta: '80',
    novanta: '90',
    trecento: '300',
    cinquecento: '500',
    duemila: '2000',
  },
};
