import type { Lexicon } from './lexicon';

export const english: Lexicon = {
  language: 'en',
  spaced: true,
  functionWords:
    'the of is are when if me tell let know once soon as any there to below above under over than less more at least in on for with please could would you drops changes new it its has have been from this page price stock available back out get my about i want',
  request: [
    '(?:please|pls|plz|kindly|hey|hi|hello|hello there|hey there|yo|(?:ok|okay|so|well)(?=,)|thanks|thank you|cheers|just|maybe|simply)',
    '(?:can|could|would|will|may) (?:you|u|ya)(?: mind)?',
    'is it true(?: that)?',
    'would you mind',
    '(?:tell|telling|ping|pinging|alert|alerting|notify|notifying|e-?mail|e-?mailing|message|text|inform|informing|warn|remind|reminding|poke|nudge|mail|dm|buzz|update|wake|advise) (?:me|us)(?: up)?(?: (?:by|via|per) (?:e-?mail|mail|text))?(?: (?:straight|right) away)?',
    'let (?:me|us) (?:please )?(?:know|hear)',
    'lemme know',
    '(?:give|send|drop|shoot|leave|get) me (?:a|an|some)(?: quick)? (?:shout|heads[- ]?up|ping|nudge|buzz|line|note|e-?mail|mail|message|notification|alert|text|word|call|reminder)',
    "(?:i|we)(?:'d| would|'ll| will|'m| am|'ve)? ?(?:really )?(?:like|love|want|wanna|need|wish|prefer|hoping|hope|care|looking|waiting)(?: to)?(?: (?:know|be (?:told|notified|informed|alerted|pinged|e-?mailed)|hear|find out|learn|get (?:told|notified|an? (?:alert|e-?mail|ping|message|notification))|receive an? (?:alert|e-?mail|message|notification)|see))",
    'i should (?:be told|know)',
    'i(?: would)? only (?:care|want to know|bother)(?: about)?',
    '(?:an? )?(?:alert|notification|e-?mail|reminder|notice)(?: me)?(?: please)?(?= (?:when|if|once|as soon|whenever|for|about))',
    '(?:keep|keeping) an eye (?:on|out for)',
    '(?:keep me (?:posted|updated|informed))',
    '(?:watch|monitor|track|check|follow|observe)(?: (?:if|whether|when|for|out for))?(?= )',
    '(?:and|then)(?= (?:tell|notify|let|alert|ping|e-?mail|message|inform|warn))',
    '(?:i )?(?:need|want|would like|get) (?:a|an) (?:heads[- ]?up|ping|alert|e-?mail|notification|reminder)',
    "(?:i|we)(?:'ve| have| am|'m| are)? ?(?:been )?(?:hunting|looking|searching|waiting|hoping|saving up|dying|eyeing)(?: for| to get| to buy| at)?",
    'alert(?=:)',
    '(?:look|looking|watch|watching|wait|waiting) (?:out )?(?:for|until)',
    'set (?:up )?an? (?:alert|monitor|reminder|notification)',
    'make sure (?:that )?(?:i|to)(?: know)?',
    'do (?:let me know|tell me)',
    'i want (?:it|an e-?mail|an alert|a ping)',
    '(?:shout|holler|yell|beep|bell|mail|ping|alert|notify)(?= (?:when|if|once|as soon|whenever))',
    '(?:about|for|on|of|that)(?= (?:any|when|the moment|every|each|changes))',
  ],
  when: [
    'when(?:ever)?',
    'as soon as',
    'as and when',
    'once',
    'if(?: and when| ever| at any (?:point|time))?',
    'whether',
    'in case',
    'in the event that',
    'the (?:very )?(?:moment|minute|second|instant|day|time|first time)(?: that| when)?',
    'every time',
    'each time',
    'any ?time',
    'until',
    'should',
  ],
  trim: [
    "it's|there's|that's|he's|she's|when's|what's|let's|'s",
    'in either direction|for (?:weeks|ages|months|days|a while)|too much|anyone|nobody|they|put|puts|no longer|longer|sell|sells|posts?(?= *$)|adds?',
    'the|a|an|of|for|in|on|at|from|to|by|with|and|or|but|is|are|was|were|be|been|being|has|have|had|it|its|they|them|their|this|that|these|those|there|here|my|our|your|his|her|i|we|you|me',
    "it's|there's|that's|isn't|aren't|hasn't|haven't|does|doesn't|do|don't|did|didn't|will|would|can|could|get|gets|got|getting|go|goes|going|come|comes|became|becomes?|again|yet|now|today|currently|finally|already|eventually|ever|still|then|so|as|than|too|also|just|only|even|actually|really|about|into|onto|up|down|not|no|any|some|what|what's|which|who|how|please|pls|online|anywhere|somewhere|suddenly|ever|once|left|new|listed|per|any more|anymore|anything|something|someone|somebody|everything|value|current|latest|present|number|amount",
  ],
  filler: [
    'the|a|an|of|about|around|roughly|approximately|approx\\.?|some|only|just|even|my|magic|mark|level|threshold|price|value|limit|target|budget|price of|value of|total of|something like|like|maybe|or so|that|all|in',
  ],
  lt: [
    'below|under|beneath|underneath|less than|lower than|cheaper than|fewer than|smaller than|colder than|cooler than|shorter than|younger than|not as much as|south of|worse than|within|sub|lighter than|<|less expensive than',
  ],
  lte: [
    'at most|no more than|not more than|at or below|at or under|up to|no higher than|not over|not above|not exceeding|max|maximum|a maximum of|max of|<=|≤|less than or equal to|equal to or less than|equal or less than|no greater than|does not exceed|capped at|(?:fall|falls|fell|fallen|drop|drops|dropped|go|goes|going|come|comes|came|gets?|sink|sinks|dips?|is|are|was|slides?|cut|reduced|lowered|marked|plunges?|down)(?: back)?(?: down)? to|down to|as low as|or less than|for only|i can get it for|on offer for|available for',
  ],
  gt: [
    'above|over|more than|greater than|higher than|exceed(?:s|ed|ing)?|warmer than|hotter than|bigger than|larger than|longer than|taller than|surpass(?:es|ed)?|top(?:s|ped)?|pass(?:es|ed)?|beyond|north of|upwards of|better than|beat(?:s)?|cross(?:es|ed)?|break(?:s)?(?: through)?|past|in excess of|>|louder than|faster than|heavier than|stronger than|breach(?:es)?',
  ],
  gte: [
    'at least|no less than|not less than|no fewer than|not below|not under|reach(?:es|ed)?|hits?|at or above|min|minimum|a minimum of|>=|≥|greater than or equal to|equal to or greater than|equal or greater than|starting (?:at|from)|from|(?:rise|rises|rose|risen|go|goes|going|climb|climbs|climbed|jump|jumps|jumped|increase|increases|increased|grow|grows|grew|get|gets|soars?|shoots?|come|comes|came)(?: back)?(?: up)? to|up at|as high as|as many as|as much as|get(?:s|ting)? to|attain(?:s)?',
  ],
  eq: [
    'equals?|equal to|is equal to|exactly|precisely|is exactly|=|==|is|are|costs?|becomes?|turns|stands at|at|shows|reads|for',
  ],
  ltAfter: [],
  lteAfter: [
    'or (?:less|under|below|lower|cheaper|fewer|colder|smaller|better price)|and (?:below|under|less|lower)|(?:max(?:imum)?|tops)(?=[ .!?]*$|[,;])|at (?:the )?most|or even less',
  ],
  gtAfter: [],
  gteAfter: [
    'or (?:more|over|above|higher|greater|warmer|hotter|later|newer|better|up|longer|larger|bigger)|and (?:above|over|more|up|higher)|plus(?=[ .!?]*$|[,;])|\\+|at (?:the )?least|minimum|min(?=[ .!?]*$|[,;])',
  ],
  between: ['between|in the range(?: of| from)?|within(?: the range(?: of)?)?|anywhere from|anywhere between|from'],
  outside: [
    'outside(?: of)?(?: the range(?: of)?)?|out of(?: the range(?: of)?)?|not between|no longer between|not within|not in the range(?: of)?|leaves(?: the range(?: of)?)?|outside the band(?: of)?',
  ],
  and: ['and|to|through|till|until|-|–|—|\\.\\.\\.?|or'],
  or: ["or|and also|or else|or if it(?: is|'s)?|or rises?|or goes"],
  before: [
    'before|earlier than|prior to|sooner than|ahead of|no later than|not later than|until|by|on or before|at the latest on|any time before|at or before',
  ],
  after: [
    'after|later than|past|beyond|no earlier than|not before|since|on or after|more recent than|newer than|following|advances (?:to|past|beyond)|moves (?:to|past|beyond)|any time after',
  ],
  beforePost: [],
  afterPost: ['or (?:later|after)'],
  fall: [
    'drop(?:s|ped|ping)?|fall(?:s|en|ing)?|fell|decrease(?:s|d)?|decreasing|decline(?:s|d)?|sink(?:s|ing)?|sank|go(?:es|ing)? down|went down|goes (?:a bit |much )?lower|come(?:s)? down|came down|dip(?:s|ped)?|slide(?:s)?|plunge(?:s|d)?|plummet(?:s|ed)?|shrink(?:s)?|reduc(?:e|es|ed|tion)|lower(?:s|ed)|get(?:s|ting)? lower|lose(?:s)?|slip(?:s|ped)?|tumble(?:s|d)?|crash(?:es|ed)?|discounted|slashed|is cut|cuts? (?:its|the) price|falling|weaken(?:s)?|shed(?:s)?|is lowered|(?:is |are )?down(?= (?:by|at least|more than|over|\\d))',
  ],
  rise: [
    'rise(?:s|n)?|rising|rose|increase(?:s|d)?|increasing|go(?:es|ing)? up|went up|climb(?:s|ed|ing)?|grow(?:s|n)?|grew|jump(?:s|ed)?|gain(?:s|ed)?|soar(?:s|ed)?|surge(?:s|d)?|spike(?:s|d)?|get(?:s|ting)? higher|goes (?:a bit |much )?higher|is raised|raises?|hike(?:s|d)?|rall(?:y|ies)|strengthen(?:s)?|appreciates|shoots? up|come(?:s)? up|(?:is |are )?up(?= (?:by|at least|more than|over|\\d))',
  ],
  change: [
    'change(?:s|d)?|changing|updat(?:e|es|ed|ing)|modif(?:y|ies|ied|ication|ications)|edit(?:s|ed)?|alter(?:s|ed)?|differ(?:s|ent)?|vary|varies|move(?:s|d)?|is moving|postponed?|pushed (?:back|forward|out)|brought forward|extended|extends|rescheduled|shift(?:s|ed)?|revis(?:ed|ion|ions)|amend(?:s|ed|ments?)?|replaced|rewritten|adjusted|swings?|fluctuates?|switch(?:es|ed)?|put back|delayed until|reworded|refreshed|overhauled|deviates?|is different',
  ],
  cheaper: [
    '(?:cheaper|less expensive)(?! than)|price (?:drop|cut|reduction|decrease|fall)s?|drop(?:s)? in price|reduced in price|discount(?:ed|s)?|reduced|marked down|on special(?: offer)?|on offer|price (?:gets?|is) (?:better|lower)|lower price|lower in price|costs less(?! than)|better price|better deal|bargain|deal on',
  ],
  dearer: [
    '(?:more expensive|dearer|pricier)(?! than)|price (?:hike|increase|rise)s?|costs more(?! than)|higher price',
  ],
  by: ['by'],
  byWeak: [],
  size: [
    'more than|at least|over|no less than|a minimum of|minimum|greater than|upwards of|or more than|as much as|full',
  ],
  negation: [
    "no longer|not|isn't|is not|aren't|ain't|not yet|never|no more|wasn't|stops? being|ceases? to be|stopped being|hasn't|doesn't|does not|don't|do not|without being|anything but|other than|leaves|cannot|can't|can not|won't",
  ],
  negationPost: [],
  newEntry: [
    '(?:any|some|a|an|another|every|each|one|more|anything|something|of|about|for|brand) (?:brand[- ]?)?new',
    '(?:any|some|another|additional|more|further|the next|extra)(?= (?:jobs?|posts?|articles?|listings?|openings?|vacanc(?:y|ies)|entr(?:y|ies)|episodes?|events?|videos?|papers?|flats?|apartments?|houses?|homes?|ads?|offers?|reviews?|positions?|roles?|papers?|press releases?|blog posts?|courses?|dates?|concerts?|shows?|products?|items?|news|rooms?|recall|recalls|chapters?|issues?|comments?|questions?|announcements?)(?: |$|\\W))',
    "(?:^|there(?:'s| is| are)(?: a| any)? )(?:brand[- ]?)?new(?= )",
    'newly (?:listed|posted|added|published|announced)',
    'new(?= [a-z ]{2,40} (?:is|are|get|gets|has been|have been|appears?|pops? up|shows? up|goes up|comes? (?:up|in|out)|on the list|listed|posted|added|published))',
    'new(?= (?:jobs?|posts?|articles?|listings?|openings?|vacanc(?:y|ies)|entr(?:y|ies)|episodes?|events?|videos?|papers?|flats?|apartments?|offers?|reviews?|positions?|press releases?|blog posts?|courses?|concerts?|products?|items?|news)(?: |$|\\W))',
  ],
  notNewEntry: ['(?:the|my|our|your|this|that|of the|their) (?:brand[- ]?)?new'],
  definite: ['the|this|that|my|our|your|his|her|their|these|those'],
  added: [
    '(?:is|are|gets?|been|being|has been|have been|was|were) (?:newly )?(?:added|posted|listed|uploaded|advertised|put up|put online|inserted)|(?:newly )?(?:added|posted|listed|uploaded|advertised)|pops? up|shows? up|goes up on|joins?|comes? onto|lands? on|gets a new entry',
  ],
  removed: [
    '(?:tak(?:e|es|en|ing)|pull(?:s|ed)?|remov(?:e|es|ing)|strik(?:e|es)|get rid of|drop(?:s|ped)?) (?:\\S+ ){1,7}?(?:off|from|down)(?: the (?:list|page|site|menu|catalog(?:ue)?))?|removed|disappear(?:s|ed)?|taken (?:down|off|offline)|delisted|vanish(?:es|ed)?|deleted|no longer (?:listed|on the list|on the page|shown|there|appears?|offered on)|drops? (?:off|out of) the (?:list|page)|gone from|dropped from|pulled from|struck from|(?:is|are) gone|withdrawn|goes away',
  ],
  mention: [
    'mentions?|contains?|includes?|says?|states|reads|shows|displays|announces|lists|features|confirms|reports|indicates|saying|mentioning|containing|mentioned|has the (?:word|words|phrase|text)|talks about|refers to|carries|printed',
  ],
  mentioned: [
    "(?:the |a |an |any )?(?:words?|phrases?|texts?|terms?|strings?|names?|message|line|label|sentence|keyword|expression)|that|it is|it's|there is|the|a|an|something about|anything about|about",
  ],
  filter: [
    'with|mentioning|containing|about|including|that (?:mentions?|contains?|includes?|says?)|which (?:mentions?|contains?|includes?)|titled|named|called|tagged|matching|whose (?:title|name) (?:contains|mentions|includes)|labelled|featuring',
  ],
  filterEnd: ['in (?:the|its|their) (?:title|titles|name|text|headline|description|subject)|as (?:a )?(?:keyword|tag)'],
  inStock: [
    'back in(?: stock)?|in[- ]stock|available|availability|purchasable|buyable|orderable|bookable|obtainable|restock(?:s|ed)?|replenished|on sale|for sale|up for grabs|(?:they|you|shops?|stores?) (?:have|has|got|get) (?:it|one|some|any)|(?:open|free|empty|remaining|spare) (?:seats?|spots?|places?|slots?|tables?|rooms?|spaces?)|has (?:seats?|spots?|places?|slots?|space)|(?:can|could) (?:finally |again )?(?:be )?(?:order|buy|purchase|book|reserve|get|preorder|pre-order)(?:e?d)?(?: (?:it|one|them|this))?|(?:be|able to) (?:order|buy|purchase|book|reserve|get)|to (?:be )?had|(?:are|is|seats?|tickets?|places?|spots?|copies|slots?|rooms?|spaces?|units?|still|any|one|some|something|a few|more) left|come(?:s)? back|(?:is|are) back|returns? to (?:stock|sale|the shop|the store|shelves)|on (?:the )?shelves|ready to (?:ship|order)|ships? again|in store(?:s)?|(?:becomes?|is|are|comes?|get|gets|opens) (?:up )?(?:free|vacant|unoccupied)|free (?:again|slot|seat|place|room|spot|table|bed|spaces?|up)|opens? up|frees up|borrowable|on the shelf|checked in|not checked out|in supply|got (?:any|it)|have (?:it|any|one) (?:in|left)|spots? open|vacanc(?:y|ies)|stocked|drops in (?:the )?(?:shop|store)|offered again|sold again|sells again|reopen(?:s|ed|ing)?',
  ],
  outOfStock: [
    'sold[- ]out|sells? out|selling out|out[- ]of[- ]stock|unavailable|not available|runs? out(?: of stock)?|ran out|fully booked|booked (?:out|up|solid)|(?:is|are|gets?|becomes?) (?:all )?(?:full|taken|gone|discontinued)|on back ?order|back ?ordered|checked out|on loan|discontinued|no (?:more )?(?:seats?|tickets?|places?|spots?|rooms?|copies|stock|spaces?|units?|slots?)(?: are| is)?(?: left| remain(?:ing)?| available)|no longer (?:for|on) sale|goes off sale|nothing left|none left|out of print|no stock|wait ?listed|wait ?list only|full(?= *$)',
  ],
  released: [
    '(?:is|are|gets?|been|be) (?:finally |officially )?(?:out|released|launched|shipping|shipped to stores)|(?:comes?|coming|came) out|launch(?:es|ed)?|release[sd]|goes live|(?:is|are) live|drops(?= *$)|arrives?|hits (?:the )?(?:shelves|stores|market|cinemas|theaters)|out yet|go(?:es)? on general release|premieres?',
  ],
  exists: [
    "appears?|appeared|announced|announce[sd]?|published|publishes|revealed|there(?:'s| is| are| will be)|exists?|confirmed|found|unveiled|becomes? known|made public|posted|online|is up|are up|is set|is known|is scheduled|are scheduled|shows? up",
  ],
  absent: ["there(?:'s| is| are) no(?: more| longer)?|no longer (?:exists?|any|appears?)|doesn't exist|disappears"],
  becomes: [
    "(?:is|are|was|were|becomes?|turns?(?: to| into)?|goes|switch(?:es|ed)? to|(?<!^|about |any |for |of |on )changes? (?:to|into)(?! (?:the|my|your|our|their|its|this))|changed to|equals|says|shows|reads|set to|moves? (?:in)?to|flips? to|gets?|turned|reports?|displays?|marked(?: as)?|shown as|reaches|has been|have been|enters|'s)(?: (?:finally|officially|now|set to|marked(?: as)?|shown as|listed as|labelled|being|to be|in|in the state|called))?",
  ],
  states: [
    'delayed|cancell?ed|boarding|landed|departed|arrived|on time|delivered|shipped|in transit|out for delivery|approved|rejected|denied|granted|accepted|pending|completed?|complete|finished|done|open|opened|closed|operational|(?<=(?:is|are|be|back|being|site|server|service|website|api|system|app|network|gateway|goes|has gone|gone) )down|offline|online|(?<=(?:is|are|back|being|come|comes) )up(?! (?:by|to))|live|active|inactive|resolved|degraded|suspended|blocked|passed|failed|ready|ready for pickup|confirmed|postponed|merged|processed|issued|received|paid|expired|signed|in progress|final|running|broken|red|green|yellow|amber|orange|published|diverted|processing|under review|in review|unlocked|locked|enabled|disabled|won|lost|sunny|cloudy',
  ],
  bookable: [
    'registrations?|bookings?|applications?|enrol?lments?|sign-?ups?|pre-?orders?|orders|ordering|reservations?|sales?|ticket sales?|presales?|pre-sales?|submissions?|waiting list|wait ?list|ballot|lottery|call for papers|admissions?|check-?in|slots?|appointments?|campsites?|beta',
  ],
  opens: ['opens?|opened|is open|are open|starts?|begins?|start(?:ed|ing)|kicks? off'],
  weather: ['rain(?:s|ing|y)?|snow(?:s|ing|y)?|thunderstorms?|hail|fog|storm|frost|sunny|wind warning|storm warning'],
  price: [
    'prices?|costs?|price tag|fares?|fees?|ticket price|asking price|rent|tuition|premium|quote|airfare|room rate|nightly rate|share price|stock price|retail price',
  ],
  costs: [
    'costs?|sells? for|selling for|sold for|priced(?: at)?|goes for|going for|retails (?:at|for)|i can (?:get|buy) it for|trades? (?:at|above|below|over|under)?|trading',
  ],
  temperature: ['temperatures?|temps?|thermometer|air temperature|water temperature|forecast high|forecast low'],
  version: [
    'versions?|releases?|firmware|builds?|release notes|patch(?:es)?|software update|app update|update(?= (?:of|for|to))|lts|stable release|changelog',
  ],
  date: [
    '(?:release|launch|opening|closing|due|start|end|delivery|departure|arrival|publication|exam|event|concert|show|premiere|cut-?off|priority|final action|filing|expiry|expiration|shipping|application|registration|pickup|appointment|issue|air|ex-dividend|hearing|move-in|maintenance|next|earliest|first) dates?|dates?(?= (?:of|for))|date|deadline|due by|departure time|arrival time|opening (?:day|hours)|appointments?|time slot|delivery slot|estimated delivery|eta|departure|arrival|earliest (?:appointment|slot|date|delivery)',
  ],
  status: [
    'status|state|condition|phase|stage|outcome|result|decision|verdict|alert level|warning level|danger level|traffic light',
  ],
  rating: ['ratings?|score|review score|stars rating|star rating|user score|critic score|metascore|tomatometer'],
  rate: [
    '(?:exchange|interest|mortgage|inflation|base|key|conversion|unemployment|vacancy|savings|deposit|policy|bank|prime|currency|fx|hash|occupancy|approval) ?rate|exchange|yield|apr|apy|rate',
  ],
  availability: ['availability|stock status|stock|tickets?|seats?'],
  entries: [
    'jobs?|job (?:offers?|openings?|ads?|postings?)|postings?|openings?|vacanc(?:y|ies)|listings?|entr(?:y|ies)|(?<!wait |waiting )list|articles?|posts?|blog posts?|news|headlines?|releases|events?|papers?|products?|episodes?|videos?|apartments?|flats?|houses?|homes?|ads?|offers?|reviews?|positions?|roles?|exhibitions?|concerts?|courses?|press releases?|announcements?|comments?|recalls?|chapters?',
  ],
  count: ['how many|number of|amount of|count of|total number of|count|quantity of|no\\. of|#'],
  measures: [
    'aqi|ph(?= )|processing time|air quality(?: index)?|pm ?2[.,]5|pm ?10|ozone|humidity|wind ?speed|wind|gusts?|rainfall|precipitation|snow (?:depth|level|height)|snow|snowfall|water levels?|river level|level|uv(?: index)?|pollen(?: count| level)?|wait(?:ing)? times?|queue(?: time| length)?|delay|travel time|flight time|response time|latency|uptime|downloads|followers|subscribers|views|likes|votes|upvotes|signatures|market cap(?:itali[sz]ation)?|salary|jackpot|balance|revenue|volume|supply|population|rank(?:ing)?|position|percentage|probability|chance(?: of rain)?|odds|discount|distance|magnitude|wave height|waves|delayed(?= by)|tide|speed|weight|size|age|height|depth|pressure|radiation|co2(?: level)?|noise(?: level)?|battery(?: level)?|occupancy|capacity|load|points|grade|gpa|credits?|turnout|duration|length|bpm|hash ?rate|block height|difficulty|gas fee|value|worth|goal|funding|amount raised|donations|dividend|visibility|index',
  ],
  page: [
    'weather(?: forecast| report)?|forecast',
    'page|website|web ?site|site|web ?page|text|content|anything|something|wording|article|document|policy|terms|faq|changelog|menu|schedule|timetable|calendar|program|programme|agenda|line-?up|roster',
  ],
  of: ['of|for|in|at|on|from|between'],
  numbers: {
    zero: '0',
    freezing: '0',
    nil: '0',
    one: '1',
    two: '2',
    three: '3',
    four: '4',
    five: '5',
    six: '6',
    seven: '7',
    eight: '8',
    nine: '9',
    ten: '10',
    eleven: '11',
    twelve: '12',
    'a dozen': '12',
    fifteen: '15',
    twenty: '20',
    thirty: '30',
    forty: '40',
    fifty: '50',
    'a hundred': '100',
    'one hundred': '100',
    hundred: '100',
    'two hundred': '200',
    'a thousand': '1000',
    'one thousand': '1000',
    'a million': '1000000',
    'one million': '1000000',
    'a grand': '1000',
  },
};
