import type { Lexicon } from './lexicon';

export const french: Lexicon = {
  language: 'fr',
  spaced: true,
  functionWords:
    "le la les des du de un une et est sont quand si lorsque des que dès previens prévenez moi dis me sur dans pour pas plus moins prix au aux ce cette sous dessous dessus passe baisse augmente stock disponible nouveau nouvelle nouvelles il y a l d qu qui que avec chez coute coûte alerte avertis avertissez je veux voudrais savoir peux tu pouvez vous en entre avant apres après change statut page soit sera degres s'il plait plaît epuise tombe descend depasse dépasse atteint ou encore jamais a à par",
  request: [
    "(?:s'il (?:te|vous) plait|svp|stp|merci(?: d'avance)?(?: de)?|bonjour|salut|coucou|bonsoir|hello|juste)",
    '(?:peux|pourrais|veux)[- ]tu|(?:pouvez|pourriez|voulez)[- ]vous|tu (?:peux|pourrais)|vous (?:pouvez|pourriez)|est-ce que tu (?:peux|pourrais)',
    '(?:previens|prevenez|previennent|avertis|avertissez|alerte|alertez|informe|informez|notifie|notifiez|contacte|contactez|rappelle|rappelez)(?:[- ](?:moi|nous))?(?: par (?:e-?mail|mail|courriel))?(?: de)?',
    "(?:me|m'|nous )(?: ?)(?:prevenir|avertir|alerter|informer|notifier|dire|signaler|faire savoir|faire signe|envoyer (?:un|une) (?:mail|e-mail|alerte|message|notification))(?: de)?",
    '(?:dis|dites|fais|faites)[- ](?:le[- ])?(?:moi|nous)(?: (?:savoir|signe))?',
    '(?:envoie|envoyez)[- ](?:moi|nous) (?:un|une) (?:e-?mail|mail|courriel|alerte|message|notification)',
    '(?:fais|faites)[- ]moi (?:savoir|signe)',
    'je (?:veux|voudrais|souhaite|souhaiterais|aimerais|desire)(?: bien)?(?: (?:savoir|etre (?:prevenu|avertie?|informee?|alertee?|notifiee?|prevenue|au courant)|recevoir une? (?:alerte|mail|e-mail|notification|message)|connaitre))?',
    "j'(?:aimerais|attends|ai besoin de)(?: (?:savoir|etre (?:prevenu|avertie?|informee?|alertee?|notifiee?|prevenue)|recevoir une? (?:alerte|mail|e-mail|notification|message)|que|de))?",
    '(?:garde|gardez|gardes) un (?:oeil|œil) sur',
    '(?:surveille|surveillez|surveiller|suis|suivez|verifie|verifiez|guette|guettez)(?: si| quand)?',
    '(?:alerte|notification|mail|message)(?: moi)?(?= (?:quand|si|lorsque|des|pour|en cas))',
    'tiens[- ]moi (?:au courant|informee?)|tenez[- ]moi (?:au courant|informee?)',
    "(?:de|d'|a|en cas d'|en cas de|pour|sur|pour tout|de tout|de toute)(?= ?(?:tout|toute|chaque|changement|modification|changements|nouveau|nouvelle))",
  ],
  when: [
    'quand',
    "lorsqu(?:e|')",
    'si(?: jamais)?(?: et quand)?',
    "s'(?=il)",
    "des (?:que|qu'|lors que)",
    "des l'instant ou",
    "aussitot (?:que|qu')",
    'au moment ou',
    'le jour ou',
    "chaque fois (?:que|qu')",
    "a chaque fois (?:que|qu')",
    'en cas de',
    "une fois (?:que|qu')",
    "est-ce (?:que|qu')",
    'pour savoir si',
    "qu(?:e|')(?= )",
  ],
  trim: [
    'de nouveau|a nouveau|chaque|tout|toute|a-t-(?:il|elle|on)|(?:ont|sont)-(?:ils|elles)|est-(?:il|elle)',
    "le|la|les|l'|l|un|une|des|du|de|d'|d|au|aux|a|en|dans|sur|pour|par|avec|chez|et|ou|mais|est|sont|etait|sera|seront|soit|soient|etre|ete|a|ont|ait|il|elle|ils|elles|on|ce|cet|cette|ces|c'est|c'|c|mon|ma|mes|notre|nos|son|sa|ses|leur|leurs|y|y a|n'|n|ne|pas|plus|se|s'|s|qu'|qu|que|qui|quel|quelle|quels|quelles|combien|encore|deja|enfin|de nouveau|a nouveau|nouveau|maintenant|actuellement|aujourd'hui|actuel|actuelle|bientot|toujours|tres|bien|aussi|seulement|juste|je|j'|j|moi|me|m'|tu|vous|nous|svp|stp|merci|svp|devient|deviennent|passe|passent|reste|restent|restant|restants|restantes|reste-t-il|va|vont|peut|peux|fait|ici|la-bas|la|en ligne|tout|toute|tous|toutes|quelque chose|valeur|jamais|entre|finalement|lui|soudain|svp|ca|cela|est-ce|est-ce que|est-ce qu'|dont|desormais",
  ],
  filler: [
    "t-il|t-elle|t-on|il|elle|ils|elles|le|la|les|l'|un|une|de|d'|du|des|a|environ|seulement|barre(?: symbolique)?|seuil|cap|niveau|prix|valeur|la barre des|la barre de|le seuil de|le cap des|le prix de|quelque|pres de",
  ],
  lt: [
    "(?:en[- ]?)?dessous|au[- ]dessous|sous|moins|inferieure?s?|moins chere?s? qu(?:e|')|plus (?:bas(?:se)?|froide?|courte?|petite?|faible|legere?|leger)s? qu(?:e|')|moins (?:grande?|haute?|elevee?|chaude?|long(?:ue)?|chere?|forte?|importante?)s? qu(?:e|')|<|n'(?:atteint|atteignent) (?:plus|pas)|repasse sous|en deca",
  ],
  lte: [
    "au (?:plus|maximum)|(?:pas|jamais) plus|ne depass(?:e|ant) pas|jusqu'a|maximum|max\\.?|inferieure?s? ou egale?s?|<=|≤|(?:tombe|tombent|descend|descendent|descende|baisse|baissent|chute|reduit|ramene)(?: enfin)? a|pour (?:seulement|moins)|tout au plus",
  ],
  gt: [
    "(?:au|par)[- ]dessus|plus|superieure?s?|depass(?:e|ent|er|ant)|excede(?:nt)?|plus (?:grande?|haute?|elevee?|chaude?|long(?:ue)?|chere?|forte?|importante?|lourde?|rapide)s? qu(?:e|')|franchi(?:t|ssent|sse)|>|au[- ]dela|surpasse|passe au[- ]dessus",
  ],
  gte: [
    'au moins|au minimum|minimum|atteint|atteignent|atteigne|superieure?s? ou egale?s?|>=|≥|pas moins|a partir|des|(?:monte|montent|grimpe|remonte|augmente)(?: enfin)? a|touche',
  ],
  eq: ["est(?: de)?|sont(?: de)?|egale?s?(?: a)?|exactement|vaut|coute|coutent|=|==|s'eleve a|affiche"],
  worse: ['pire que|moins bon(?:ne)?s? que|plus mauvaise? que'],
  better: ['mieux que|meilleure?s? que'],
  reaches: ['(?:passe|passent|arrive|arrivent|va|vont)(?: enfin)? a'],
  ltAfter: [],
  lteAfter: ['ou (?:moins|inferieure?s?|en dessous|plus bas)|maximum|max|et moins|au (?:plus|maximum)'],
  gtAfter: [],
  gteAfter: [
    'ou (?:plus|superieure?s?|davantage|au-dessus|plus recente?s?|ulterieure?s?|mieux)|et plus|minimum|au moins|au minimum|\\+',
  ],
  between: ['entre|compris(?:e)?s? entre|dans la (?:plage|fourchette)(?: de)?|situee? entre|de'],
  outside: [
    "(?:en )?dehors de(?: la (?:plage|fourchette))?(?: de)?|hors de(?: la plage)?(?: de)?|hors|n'est (?:pas|plus) (?:compris(?:e)? )?entre|pas entre|plus entre|sort de(?: la plage| la fourchette)?(?: de)?",
  ],
  and: ['et|a|-|–|—'],
  or: ['ou'],
  before: ["avant|plus tot que|anterieure?s? a|d'ici|jusqu'au|au plus tard|precede|avant le|anterieure? au"],
  after: [
    'apres|plus tard que|posterieure?s? a|posterieure? au|a partir du|depuis|au plus tot|au-dela du|depasse|apres le|ulterieure?s? au',
  ],
  beforePost: [],
  afterPost: ['ou plus tard|ou apres'],
  fall: [
    "baiss(?:e|ent|er|era|ait)|diminu(?:e|ent|er|tion|tions)|chut(?:e|ent|er)|descend(?:ent|re|e|ra)?|recul(?:e|ent)|tomb(?:e|ent|er|era)|redui(?:t|te|sent)|rabais|plonge(?:nt)?|decroit|perd|degringole|reduction|diminue|s'effondre|en baisse",
  ],
  rise: [
    "augment(?:e|ent|er|ation|ations|era)|mont(?:e|ent|er|era)|grimp(?:e|ent)|hausse|progress(?:e|ent)|croit|remonte(?:nt)?|gagne|bondit|s'envole|s'apprecie|en hausse|accroit",
  ],
  change: [
    'chang(?:e|ent|er|ement|ements|era|eait)|modifi(?:e|ee|ees|es|ent|cation|cations|er)|mis(?:e|es)? a jour|evolu(?:e|ent|tion|tions|er)|vari(?:e|ent|er|ation|ations)|actualis(?:e|ee|es|ees)|bouge(?:nt)?|reporte(?:e|es|s)?|prolonge(?:e|es|s)?|decale(?:e|es|s)?|repousse(?:e|es|s)?|avance(?:e|es)|remanie|differe(?:nte?)?|actualisation|quelque chose de neuf',
  ],
  cheaper: [
    'moins cher(?:e|es|s)?(?! qu)|baisse (?:de prix|du prix|des prix|de tarif)|prix (?:reduit|en baisse|plus bas)|(?:en )?promo(?:tion)?s?|en solde(?:s)?|solde|remise|rabais|coute moins(?! de)|reduction(?: de prix)?|meilleur prix|brade',
  ],
  dearer: [
    'plus cher(?:e|es|s)?(?! qu)|hausse (?:de prix|du prix|des prix)|augmentation (?:de|du|des) prix|coute plus(?! de)',
  ],
  by: [],
  byWeak: ["de|d'|d|en|par"],
  size: ["plus de|au moins|plus d'|minimum|au minimum|pres de|environ"],
  negation: [
    "n'est plus|ne sont plus|n'est pas|ne sont pas|n'est(?: \\p{L}+)? plus|ne soit plus|ne soient plus|ne sera plus|n'a plus|n'y a plus|n'y a pas|plus(?= (?:en rupture|epuis|complet|indisponible|disponible|en stock|retarde|ferme|hors|de rupture))|pas|jamais|ne|cesse d'etre|non|autre que|n'",
  ],
  negationPost: [],
  newEntry: [
    "(?:un|une|tout|toute|chaque|d'autres?|une autre|un autre) (?:nouveau|nouvel|nouvelle|nouveaux|nouvelles)",
    'de (?:nouveau(?:x|te|tes)|nouvelles)(?= )',
    '(?:^|y a |pour |sur )(?:de )?(?:nouveau|nouvel|nouvelle|nouveaux|nouvelles)(?= )',
    '(?:nouveaux|nouvelles)(?= )',
    'prochaine?(?= (?:version|mise a jour|firmware|release)(?: |$|\\W))',
    'du nouveau|une? nouveaute|des nouveautes|quelque chose de nouveau|(?:un|une) autre|(?:un|une) .{2,30} supplementaire',
    '(?:une?|des) (?:offres?|annonces?|articles?|postes?|episodes?|appartements?|biens?|evenements?|billets?|videos?)(?= .{0,50}(?:publie|ajoute|poste|mise? en ligne|parait|sort))',
  ],
  notNewEntry: [
    "(?!du nouveau(?: (?:sur|dans|chez|concernant|pour|a|au|aux|du cote)(?= )| *[.!?]*$))(?:le|la|l'|les|mon|ma|mes|du|au|cette|ce|notre) ?(?:nouveau|nouvel|nouvelle|nouveaux|nouvelles)",
    '(?:de|a) nouveau(?= (?:disponible|en stock|en vente|ouvert|accessible|possible))',
  ],
  definite: ["le|la|les|l'|mon|ma|mes|notre|ce|cette|du|au"],
  added: [
    'ajoutee?s?|publiee?s?|postee?s?|mise?s? en ligne|parai(?:t|ssent)|apparai(?:t|ssent)|sort|sortent|listee?s?|inscrite?s?|diffusee?s?',
  ],
  removed: [
    "retiree?s?|supprimee?s?|disparai(?:t|ssent|sse)|disparue?s?|enlevee?s?|effacee?s?|n'est plus (?:listee?|sur la (?:liste|page)|affichee?|la|propose|proposee|dans la liste)|ne figure plus|n'apparait plus|depubliee?s?|sort de la liste",
  ],
  mention: [
    "mentionn(?:e|ent|ant)|contien(?:t|nent|ne)|contenant|indiqu(?:e|ent)|affich(?:e|ent|ant)|dit|disent|inclu(?:t|ent)|annonce|parle(?:nt)?(?= d)|comporte|figure|cite|evoque(?:nt)?|comprend|s'affiche|est mentionnee?|est ecrit|montre",
  ],
  mentioned: [
    "(?:le |la |les |l'|un |une )?(?:mots?|termes?|expressions?|phrase|texte|nom|mention|message)|qu(?:e|')|le|la|les|l'|de|du|d'",
  ],
  filter: [
    'avec|mentionnant|contenant|sur|a propos de|intitulee?s?|concernant|qui (?:mentionne|contient|parle de|comporte)|dont le titre (?:contient|mentionne|comporte)|portant sur|incluant|nommee?',
  ],
  filterEnd: ["dans (?:le|son|leur|l') ?(?:titre|intitule|nom|texte|objet|description)|en titre"],
  inStock: [
    "(?:de nouveau |a nouveau )?(?:en stock|disponibles?|en vente|reservables?|achetables?|commandables?|accessibles?)|disponibilites?|remis(?:e|es)? en (?:stock|vente)|de retour(?: en stock)?|revien(?:t|nent)(?: en stock)?|reapprovisionnee?s?|(?:peut|peux|puisse|peut-on|possible d[e'])(?: a nouveau| de nouveau| l')? ?(?:acheter|commander|reserver|precommander|emprunter)|(?:peut|peuvent|puisse) (?:a nouveau |de nouveau |enfin )?etre (?:achetee?s?|commandee?s?|reservee?s?|precommandee?s?|empruntee?s?|livree?s?|expediee?s?|envoyee?s?|retiree?s?)|(?:des|une|la) (?:places?|billets?|chambres?|creneaux?|rendez-vous)(?: .{0,30})? (?:libres?|se liberent?)|se liberent?|se libere|libres?|(?:il y a|y a-t-il|reste-t-il|il reste)(?: encore| de nouveau| a nouveau)? (?:des|de la|une|un|de) (?:places?|billets?|chambres?|creneaux?|rendez-vous|tables?|exemplaires?)|reste(?: encore)? (?:des|de la|une) (?:places?|billets?)|empruntable|arrivage|rendu|en rayon|mis(?:e|es)? en vente",
  ],
  outOfStock: [
    'affiche(?:nt|ra)? complets?|epuisee?s?|en rupture(?: de stock)?|rupture de stock|indisponibles?|non disponibles?|hors stock|complet(?:s|e|es)?|complets|plus (?:disponibles?|en stock|en vente|de places?|de billets?|de stock)|vendue?s?(?= *$)|sold out|guichets fermes|empruntee?s?|tout vendu|n.est plus (?:vendue?|fabriquee?|commercialisee?)|arrete(?:nt)? de vendre|retiree? de la vente',
  ],
  released: [
    'sort(?:ent|i|ie|ira)?|parai(?:t|ssent)|lancee?s?|est (?:sortie?|disponible en magasin)|debarque|sortira|arrive sur le marche|sorti(?:e)?s?',
  ],
  exists: [
    'apparai(?:t|ssent|sse)|annoncee?s?|publiee?s?|devoilee?s?|il y a(?:it)?|existe(?:nt)?|confirmee?s?|connue?s?|communiquee?s?|mise?s? en ligne|revelee?s?|y a-t-il|fixee?s?|(?:est|sont|soit|soient) (?:affiche|indique)e?s?|est la',
  ],
  absent: ["il n'y a (?:plus|pas)|n'existe plus|n'y a plus"],
  becomes: [
    '(?:est|sont|devient|deviennent|soit|passe (?:a|en|au)|passent (?:a|en)|change en|indique|affiche|vaut|bascule (?:en|a|sur)|est passee? (?:a|en))(?: (?:enfin|desormais|maintenant|marquee?|indiquee? comme|en))?',
  ],
  states: [
    "retardee?s?|en retard|annulee?s?|supprimee?s?|livree?s?|expediee?s?|en transit|en livraison|embarquement|atterri|decolle|arrivee?s?|partie?s?|a l'heure|approuvee?s?|acceptee?s?|refusee?s?|rejetee?s?|validee?s?|termine(?:e|es|s)?|ouverte?s?|fermee?s?|fermes?|operationnel(?:le)?s?|en panne|hors ligne|en ligne|resolue?s?|actif|active|inactif|prete?s?|confirmee?s?|reportee?s?|payee?s?|en cours|traitee?s?|expiree?s?|perturbee?|rouge|vert|verte|orange|jaune|suspendue?s?|accordee?s?|delivree?s?|interrompue?s?|levee?s?|reparee?s?|retablie?s?|vendue?s?|louee?s?|adoptee?s?|votee?s?|abrogee?s?|en vigueur|decidee?s?|promulguee?s?|deviee?s?|evacuee?s?|circule(?:nt)?|mauvais(?:e)?|bonne?|moyen(?:ne)?|degradee?|tres (?:mauvais|eleve|faible|bon)e?|elevee?|faible",
  ],
  bookable: [
    "inscriptions?|reservations?|candidatures?|precommandes?|ventes?|billetterie|prevente|mise en vente|commandes?|liste d'attente|prise de rendez-vous|enregistrement|loterie|creneaux?",
  ],
  opens: ['ouvr(?:e|ent|iront|ira)|ouverte?s?|commence(?:nt)?|demarre(?:nt)?|debute(?:nt)?|lancee?s?'],
  weather: ['pleut|pluie|neige|orages?|tempete|gel|grele|brouillard|verglas|canicule'],
  price: ["prix|tarifs?|couts?|loyer|frais|cotation|cours de l'action|action|billet d'avion|prime"],
  costs: ['coute(?:nt|ra|rait)?|se vend|vendue? a|est a(?= \\d)|est propose a|revient a'],
  temperature: ['temperatures?|thermometre'],
  version: ["versions?|release|firmware|mise a jour(?= (?:de|du|d'))|build|correctif"],
  date: [
    "date limite|dates?(?: (?:de|d')\\s?(?:sortie|ouverture|cloture|fermeture|livraison|lancement|publication|debut|fin|depart|arrivee|passage|concert|expiration|inscription|parution))?|date limite|echeance|delai|rendez-vous|creneau|heure de depart|heure d'arrivee|depart|arrivee|livraison|calendrier de sortie",
  ],
  status: ["statut|etat|resultats?|decision|phase|situation|verdict|niveau (?:d'alerte|de vigilance)|vigilance"],
  rating: ['note(?: moyenne)?|notation|score|evaluation|etoiles(?= (?:de|du))'],
  rate: [
    "taux(?: (?:de change|d'interet|directeur|d'inflation|de chomage|immobilier|du livret a|d'occupation))?|inflation|rendement|cours(?= de l'(?:euro|once))|livret a",
  ],
  availability: ['disponibilite|stock|billets?|places?'],
  entries: [
    "offres?(?: d'emploi)?|emplois?|postes?|annonces?|articles?|actualites?|evenements?|episodes?|appartements?|logements?|maisons?|produits?|liste|billets de blog|communiques?|cours|videos?|avis|publications?",
  ],
  count: ["combien d[e']|nombre d[e']|nombre total d[e']|quantite d[e']"],
  measures: [
    "aqi|indice (?:de qualite de l'air|atmo|uv)|qualite de l'air|pm ?2[.,]5|pm ?10|ozone|humidite|vitesse du vent|vent|rafales?|precipitations?|pluviometrie|enneigement|hauteur de neige|epaisseur de neige|niveau d[eu'](?: l'eau| la seine| la mer| \\p{L}+)?|niveau|hauteur d'eau|indice uv|pollens?|temps d'attente|attente|file d'attente|retard|duree du trajet|temps de trajet|temps de reponse|telechargements|abonnes|vues|likes|votes|signatures|capitalisation(?: boursiere)?|salaire|jackpot|cagnotte|solde|chiffre d'affaires|volume|population|rang|classement|position|place au classement|probabilite|risque de pluie|remise|distance|magnitude|hauteur des vagues|vagues|maree|vitesse|poids|taille|hauteur|profondeur|pression|radiation|co2|bruit|batterie|occupation|remplissage|points|debit|dividende|valeur|montant|score|indice|visibilite|affluence",
  ],
  page: [
    'page|site(?: web| internet)?|contenu|texte|quelque chose|article|document|conditions|menu|programme|calendrier|horaires?|planning|emploi du temps',
  ],
  of: ["de|du|des|d'|de la|de l'|pour|a|au|en|dans|sur|chez|entre"],
  numbers: {
    zero: '0',
    deux: '2',
    trois: '3',
    quatre: '4',
    cinq: '5',
    six: '6',
    sept: '7',
    huit: '8',
    dix: '10',
    onze: '11',
    douze: '12',
    'une dizaine': '10',
    'une douzaine': '12',
    quinze: '15',
    vingt: '20',
    trente: '30',
    quarante: '40',
    cinquante: '50',
    cent: '100',
    'deux cents': '200',
    mille: '1000',
    'un million': '1000000',
    treize: '13',
    quatorze: '14',
    seize: '16',
    soixante: '60',
    'deux mille': '2000',
    'cinq cents': '500',
    'trois cents': '300',
  },
};
