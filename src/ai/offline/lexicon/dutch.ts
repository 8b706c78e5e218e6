import type { Lexicon } from './lexicon';

export const dutch: Lexicon = {
  language: 'nl',
  spaced: true,
  functionWords:
    'de het een van en of is zijn wordt worden als wanneer zodra laat me mij weten waarschuw geef seintje bericht wil graag prijs minder meer dan onder boven daalt zakt stijgt verandert wijzigt nieuwe nieuw beschikbaar uitverkocht voorraad op in voor met zonder niet geen weer kost graden tussen na pagina status kun kan je jij u kunt aan bij er komt staat stuur mail tot hoeveel alsjeblieft aub dat deze dit weken dagen ik zou willen laten minstens hoogstens hoger lager goedkoper euro',
  request: [
    '(?:alsjeblieft|alstublieft|aub|alsjeblief|hallo|hoi|hey|dag|bedankt|dank je|graag|even|gewoon|svp)',
    '(?:kun|kan|kunt|wil|zou|zouden) (?:je|jij|u|jullie)(?: (?:me|mij|ons))?(?: (?:even|alsjeblieft))?',
    '(?:laat|laten)(?: het)?(?: (?:me|mij|ons))(?: (?:even|alsjeblieft|graag|direct|meteen))*(?: weten)?',
    '(?:waarschuw|informeer|verwittig|attendeer|mail|app|sms|ping|bericht|alarmeer|notificeer|herinner|tip)(?: (?:me|mij|ons))(?: (?:even|alsjeblieft|direct|meteen|graag|per (?:e-?mail|mail)))*',
    '(?:geef|stuur|zend)(?: (?:me|mij|ons))?(?: (?:even|alsjeblieft))*(?: (?:een|n))? ?(?:seintje|bericht(?:je)?|melding|e-?mail|mail(?:tje)?|gil|alarm|signaal|notificatie|waarschuwing)(?: sturen)?',
    '(?:me|mij|ons)? ?(?:even )?(?:laten weten|waarschuwen|informeren|mailen|berichten|een seintje geven|een bericht(?:je)? sturen|op de hoogte (?:brengen|stellen|houden))',
    '(?:meld|zeg)(?: (?:het|me|mij|ons|het me|het mij))(?: (?:even|alsjeblieft))?',
    '(?:ik|we|wij) (?:wil|zou|willen|zouden|hoop|wacht|wachten|moet)(?: (?:graag|het|een|een (?:melding|bericht|mail|seintje)))*(?: (?:weten|horen|ontvangen|krijgen|willen weten|gewaarschuwd worden|bericht krijgen|op|tot))*',
    '(?:houd|hou)(?: (?:me|mij|ons))? (?:in de gaten|op de hoogte|een oogje op)(?: of)?',
    '(?:controleer|check|volg|monitor|bewaak|kijk|bekijk)(?: (?:even|alsjeblieft))*(?: of| wanneer)?',
    '(?:melding|bericht|mail|seintje|alarm|alert)(?= (?:als|wanneer|zodra|bij))',
    '(?:graag (?:een )?(?:bericht|melding|mail|seintje))',
    '(?:bij|over|van)(?= (?:elke|iedere|wijziging|verandering|nieuwe))',
  ],
  when: [
    'als',
    'wanneer',
    'zodra',
    'indien',
    'of(?= )',
    'in het geval dat',
    'op het moment dat',
    'telkens als',
    'elke keer (?:als|dat)',
    'het moment dat',
    'ingeval',
    'mocht(?:en)?',
    'dat',
    'toen',
  ],
  trim: [
    'te koop|elke|iedere|ieder|opnieuw',
    'de|het|een|van|voor|in|op|aan|bij|met|uit|naar|te|ter|over|en|of|maar|is|zijn|was|waren|wordt|worden|werd|geworden|heeft|hebben|er|hij|zij|ze|ik|we|wij|je|jij|u|mij|me|mijn|ons|onze|jouw|uw|dit|dat|deze|die|daar|hier|weer|opnieuw|al|nog|nu|vandaag|eindelijk|momenteel|huidige|inmiddels|dan|ook|alleen|maar|slechts|hoe|wat|welke|wie|iets|ergens|niet|geen|meer|online|staat|staan|komt|komen|gaat|gaan|kan|kunnen|blijft|blijven|zou|zal|zullen|alsjeblieft|aub|waarde|nieuw|weten|even|plots|ineens|steeds|toch|tot|door|als|wanneer|zodra|over|vrijkomt|via|om|raakt',
  ],
  filler: [
    "de|het|een|van|ongeveer|circa|ca\\.?|zo'n|slechts|maar|grens|grens van|prijs|waarde|niveau|drempel|de grens van|de prijs van|dan|op|rond|magische grens van",
  ],
  lt: [
    '(?:lager|goedkoper) (?:wordt|is|ligt|komt|staat) dan|onder|beneden|minder dan|lager (?:wordt |is |ligt |komt )?dan|goedkoper (?:wordt |is |ligt |komt )?dan|kleiner dan|kouder (?:wordt |is |ligt |komt )?dan|korter dan|<|onder de',
  ],
  lte: [
    'hoogstens|maximaal|max\\.?|ten hoogste|niet meer dan|niet hoger (?:wordt |is |ligt |komt )?dan|niet boven|tot(?= (?:maximaal|hoogstens))|<=|≤|kleiner (?:dan )?of gelijk aan|(?:daalt|dalen|zakt|zakken|gedaald|gezakt|verlaagd|afgeprijsd)(?: weer)? (?:naar|tot)|voor maar|voor slechts',
  ],
  gt: [
    '(?:hoger|duurder|meer) (?:wordt|is|ligt|komt|staat|worden) dan|boven|meer dan|hoger dan|groter dan|duurder (?:wordt |is |ligt |komt )?dan|warmer (?:wordt |is |ligt |komt )?dan|langer dan|overschrijd(?:t|en)|overstijg(?:t|en)|passeert|>|beter dan|doorbreekt|voorbij',
  ],
  gte: [
    'minstens|minimaal|ten minste|tenminste|min\\.?|niet minder dan|niet onder|bereik(?:t|en)|>=|≥|groter (?:dan )?of gelijk aan|vanaf|op zijn minst|(?:stijgt|stijgen|klimt)(?: weer)? (?:naar|tot)|haalt|aantikt',
  ],
  eq: ['is|zijn|gelijk(?: is)? aan|precies|exact|kost|kosten|bedraagt|=|==|staat op|voor'],
  ltAfter: [],
  lteAfter: ['of (?:minder|lager|goedkoper|eronder|kleiner)|maximaal|hoogstens|en lager'],
  gtAfter: ['overschrijd(?:t|en)|overstijg(?:t|en)|te boven gaat|voorbijgaat|passeert'],
  gteAfter: [
    'of (?:meer|hoger|groter|later|nieuwer|beter|erboven)|bereik(?:t|en)|en hoger|en meer|\\+|minimaal|minstens|haalt',
  ],
  between: ['tussen|in het bereik(?: van)?|van'],
  outside: ['buiten(?: het bereik(?: van)?| de)?|niet (?:meer )?tussen'],
  and: ['en|tot|t/m|-|–|—'],
  or: ['of'],
  before: ['voor|eerder dan|vroeger dan|uiterlijk(?: op)?|tot(?: en met)?|voorafgaand aan|nog voor'],
  after: ['na|later dan|vanaf|sinds|op of na|niet voor|niet eerder dan|voorbij'],
  beforePost: [],
  afterPost: ['of later'],
  fall: [
    'daal(?:t|de)|dalen|gedaald|zak(?:t|ken|te)|gezakt|verminder(?:t|d)|afneemt|neemt af|afgenomen|lager(?: wordt| is)?|verlaagd|inzakt|keldert|omlaag ?gaat|omlaaggaat|gaat omlaag|terugloopt|verliest|krimpt|naar beneden gaat|daling',
  ],
  rise: [
    'stijg(?:t|en)|steeg|gestegen|toeneemt|neemt toe|omhoog ?gaat|omhooggaat|gaat omhoog|klimt|groeit|verhoogd|hoger(?: wordt| is)?|oploopt|loopt op|wint|aantrekt|stijging',
  ],
  change: [
    'verander(?:t|en|d|ing|ingen)|wijzig(?:t|en|ing|ingen)|gewijzigd|aangepast|aanpassing(?:en)?|bijgewerkt|geupdatet|geupdate|update(?:s)?|uitgesteld|verzet|verplaatst|verschuift|verschoven|verlengd|vervroegd|vernieuwd|herzien|wisselt|varieert|verschilt|afwijkt|schommelt|bewerkt|iets nieuws',
  ],
  cheaper: [
    'goedkoper(?! dan)|prijsdaling(?:en)?|prijsverlaging(?:en)?|afgeprijsd|(?:in de|met) (?:aanbieding|uitverkoop|korting|sale)|in prijs (?:daalt|zakt|verlaagd)|in prijs verlaagd|minder kost(?! dan)|korting|voordeliger|aanbieding|prijs (?:omlaag|lager)',
  ],
  dearer: ['duurder(?! dan)|prijsstijging(?:en)?|prijsverhoging(?:en)?|meer kost(?! dan)|in prijs stijgt'],
  by: ['met'],
  byWeak: [],
  size: ['meer dan|minstens|minimaal|ten minste|tenminste|ruim|op zijn minst|zeker'],
  negation: ['niet (?:meer|langer)|niet|geen|nooit|nog niet|ophoudt|anders dan|zonder'],
  negationPost: [],
  newEntry: [
    '(?:een|elke|ieder|iedere|iets|een ander|enkele|nog een|wat) (?:nieuwe?|nieuws)',
    '(?:^|er |zijn er |komt er |komen er |over |bij |van |op )nieuwe?(?= )',
    'nieuwe(?= [\\p{L}\\- ]{3,40} (?:zijn|verschijnen|verschijnt|geplaatst|online|gepubliceerd|toegevoegd|bijkomen|bijkomt|komen|komt|staan|staat|uitkomt))',
    '(?:andere?|extra|volgende)(?= (?:vacatures?|artikelen|artikel|aanbod|woningen|woning|evenementen|afleveringen|aflevering|berichten|bericht)(?: |$))',
    'nieuwtjes|nieuws(?= (?:op|over|van))|er iets nieuws',
  ],
  notNewEntry: ['(?:de|het|mijn|onze|deze|dit|die|dat|van de) nieuwe?'],
  definite: ['de|het|mijn|deze|dit|die|onze|ons'],
  added: [
    'geplaatst|toegevoegd|gepubliceerd|verschijn(?:t|en)|bijkom(?:t|en)|online (?:komt|gezet|staat)|uitkom(?:t|en)|gepost|opgenomen|aangeboden wordt|erbij komt|vermeld',
  ],
  removed: [
    'verwijderd|verdwijn(?:t|en)|verdwenen|gewist|weggehaald|geschrapt|niet (?:meer|langer) (?:op de (?:lijst|pagina)|in de lijst|vermeld|getoond|te vinden)|van de (?:lijst|pagina) (?:gaat|valt|verdwijnt|wordt gehaald)|ingetrokken|offline gehaald',
  ],
  mention: [
    'vermeld(?:t|en)|noem(?:t|en)|bevat(?:ten)?|zeg(?:t|gen)|toon(?:t|en)|laat zien|meldt|aangeeft|staat(?= (?:dat|er))|bevatten|aankondigt|inhoudt|weergeeft|spreekt over|vermelding|genoemd|voorkomt',
  ],
  mentioned: [
    '(?:het |de |een )?(?:woord(?:en)?|tekst|term|zin|naam|bericht|melding|uitdrukking)|dat|de|het|een|iets over|over',
  ],
  filter: [
    'met|die (?:.{1,14} (?:bevat(?:ten)?|vermeld(?:t|en)))|over|genaamd|getiteld|met de (?:term|titel)|betreffende|waarin',
  ],
  filterEnd: ['in de (?:titel|tekst|naam|kop|omschrijving|beschrijving)|bevat(?:ten)?|vermeld(?:t|en)'],
  inStock: [
    '(?:weer |opnieuw )?(?:beschikbaar|leverbaar|op voorraad|verkrijgbaar|te koop|te bestellen|te boeken|te reserveren|bestelbaar|boekbaar|te krijgen)|beschikbaarheid|in voorraad|in de verkoop|in de winkel|(?:er )?(?:zijn|is|komen|komt|nog)(?: er)?(?: weer| nog)? (?:een )?(?:tickets|kaarten|kaartjes|plaatsen|plekken|plek|plaats|kamers|kamer|stoelen|tafels|exemplaren)(?: (?:vrij|over))?|(?:vrij|over)(?= (?:is|zijn|komt|komen))|vrijkom(?:t|en)|vrij(?= *$)|vrije (?:plek|plaats|tafel|kamer|afspraak|stoel)(?:en|s)?|(?:gekocht|besteld|geboekt|gereserveerd|geleend) (?:kan|kunnen) worden|(?:kan|kunnen)(?: ik| we)? (?:kopen|bestellen|boeken|reserveren)|(?:kopen|bestellen|boeken|reserveren) kan|terug (?:is|op voorraad|in)|aangevuld|voorradig|uitleenbaar|binnen ?komt|te leen',
  ],
  outOfStock: [
    'uitverkocht|niet (?:meer )?(?:beschikbaar|leverbaar|op voorraad|verkrijgbaar)|volgeboekt|vol(?: is| zit)?|uitgeleend|onbeschikbaar|op(?= (?:is|zijn) *$)|niet voorradig|uit voorraad|uit de handel|geen (?:tickets|kaarten|plaatsen|plekken|voorraad) meer',
  ],
  released: [
    'uitkom(?:t|en)|uitgebracht|gelanceerd|verschijn(?:t|en)|lanceert|uit is|live gaat|live is|in première gaat|vrijgegeven|op de markt komt|komt uit',
  ],
  exists: [
    'verschijn(?:t|en)|aangekondigd|gepubliceerd|bekendgemaakt|bekend ?gemaakt|bekend (?:is|wordt|zijn)|bekend|onthuld|er (?:is|zijn|komt|komen)|bestaat|bevestigd|zijn er|is er|online (?:staat|staan|komt)|vaststaat|vastgesteld',
  ],
  absent: ['er geen .{1,40} meer (?:is|zijn)|niet meer bestaat'],
  becomes: [
    '(?:is|zijn|wordt|worden|verandert (?:in|naar)|wijzigt (?:in|naar)|gaat naar|springt op|staat op|aangeeft|toont|meldt|op)(?: (?:eindelijk|nu|gemarkeerd als|als|op))?',
  ],
  states: [
    'vertraagd|vertraging|geannuleerd|bezorgd|geleverd|verzonden|onderweg|in (?:behandeling|transit|bewerking)|boarding|geland|vertrokken|aangekomen|op tijd|goedgekeurd|geaccepteerd|afgewezen|geweigerd|toegekend|voltooid|afgerond|klaar|open|geopend|gesloten|dicht|operationeel|online|offline|actief|inactief|gereed|bevestigd|uitgesteld|opgeschort|betaald|opgelost|rood|groen|geel|oranje|afgesloten|afgelast|verlopen',
  ],
  bookable: [
    'inschrijving(?:en)?|aanmelding(?:en)?|boeking(?:en)?|reservering(?:en)?|voorverkoop|verkoop|kaartverkoop|ticketverkoop|registratie|wachtlijst|sollicitaties|bestellingen|loting',
  ],
  opens: ['open(?:t|en|gaat|gaan)?|open ?gaat|opengesteld|begin(?:t|nen)|start(?:en)?|van start gaat'],
  weather: ['regent|regen|sneeuwt|sneeuw|onweer|storm|vorst|hagel|mist|gladheid'],
  price: [
    '\\p{L}*prij(?:s|zen)|kosten|huur(?:prijs)?|tarie(?:f|ven)|collegegeld|\\p{L}*aandeel|beurskoers|contributie',
  ],
  costs: ['kost(?:en)?|wordt verkocht voor|te koop is voor'],
  temperature: ['\\p{L}*temperatu(?:ur|ren)|thermometer'],
  version: ['versies?|release|firmware|update(?= (?:van|voor))|build|patch'],
  date: [
    '\\p{L}*datum|\\p{L}*data(?= )|deadline|\\p{L}*termijn|afspraak|vertrektijd|aankomsttijd|vertrek|aankomst|levering|releasedatum|sluitingsdatum|tijdslot|bezorgmoment',
  ],
  status: [
    '\\p{L}*status|toestand|staat(?= van)|uitslag|resultaat|fase|besluit|beslissing|code(?= (?:rood|oranje|geel))|alarmniveau',
  ],
  rating: ['beoordeling(?:en)?|score|waardering|cijfer|sterren(?= van)'],
  rate: ['wisselkoers|koers|\\p{L}*rente(?:tarief|voet|stand)?|inflatie|werkloosheid|rendement'],
  availability: ['beschikbaarheid|voorraad|tickets|kaarten|kaartjes|plaatsen'],
  entries: [
    "vacatures?|banen|baan|aanbiedingen|advertenties?|artikelen|artikel|nieuws(?:berichten)?|evenement(?:en)?|aflevering(?:en)?|woning(?:en)?|appartement(?:en)?|huizen|huis|producten|lijst|berichten|cursus(?:sen)?|video'?s?|persbericht(?:en)?|recensies?",
  ],
  count: ['hoeveel|aantal|het aantal'],
  measures: [
    'aqi|luchtkwaliteit(?:sindex)?|pm ?2[.,]5|pm ?10|fijnstof\\p{L}*|ozon|luchtvochtigheid|vochtigheid|windsnelheid|windkracht|wind|windstoten|neerslag|sneeuwhoogte|waterstand|waterpeil|zonkracht|uv-?index|pollen\\p{L}*|wachttijd(?:en)?|wachtrij|vertraging|reistijd|responstijd|downloads|volgers|abonnees|weergaven|likes|stemmen|handtekeningen|marktwaarde|beurswaarde|salaris|jackpot|saldo|omzet|bevolking|positie|ranglijst|kans(?: op regen)?|afstand|magnitude|golfhoogte|getij|snelheid|gewicht|hoogte|diepte|luchtdruk|straling|co2\\p{L}*|geluidsniveau|batterij|bezetting|drukte|punten|dividend|waarde|index|zicht',
  ],
  page: [
    'pagina|site|website|webpagina|inhoud|tekst|iets|artikel|document|voorwaarden|menu|programma|kalender|rooster|dienstregeling|agenda',
  ],
  of: ['van|voor|in|op|bij|aan|tussen|naar'],
  numbers: {
    nul: '0',
    'het vriespunt': '0',
    vriespunt: '0',
    een: '1',
    twee: '2',
    drie: '3',
    vier: '4',
    vijf: '5',
    zes: '6',
    zeven: '7',
    acht: '8',
    negen: '9',
    tien: '10',
    elf: '11',
    twaalf: '12',
    'een dozijn': '12',
    vijftien: '15',
    twintig: '20',
    dertig: '30',
    vijftig: '50',
    honderd: '100',
    tweehonderd: '200',
    duizend: '1000',
    'een miljoen': '1000000',
  },
};
