import type { Lexicon } from './lexicon';

export const german: Lexicon = {
  language: 'de',
  spaced: true,
  functionWords:
    'der die das den dem des ein eine einen einem einer und oder wenn sobald sag mir bescheid bitte ist sind wird werden wurde unter uber auf fur von vom im am bei zu zum zur nicht mehr wieder weniger als mindestens hochstens preis fallt steigt sinkt kostet neue neuer neues neuen verfugbar gibt es sich andert informiere benachrichtige ich mich mochte wissen kann kannst du konntest falls ab bis grad euro seite stelle ausverkauft lieferbar lager noch kein keine dass wie viele gunstiger billiger vor nach melde meld dich gern sein hat haben',
  request: [
    '(?:mochte|will|wurde|hatte|brauche|bekomme) ich(?: (?:gern|gerne|bitte|sofort))*(?: (?:eine|ne) (?:e-?mail|mail|nachricht|info|benachrichtigung|meldung))?(?: (?:haben|bekommen|erhalten|wissen))?',
    '(?:und|dann)(?= (?:meld|sag|benachrichtig|informier|schick|schreib|gib))',
    '(?:uberwach|beobacht|pruf)(?:e|en|t)? (?:die|diese) (?:seite|webseite|website)',
    '(?:bitte|hallo|hi|hey|moin|servus|danke|vielen dank|gerne?|mal|doch|einfach|kurz|sofort|gleich|direkt|umgehend)',
    '(?:kannst|konntest|konnten|konnen|wurdest|wurden|magst) (?:du|sie)',
    '(?:sag(?:e|en|t|st)?|gib(?:st)?|geben?|gebt)(?: sie)?(?: mir| uns)?(?: bitte| mal| doch| gern| sofort| gleich)*(?: bescheid| laut)?(?: sagen| geben)?',
    '(?:mir|mich|uns)(?: bitte| mal| doch| gern| sofort| gleich| kurz)*(?: (?:per|via) (?:e-?mail|mail))?(?: (?:bescheid|eine (?:nachricht|mail|e-mail|info|benachrichtigung|meldung)|die info))?(?: (?:sagen|geben|schicken|schreiben|senden|informieren|benachrichtigen|alarmieren|erinnern|anpingen|mitteilen|melden|wissen lassen|zu informieren|zu benachrichtigen))?(?=[ ,.!?]|$)',
    '(?:benachrichtig|informier|alarmier|erinner|verstandig|warn|ping)(?:e|en|st|t)?(?: sie)? (?:mich|uns|mir)(?: bitte| mal| gern)*(?: (?:per|via) (?:e-?mail|mail))?(?: an)?',
    '(?:meld(?:e|en|est)?)(?: (?:dich|sie sich|mir|es mir))?(?: bitte)?',
    '(?:schick|schreib|send|teil|lass)(?:e|en|t|st)?(?: sie)? (?:mir|uns|mich|es mich)(?: bitte)?(?: (?:eine|ne) (?:e-?mail|mail|nachricht|info|meldung|benachrichtigung))?(?: (?:mit|wissen))?',
    '(?:ich|wir) (?:mochte|mochten|will|wollen|wurde|hatte|wurden)(?: (?:gern|gerne))?(?: (?:sofort|gleich|direkt))?(?: (?:wissen|erfahren|informiert werden|benachrichtigt werden|bescheid wissen|horen|bescheid bekommen|eine (?:mail|nachricht|info|benachrichtigung|meldung)(?: (?:bekommen|erhalten|haben))?))?',
    '(?:ich|wir) (?:warte|warten|suche|suchen|interessiere mich)(?: (?:auf|fur|darauf|nur darauf))?',
    '(?:informiert|benachrichtigt) werden',
    '(?:bescheid)(?: bitte)?(?= (?:wenn|sobald|falls))',
    '(?:behalte?|hab|halte?)(?: bitte)? (?:im auge|ein auge auf|mich auf dem laufenden)',
    '(?:uberwach|beobacht|pruf|check|uberpruf|verfolg|schau|behalt)(?:e|en|t)?(?: sie)?(?: bitte| mal| regelmassig)*(?: nach)?(?:,? ob)?',
    '(?:um )?(?:(?:eine|ne|kurze) )?(?:info|nachricht|mail|e-mail|benachrichtigung|meldung|bescheid|ruckmeldung)(?=,? (?:wenn|sobald|falls|ob))',
    '(?:alarm|nachricht|mail|e-mail|info|meldung|benachrichtigung|hinweis)(?: an mich)?(?= (?:wenn|sobald|falls|bei|uber))',
    '(?:bei|uber|auf)(?= (?:jeder|jede|anderung|anderungen|neuen))',
  ],
  when: [
    "wenn(?:'s)?",
    'sobald',
    'falls',
    'ob',
    'als',
    'in dem moment(?:,? (?:wo|in dem|wenn))?',
    'im fall(?:e)?(?:,? dass)?',
    'fur den fall(?:,? dass)?',
    'immer wenn',
    'jedes mal(?:,? wenn)?',
    'dann(?:,? wenn)?',
    'wann(?: immer)?',
    'erst wenn',
    'sollte(?:n)?',
    'dass',
  ],
  trim: [
    'jede[rsnm]?|betragt|erreicht|marke|frei|uberhaupt|noch frei',
    'der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|fur|von|vom|im|in|am|an|auf|bei|beim|zu|zum|zur|aus|mit|und|oder|aber|ist|sind|war|wird|werden|wurde|wurden|worden|sein|hat|haben|es|er|sie|ihr|sich|ich|wir|mein|meine|meinen|meiner|unser|dies|diese|dieser|dieses|diesem|diesen|dort|hier|da|wieder|schon|noch|mal|bereits|endlich|jetzt|nun|heute|aktuell|aktuelle|aktueller|derzeit|momentan|gerade|dann|auch|nur|als|dass|ob|wie|was|welche|welcher|etwas|irgendwas|irgendwo|gibt|geben|kommt|kommen|geht|gehen|steht|stehen|liegt|liegen|kann|konnen|soll|sollte|bitte|mir|mich|uns|nicht|kein|keine|keinen|mehr|online|erhaltlich|neu|plotzlich|uberhaupt|wert|gleich|bescheid|wenn|man|um|bis|ab|eigentlich|denn|uber|unter',
  ],
  filler: [
    'der|die|das|den|dem|des|ein|einen|einem|einer|eine|etwa|ca\\.?|circa|rund|ungefahr|nur|marke|grenze|schwelle|wert|preis|von|marke von|wert von|preis von|grenze von|die marke von|insgesamt|auf|bei|zu',
  ],
  lt: [
    'unter(?:halb)?|weniger als|niedriger (?:ist |liegt |wird )?als|geringer als|billiger als|gunstiger als|kleiner als|kalter als|kurzer als|<|(?:unterschreite[tn]?)|unterhalb von',
  ],
  lte: [
    'hochstens|maximal|max\\.?|nicht mehr als|nicht uber|bis zu|<=|≤|kleiner (?:oder )?gleich|nicht teurer als|(?:fallt|fallen|sinkt|sinken|gesunken|gefallen|runter|reduziert|gesenkt|herab)(?: wieder)?(?: (?:herab|runter))? auf|runter auf|fur nur|(?:fur|um) (?:hochstens|maximal)|auf',
  ],
  gt: [
    'uber(?:halb)?|mehr als|hoher (?:ist |liegt |wird )?als|grosser als|teurer als|warmer als|heisser als|langer als|uberschreite[tn]?|ubersteig(?:t|en)|uberstiegen|ubertriff?t|>|jenseits(?: von)?|besser als|knackt|oberhalb von|starker als',
  ],
  gte: [
    'mindestens|wenigstens|nicht weniger als|nicht unter|erreich(?:t|en)|>=|≥|grosser (?:oder )?gleich|ab|min\\.?|minimum|zumindest|(?:steigt|steigen|klettert|gestiegen)(?: wieder)?(?: hoch)? auf',
  ],
  eq: ['ist|sind|gleich|genau|exakt|betragt|betragen|kostet|kosten|=|==|liegt bei|bei|steht bei|fur'],
  ltAfter: ['unterschreite[tn]?|unterschritten'],
  lteAfter: [
    'oder (?:weniger|darunter|niedriger|gunstiger|billiger|kleiner|kalter)|und (?:weniger|darunter)|maximal|hochstens|nicht uberschreitet|nicht ubersteigt',
  ],
  gtAfter: [
    'knackt|reisst|durchbricht|durchbrochen|geknackt|uberschreite[tn]?|uberschritten|ubersteig(?:t|en)|uberstiegen|ubertriff?t',
  ],
  gteAfter: [
    'oder (?:mehr|daruber|hoher|grosser|warmer|spater|neuer|besser)|und (?:mehr|daruber)|aufwarts|erreich(?:t|en)|\\+|mindestens|plus',
  ],
  between: ['zwischen|im bereich(?: von)?|in der spanne(?: von)?|von'],
  outside: [
    'ausserhalb(?: von| des bereichs(?: von)?| der spanne(?: von)?)?|nicht (?:mehr )?zwischen|nicht mehr im bereich(?: von)?|nicht im bereich(?: von)?',
  ],
  and: ['und|bis|-|–|—'],
  or: ['oder'],
  before: ['vor|bevor|fruher als|bis|bis zum|vor dem|eher als|spatestens(?: am)?|noch vor'],
  after: ['nach|spater als|ab|seit|nach dem|fruhestens(?: am)?|nicht vor|neuer als|hinter'],
  beforePost: [],
  afterPost: ['oder spater'],
  fall: [
    'fallt|fallen|gefallen|sinkt|sinken|gesunken|sank|runter ?geht|runtergeht|geht (?:\\S+ ){0,3}?(?:runter|zuruck|nach unten)|zuruckgeht|abnimmt|nimmt ab|reduziert|gesenkt|verringert|nachgibt|rutscht|abrutscht|absinkt|abfallt|niedriger(?: wird| ist)?|verliert|schrumpft|weniger wird|abgesunken|runterkommt|einbricht|zuruckfallt|stuerzt|sturzt|rausfallt|heruntergeht|herabgesetzt|fiele|sinke|falle|nach unten geht',
  ],
  rise: [
    'steigt|steigen|gestiegen|stieg|klettert|hoch ?geht|hochgeht|raufgeht|zunimmt|zulegt|nimmt zu|legt zu|wachst|gewachsen|erhoht|angehoben|anzieht|hoher(?: wird| ist)?|ansteigt|gewinnt|springt|mehr wird|aufwarts geht|nach oben geht|geht (?:\\S+ ){0,3}?(?:hoch|rauf|nach oben)|hochgesetzt|steige|stiege',
  ],
  change: [
    'ander(?:t|n|ung|ungen|e)|geandert|verander(?:t|n|ung|ungen)|aktualisier(?:t|ung|ungen)|wechselt|gewechselt|verschiebt|verschoben|verschieben|verlangert|uberarbeitet|bearbeitet|erneuert|modifiziert|abweicht|angepasst|umgestellt|schwankt|vorverlegt|verlegt|neues tut|was tut|etwas tut|tut sich was|(?:ein |das )?update',
  ],
  cheaper: [
    '(?:billiger|gunstiger|preiswerter)(?! als)|preis(?:senkung|sturz|rutsch|nachlass|verfall|reduzierung)(?:en)?|reduziert|rabattiert|im angebot|heruntergesetzt|herabgesetzt|im preis (?:fallt|sinkt|gesenkt|gefallen|reduziert|runtergeht)|weniger kostet(?! als)|runtergesetzt|rabatt|im sale|schnappchen',
  ],
  dearer: ['teurer(?! als)|preis(?:erhohung|anstieg|steigerung|sprung)(?:en)?|im preis steigt|mehr kostet'],
  by: ['um'],
  byWeak: [],
  size: ['mehr als|mindestens|uber|wenigstens|mind\\.|minimum|satte|gut'],
  negation: [
    'nicht mehr|nicht langer|nicht|kein(?:e|en|er|em)?(?: mehr)?|nie|niemals|noch nicht|aufhort|anders als|nimmer|ohne|weder',
  ],
  negationPost: [],
  newEntry: [
    '(?:ein|eine|einen|einem|einer|etwas|irgendein|irgendeine|jede|jeder|jedes|jeden|irgendwas|was|weitere|weiterer|weiteres) neue?[rsnm]?',
    '(?:^|es |gibt es |uber |bei |nach |auf )neue?[rsnm]?(?= )',
    'neue(?= [\\p{L}\\- ]{3,50} (?:gibt|erscheinen|erscheint|online|veroffentlicht|eingestellt|ausgeschrieben|auftauch(?:t|en)|kommen|kommt|dazukommen|hinzugefugt|gelistet|da sind|dazu|hinzukommen|inseriert|reinkommen|gepostet|geben))',
    '(?:eine? )?weitere?[rsn]?(?= \\p{L})',
    'neu (?:ausgeschrieben|eingestellt|gelistet|veroffentlicht|erschienen|aufgenommen|inseriert|hinzugefugt)',
    'neuigkeiten|neuheiten|neuerscheinung(?:en)?|neuzugange?',
  ],
  notNewEntry: ['(?:der|die|das|dem|den|des|vom|zum|zur|im|am|mein|meine[rsnm]?) neue?[rsnm]?'],
  definite: ['der|die|das|den|dem|des|mein\\p{L}*|unser\\p{L}*|diese\\p{L}*'],
  added: [
    'hinzugefugt|ausgeschrieben|eingestellt|veroffentlicht|gepostet|gelistet|online gestellt|aufgenommen|dazukommt|hinzukommt|hochgeladen|eingetragen|inseriert|dazukommen|hinzukommen|reinkommt|auftauch(?:t|en)',
  ],
  removed: [
    'entfernt|verschwinde[tn]|verschwunden|geloscht|gestrichen|ausgelistet|nicht mehr (?:gelistet|aufgefuhrt|auf der (?:liste|seite)|in der liste|da|angezeigt|dabei)|herausgenommen|rausgenommen|offline genommen|rausfliegt|wegfallt|zuruckgezogen|weg ist|weggefallen|aus der liste (?:fallt|fliegt)',
  ],
  mention: [
    'erwahn(?:t|en)|enthalt|enthalten|beinhaltet|zeigt|anzeigt|sagt|meldet|steht|auftauch(?:t|en)|vorkommt|vorkommen|nennt|berichtet|aufgefuhrt|genannt|erwahnung|lautet|angezeigt|schreibt|stehen',
  ],
  mentioned: [
    '(?:das |den |die |der |ein )?(?:worter|wort|begriff|text|ausdruck|namen?|satz|stichwort|meldung|hinweis)|dass|das|den|die|der|etwas (?:uber|zu|von)|was (?:uber|zu|von)|von|uber',
  ],
  filter: [
    'mit|namens|die .{1,12} enthalten|mit dem (?:wort|titel|begriff|stichwort)|zum thema|uber|zu|betreffend|in denen|deren titel|der|das',
  ],
  filterEnd: ['im (?:titel|namen|text|betreff)|in der (?:uberschrift|beschreibung)|enthalt|enthalten|erwahnt|vorkommt'],
  inStock: [
    "(?:wieder )?(?:verfugbar|lieferbar|vorratig|erhaltlich|bestellbar|buchbar|kaufbar|reservierbar|vorbestellbar)|verfugbarkeit|auf lager|am lager|im lager|wieder da|wieder (?:\\S+ ){0,5}?gibt|gibt(?:'s| es| es auch)? (?:\\S+ ){0,6}?wieder|wieder rein(?:kommt)?|zu haben|im verkauf|in den verkauf|(?:zu|fur) kaufen|zum verkauf|(?:gekauft|bestellt|gebucht|reserviert|vorbestellt|ausgeliehen|ausleihbar) werden (?:kann|konnen)|(?:kaufen|bestellen|buchen|reservieren|vorbestellen|ausleihen|kriegen|bekommen) kann|(?:tickets|karten|platze|plaetze|restplatze|exemplare)(?: \\S+){0,8} (?:gibt|frei)|frei (?:ist|sind|wird|werden|gibt|hat)|frei(?:e|er|es|en)? (?:termine?|platze?|plaetze|slots?|tische?|zimmer|stellplatze?|stellplatz)|frei(?=[ ,.!?]*$)|freigeworden|im handel|nachschub|ausleihbar|entleihbar|reinkommt|im regal|angeboten wird|vergriffen war",
  ],
  outOfStock: [
    'ausverkauft|vergriffen|ausgebucht|nicht (?:verfugbar|lieferbar|vorratig|erhaltlich|auf lager)|weg|voll(?: ist| belegt)?|belegt|entliehen|verliehen|ausgeliehen|restlos|unverfugbar|eingestellt wird',
  ],
  released: [
    'erscheint|erscheinen|erschienen|rauskommt|herauskommt|raus ist|draussen ist|auf den markt kommt|kommt (?:\\S+ ){0,2}?raus|veroffentlicht wird|startet|live geht|live ist|released|raus|auf den markt',
  ],
  exists: [
    'erscheint|erscheinen|angekundigt|bekannt ?gegeben|bekanntgegeben|veroffentlicht|feststeht|fest steht|es gibt|gibt es|gibt|existiert|auftauch(?:t|en)|bestatigt|bekannt ist|bekannt wird|bekannt|online|steht fest|vorliegt|vorliegen|da ist|da sind',
  ],
  absent: ['(?:es )?kein(?:e|en)? .{1,40}? (?:mehr )?gibt|nicht mehr gibt|nicht mehr existiert'],
  becomes: [
    '(?:ist|sind|wird|werden|wurde|lautet|wechselt (?:auf|zu)|andert sich (?:auf|zu|in)|springt auf|steht auf|zeigt|meldet|gilt als|geht auf|auf|als|zu)(?: (?:jetzt|nun|endlich|auf|als|zu))?',
  ],
  states: [
    'verspatet|verspatung|gestrichen|annulliert|abgesagt|geliefert|zugestellt|versandt|verschickt|unterwegs|angekommen|abgeflogen|gelandet|genehmigt|abgelehnt|bewilligt|erledigt|fertig|abgeschlossen|geoffnet|offen|geschlossen|gesperrt|online|offline|gestort|bestatigt|verschoben|aktiv|inaktiv|bezahlt|abholbereit|in bearbeitung|in zustellung|punktlich|boarding|storniert|freigegeben|fehlgeschlagen|erfolgreich|rot|grun|gelb|orange|gespeichert|eingetroffen|bereit',
  ],
  bookable: [
    'anmeldung(?:en)?|buchung(?:en)?|bewerbung(?:en)?|registrierung|einschreibung|vorverkauf|verkauf|ticketverkauf|kartenvorverkauf|reservierung(?:en)?|vorbestellung(?:en)?|bestellung(?:en)?|warteliste|terminvergabe|bewerbungsphase|verlosung|platzvergabe',
  ],
  opens: [
    'offnet|offnen|geoffnet|eroffnet|startet|beginnt|losgeht|moglich (?:ist|wird)|offen|freigeschaltet|starten|beginnen|gestartet|aufmacht',
  ],
  weather: ['regnet|regen|schneit|schnee|gewitter|sturm|frost|hagel|nebel|unwetter|glatteis'],
  price: [
    '\\p{L}*preise?s?|kosten|miete|kaltmiete|warmmiete|gebuhr(?:en)?|tarif|fahrpreis|beitrag|preisschild|kurs(?= der .{0,20}aktie)|\\p{L}*aktie(?:nkurs)?|spritpreis|flugpreis|zimmerpreis',
  ],
  costs: ['kostet|kosten|gekostet|zu haben ist fur|verkauft wird fur|koste'],
  temperature: ['\\p{L}*temperatur(?:en)?|thermometer'],
  version: [
    'versionen|version|release(?:s)?|firmware|build|patch(?:es)?|softwareupdate|firmwareupdate|update(?= (?:von|fur))',
  ],
  date: [
    '(?:fruheste[rsnm]?|nachste[rsnm]?|freie[rsnm]?) \\p{L}*termin|\\p{L}*termine?s?|\\p{L}*datum|\\p{L}*frist|deadline|stichtag|einsendeschluss|anmeldeschluss|bewerbungsschluss|(?:ver)?offnungstag|abfahrt(?:szeit)?|ankunft(?:szeit)?|liefertermin|start(?:termin|datum)|veroffentlichung(?:sdatum|stermin)?|zeitfenster|abgabe',
  ],
  status: ['\\p{L}*status|zustand|stand|phase|ergebnis|bescheid|entscheidung|warnstufe|stufe|ampel|betriebslage'],
  rating: ['bewertung(?:en)?|sterne(?:bewertung)?|note|punktzahl|durchschnittsbewertung|sternebewertung'],
  rate: [
    'wechselkurs|kurs|zins(?:en|satz|satze)?|leitzins|\\p{L}*zins(?:en|satz)?|inflation(?:srate)?|arbeitslosenquote|\\p{L}*quote|rendite|\\p{L}*rate',
  ],
  availability: ['verfugbarkeit|lagerbestand|tickets?|karten|platze|plaetze'],
  entries: [
    'stellen?|jobs?|stellenangebote?|stellenanzeigen?|angebote?|wohnung(?:en)?|anzeigen?|artikel|beitrage?|meldung(?:en)?|nachrichten|veranstaltung(?:en)?|termine|folgen?|episoden?|liste|eintrage?|produkte?|kurse|pressemitteilung(?:en)?',
  ],
  count: ['wie ?viele?|anzahl(?: der| an| von)?|zahl der|menge(?: an| der)?'],
  measures: [
    'aqi|luftqualitat(?:sindex)?|pm ?2[.,]5|pm ?10|feinstaub\\p{L}*|ozon\\p{L}*|luftfeuchtigkeit|feuchtigkeit|windgeschwindigkeit|wind(?:boen)?|boen|niederschlag\\p{L}*|regenmenge|regenwahrscheinlichkeit|schneehohe|schneehoehe|wasserstand|pegel(?:stand)?|uv-?index|pollen\\p{L}*|wartezeit(?:en)?|warteschlange|verspatung|fahrzeit|reisezeit|reaktionszeit|verfugbarkeit in prozent|downloads|follower(?:zahl)?|abonnenten(?:zahl)?|aufrufe|stimmen|unterschriften|marktkapitalisierung|gehalt|jackpot|kontostand|guthaben|umsatz|bevolkerung|rang|platzierung|position|tabellenplatz|auslastung|belegung|fullstand|wahrscheinlichkeit|rabatt|entfernung|magnitude|wellenhohe|tide|geschwindigkeit|gewicht|grosse|hohe|tiefe|luftdruck|strahlung|co2\\p{L}*|larmpegel|akku(?:stand)?|ladestand|punktestand|punkte|wert|hashrate|spenden(?:stand)?|sichtweite|dividende|index|speicherstand|stromverbrauch|einwohnerzahl|mitgliederzahl',
  ],
  page: [
    'seite|webseite|website|homepage|inhalt|text|etwas|was|irgendwas|artikel|dokument|agb|fahrplan|spielplan|programm|speisekarte|mensaplan|stundenplan|kalender',
  ],
  of: ['von|vom|fur|der|des|dem|in|im|am|an|bei|auf|zwischen'],
  numbers: {
    null: '0',
    'dem gefrierpunkt': '0',
    gefrierpunkt: '0',
    eins: '1',
    einen: '1',
    eine: '1',
    zwei: '2',
    drei: '3',
    vier: '4',
    funf: '5',
    sechs: '6',
    sieben: '7',
    acht: '8',
    neun: '9',
    zehn: '10',
    elf: '11',
    zwolf: '12',
    'ein dutzend': '12',
    zwanzig: '20',
    dreissig: '30',
    funfzig: '50',
    hundert: '100',
    einhundert: '100',
    zweihundert: '200',
    tausend: '1000',
    eintausend: '1000',
    'eine million': '1000000',
  },
};
