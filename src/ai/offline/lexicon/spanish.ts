import type { Lexicon } from './lexicon';

export const spanish: Lexicon = {
  language: 'es',
  spaced: true,
  functionWords:
    'el la los las un una de del en y o es son esta este cuando si avisame avisenme aviseme dime quiero saber por favor precio menos mas que debajo encima baje suba sube baja cambie cambia hay haya nuevo nueva nuevas nuevos disponible agotado disponibilidad stock al para con sin no ya se ha vuelva vuelve esté notificame cuesta cueste grados entre antes despues pagina estado puedes podrias podría apenas tan pronto como me mi lo a su supere alcance llegue ponga venta entradas cada sea',
  request: [
    '(?:por favor|porfa|porfis|gracias|hola|buenas|oye|solo)',
    '(?:puedes|podrias|puede|podria|podeis|podriais)(?: por favor)?',
    '(?:avisa|avisar|avise|avisad|avisen|avis)(?:me|nos|arme)?(?: por (?:e-?mail|correo|mail))?(?: de)?',
    '(?:di|dig[ao]|dec(?:i|ir))(?:me|nos|rme|rnos)',
    '(?:notifica|notificar|notifique|notifiquen|informa|informe|informar|alerta|alerte|alertar|comunica|contacta|recuerda)(?:me|nos)(?: por (?:e-?mail|correo))?(?: de)?',
    '(?:me|nos) (?:avisas|avisa|avisan|avises|dices|puedes avisar|podrias avisar|gustaria|informas|notificas|interesa)(?: (?:saber|que me avises|que me avisen|recibir una (?:alerta|notificacion)))?',
    '(?:que me (?:avises|avisen|avise|informes|notifiques))',
    '(?:hazme|haz|haganme|hagame|hacerme)(?: me)? saber',
    '(?:manda|envia|mande|envie|mandar|enviar)(?:me|nos) (?:un|una) (?:e-?mail|correo|mensaje|alerta|notificacion|aviso|mail)',
    '(?:quiero|quisiera|necesito|deseo|queria|querria|espero)(?: (?:saber|enterarme|que me (?:avises|avisen|avise|informes|notifiques)|ser (?:avisado|avisada|notificado|notificada|informado)|recibir (?:un|una) (?:aviso|alerta|notificacion|correo|mensaje)|conocer))?',
    '(?:mantenme|mantengame|tenme|mantenganme) (?:al tanto|informad[oa]|al corriente)',
    '(?:vigila|vigile|monitoriza|monitorea|monitorear|sigue|comprueba|revisa|controla|observa|rastrea)(?: si| cuando)?',
    '(?:echa|echale|echar)(?: un)? (?:un )?ojo a',
    '(?:aviso|alerta|notificacion|correo)(?= (?:cuando|si|de|por|en cuanto))',
    'pendiente de',
    '(?:estoy|ando) (?:buscando|esperando)|busco|espero',
    '(?:de|por|ante|sobre)(?= (?:cualquier|cada|todo|algun|nuev))',
  ],
  when: [
    'cuando(?:quiera)?(?: que)?',
    'si(?: es que)?',
    'en cuanto',
    'tan pronto como',
    'apenas',
    'una vez que',
    'en el momento (?:en )?que',
    'cada vez que',
    'siempre que',
    'en caso de(?: que)?',
    'el dia que',
    'al momento de que',
    'nada mas',
    'que',
    'por si',
    'ni bien',
    'luego que',
  ],
  trim: [
    'de nuevo|otra vez|a estar|cada|cualquier',
    'el|la|los|las|lo|un|una|unos|unas|de|del|al|a|en|por|para|con|sobre|desde|y|o|u|pero|es|son|esta|estan|este|esten|era|sea|sean|ser|estar|ha|han|haya|hay|hubo|se|le|les|me|mi|mis|te|tu|su|sus|nuestro|nuestra|nos|yo|ella|ellos|eso|esto|ese|esa|esos|esas|estos|estas|aquel|aqui|alli|ahi|ya|otra vez|de nuevo|nuevamente|aun|todavia|ahora|hoy|actual|actualmente|por fin|finalmente|tambien|solo|solamente|que|cual|cuanto|cuanta|cuantos|cuantas|como|quien|no|ni|mas|muy|algo|algun|alguna|algunos|algunas|cualquier|alguien|todo|toda|todos|todas|online|en linea|queda|quedan|queden|quede|pueda|puedo|puede|pueden|va|van|vaya|vuelve|vuelven|vuelva|vuelvan|vuelto|a estar|estar|pasa|pase|valor|numero|favor|porfa|cada|tan|hasta|entre|llegue|tenga|tengan|tiene|tienen|alguno|ya no|poder|deje|deja|ponga|pongan|llega|sido',
  ],
  filler: [
    'el|la|los|las|un|una|unos|de|del|al|a|unos|aproximadamente|aprox\\.?|alrededor|cerca|solo|umbral|barrera|precio|valor|nivel|la barrera de(?: los)?|el umbral de|los|en',
  ],
  lt: [
    '(?:por )?debajo|menos|menor(?:es)?(?: que)?|inferior(?:es)?|mas (?:barat[oa]|baj[oa]|fri[oa]|corto|pequeno)s? (?:que|de)|bajo|<|(?:baje|baja|bajen|bajan|cae|caiga|desciende|descienda|caigan|bajase|bajara)n? (?:de|del)|no llegue a|menos de|rebaje(?: de)?',
  ],
  lte: [
    'como (?:mucho|maximo)|a lo sumo|maximo|max\\.?|no mas|hasta|menor o igual(?: que| a)?|<=|≤|no supere|no exceda|sin pasar|(?:baje|baja|bajen|cae|caiga|desciende|descienda|rebajado|rebajada) (?:a|hasta)|por (?:solo|menos)|no pase',
  ],
  gt: [
    '(?:por )?encima|mas|mayor(?:es)?(?: que)?|superior(?:es)?|super(?:e|a|en|an|ar)|exced(?:e|a|en|an)|sobrepas(?:e|a|en|an)|rebas(?:e|a|en|an)|mas (?:alt[oa]|car[oa]|calient[ea]|larg[oa]|grande)s? (?:que|de)|(?:suba|sube|pase|pasa|pasen|suban) de|>|cruce|cruza|rompa|mejor que',
  ],
  gte: [
    'al menos|como minimo|por lo menos|minimo|alcan(?:ce|za|cen|zan)|llegu?(?:e|a|en|an) (?:a|hasta)|mayor o igual(?: que| a)?|>=|≥|a partir|desde|no menos|(?:suba|sube|suban) (?:a|hasta)|toque',
  ],
  eq: ['es|sea|son|esta|este|igual(?: a)?|exactamente|cueste|cuesta|cuestan|vale|valga|=|==|sea de|es de|equivale'],
  ltAfter: [],
  lteAfter: ['o (?:menos|inferior|por debajo|menor|mas barato)|maximo|como (?:mucho|maximo)|y menos'],
  gtAfter: [],
  gteAfter: [
    'o (?:mas|superior|mayor|por encima|posterior|mejor)|en adelante|minimo|como minimo|al menos|\\+|para arriba|y mas',
  ],
  between: ['entre|en el rango(?: de)?|dentro del rango(?: de)?|de'],
  outside: [
    'fuera de(?:l)?(?: rango)?(?: de)?|no (?:este |esta )?entre|salga del rango(?: de)?|sale del rango(?: de)?',
  ],
  and: ['y|a|hasta|-|–|—|e'],
  or: ['o|u'],
  before: [
    'antes(?: de(?:l)?)?(?: dia)?|anterior(?:es)? al?|previo al?|hasta el|a mas tardar(?: el)?|como tarde(?: el)?|no mas tarde del',
  ],
  after: [
    'despues(?: de(?:l)?)?|posterior(?:es)? al?|a partir del?|desde el|mas tarde (?:del|que)|pasado el|no antes del?|tras(?: el)?|mas alla del',
  ],
  beforePost: [],
  afterPost: ['o (?:mas tarde|despues|posterior)'],
  fall: [
    'baj(?:e|a|en|an|ar|ara|ada|o)|ca(?:e|iga|en|igan|er|ida)|descien(?:de|da|den|dan)|descenso|disminu(?:ye|ya|yen|yan|ir)|redu(?:ce|zca|ccion)|reducid[oa]s?|desplom(?:e|a)|retroced(?:e|a)|pierd(?:e|a)|decre(?:ce|zca)|se hunda',
  ],
  rise: [
    'sub(?:e|a|en|an|ir|ida)|aument(?:e|a|en|an|ar|o)|increment(?:e|a|o|en|an|ar)|cre(?:ce|zca|cen|zcan)|escal(?:e|a)|gan(?:e|a)|repunt(?:e|a)|se dispare|alza|encare(?:ce|zca)|eleve',
  ],
  change: [
    'camb(?:ie|ia|ien|ian|iar|io|ios|iado)|modifi(?:que|ca|quen|can|cacion|caciones|cado|cada|car)|actuali(?:ce|za|cen|zan|zacion|zaciones|zado|zada|zar)|var(?:ie|ia|ien|ian|iar|iacion|iaciones)|alter(?:e|a)|aplac(?:e|a|en|an|ado|ada)|pospon(?:ga|e|gan)|pospuest[oa]|retras(?:e|a)(?= (?:la|el) fecha)|prorrogu?(?:e|a|en|an)|prorroga(?:do|da)?|amplie|amplia|extienda|extiende|mueva|mueve|adelante|adelanta|edit(?:e|a|ado)|oscile|difiera|novedad(?:es)?',
  ],
  cheaper: [
    'mas barat[oa]s?(?! (?:que|de))|baj(?:a|e|ada|adas|an|en) (?:de|el|su|en el) precio|rebaj(?:a|e|en|as|ado|ada|ados|adas)|de oferta|en oferta|oferta(?= de precio)|descuento|este mas barato|abarate|cueste menos(?! de)|cuesta menos(?! de)|baje de precio|mejor precio|de rebajas|promocion|en promocion',
  ],
  dearer: [
    'mas car[oa]s?(?! (?:que|de))|sub(?:a|e|ida) de precio|encarezca|encarece|cueste mas(?! de)|aument(?:o|e) de precio|suba el precio',
  ],
  by: [],
  byWeak: ['en|un|una|de|en un|en una|por'],
  size: [
    'mas de(?:l)?(?: un)?|al menos(?: un)?|como minimo(?: un)?|por lo menos(?: un)?|mas del|un minimo de(?:l)?|mas|minimo',
  ],
  negation: [
    'ya no|no|deje de|deja de|dejen de|dejan de|ya no este|ya no esta|nunca|tampoco|distinto de|diferente de|sin',
  ],
  negationPost: [],
  newEntry: [
    '(?:un|una|algun|alguna|cualquier|otro|otra|cada|algo|unos|unas|algunos|algunas) (?:nuev[oa]s?)',
    '(?:^|hay(?:a)? (?:algun[ao]? )?|de |por |sobre )nuev[oa]s?(?= )',
    'nuev[oa]s(?= )',
    '(?:un|una|algun|alguna|cualquier|unas|unos) [\\p{L}]+(?: de [\\p{L}]+)? nuev[oa]s?',
    '(?:otro|otra|algun|alguna|cualquier|mas)(?= (?:vacante|oferta|empleo|puesto|anuncio|articulo|piso|episodio|evento|publicacion|noticia|curso|video)s?)',
    'algo nuevo|novedades(?= (?:en|de) la (?:lista|seccion))',
    '(?:una?|unos|unas) (?:ofertas?|vacantes?|anuncios?|articulos?|empleos?|puestos?|episodios?|pisos?|eventos?|noticias?)(?= .{0,50}(?:publi|agreg|anad|cuelg|sub|apare))',
  ],
  notNewEntry: ['(?:el|la|los|las|del|al|mi|este|esta|su) nuev[oa]s?', 'de nuevo'],
  definite: ['el|la|los|las|mi|mis|este|esta|nuestro|nuestra|del|al'],
  added: [
    'publi(?:que|quen|ca|can|cado|cada)|agreg(?:ue|uen|a|an|ado)|anad(?:a|an|e|en|ido|ida)|aparez(?:ca|can)|aparece(?:n)?|cuelgu?en?|incorpor(?:e|a)|salg(?:a|an)|sale|salen|se publique|inclu(?:ya|yan)|sub(?:an)? (?:un|una)|listad[oa]',
  ],
  removed: [
    'elimin(?:e|a|en|an|ado|ada)|quit(?:e|a|en|an|ado)|desaparez(?:ca|can)|desaparece(?:n)?|borr(?:e|a|en|an|ado)|retir(?:e|a|en|an|ado|ada)|ya no (?:aparezca|aparece|este en la (?:lista|pagina)|figure|salga|esta en la lista)|deje de aparecer|deja de aparecer',
  ],
  mention: [
    'mencion(?:e|a|en|an|ando)|conten(?:ga|gan|iendo)|contien(?:e|en)|dig(?:a|an)|dice(?:n)?|inclu(?:ya|yan|ye|yen)|muestr(?:e|a|en|an)|indi(?:que|ca)|ponga(?= )|anuncie|hable(?= de)|cite|exponga|aparezca la palabra|aparezca el texto|aparece la palabra|figure',
  ],
  mentioned: [
    '(?:la |el |las |los |una |un )?(?:palabras?|texto|frase|termino|expresion|nombre|mensaje)|que|el|la|los|las|algo (?:sobre|de)|de|sobre',
  ],
  filter: [
    'con|que (?:mencione[n]?|contenga[n]?|incluya[n]?|diga[n]?|hable[n]? de)|sobre|acerca de|llamad[oa]s?|titulad[oa]s?|mencionando|cuyo titulo (?:contenga|incluya)|relacionad[oa]s? con',
  ],
  filterEnd: ['en (?:el|su) (?:titulo|nombre|texto|asunto)|en la descripcion'],
  inStock: [
    '(?:de nuevo |otra vez |vuelt[oa] a estar )?(?:disponibles?|en stock|en existencias?)|disponibilidad|a la venta|en venta|haya (?:stock|existencias|unidades|entradas|plazas|sitio|hueco|billetes|boletos|habitaciones|cupo|cita|citas|mesas?|ejemplares)|hay (?:stock|existencias|unidades|entradas|plazas|sitio|hueco|billetes|boletos|habitaciones|cupo|cita|citas|mesas?|ejemplares)|repon(?:gan|ga|en)|repuesto|reposicion|(?:se pueda|se puede|pueda|puedo|podamos)(?:n)? (?:comprar|reservar|pedir|encargar|conseguir|adquirir|sacar)(?:l[oa]s?)?|vuelva (?:a haber|a venderse|a la venta|a tener)|(?:quede|queden|quedan) (?:libres?|plazas? libres?)|libres?|se libere(?:n)?|plazas? libres?|en tienda|reponer|a disposicion|prestable|devuelto|saquen entradas',
  ],
  outOfStock: [
    'agotad[oa]s?|se agote(?:n)?|se agota(?:n)?|sin (?:stock|existencias|entradas|plazas)|fuera de stock|no (?:este |esta )?disponibles?|indisponible|completo|llen[oa]s?|no quede(?:n)?(?: (?:entradas|plazas|unidades|billetes|sitio|existencias))?|no haya (?:entradas|plazas|stock)|vendid[oa]s?|descatalogad[oa]|prestad[oa]|sold out|ya no queden',
  ],
  released: [
    'salga(?:n)?(?: a la venta| al mercado)?|lan(?:ce|cen|zan|za|zamiento)|estren(?:e|a|en|an|o)|sale(?= *$)|salgan|se lance|llegue a (?:las )?(?:tiendas|los cines)|saquen|este fuera',
  ],
  exists: [
    'aparez(?:ca|can)|aparece(?:n)?|anunci(?:e|en|a|an|ado|ada)|publi(?:que|quen|ca|can|cado|cada)|se conozca|se sepa|haya|hay|exista|confirm(?:e|en|a|ado)|se revele|este publicad[oa]|salga(?:n)?|se fije',
  ],
  absent: ['ya no (?:haya|hay|exista|existe)|no haya|deje de existir'],
  becomes: [
    '(?:es|sea|sean|esta|este|esten|estan|pase a|pasa a|cambie a|cambia a|se convierta en|diga|indique|muestre|ponga|figure como|aparezca como|quede)(?: (?:ya|por fin|ahora|marcad[oa]|como|en))?',
  ],
  states: [
    'retrasad[oa]s?|demorad[oa]s?|cancelad[oa]s?|entregad[oa]s?|enviad[oa]s?|en (?:transito|camino|reparto|curso|proceso|tramite)|embarcando|embarque|aterrizad[oa]|despegad[oa]|a tiempo|aprobad[oa]s?|aceptad[oa]s?|denegad[oa]s?|rechazad[oa]s?|concedid[oa]s?|resuelt[oa]s?|completad[oa]s?|terminad[oa]s?|finalizad[oa]s?|abiert[oa]s?|cerrad[oa]s?|operativ[oa]s?|caid[oa]s?|en linea|activ[oa]s?|inactiv[oa]s?|list[oa]s?(?= |$)|confirmad[oa]s?|aplazad[oa]s?|suspendid[oa]s?|pagad[oa]s?|pendiente|rojo|verde|amarillo|naranja|cortad[oa]s?|expedid[oa]|publicad[oa]',
  ],
  bookable: [
    'inscripcion(?:es)?|reservas?|matricula(?:cion|s)?|registro|preventa|preventas|venta(?: de entradas)?|convocatoria|solicitudes|pedidos|lista de espera|cita previa|sorteo|plazo de inscripcion',
  ],
  opens: ['abr(?:a|an|e|en)|abiert[oa]s?|comien(?:ce|za|cen|zan)|empie(?:ce|za|cen|zan)|inici(?:e|a|en|an)|arranque'],
  weather: ['llueva|llueve|lluvias?|nieve|nieva|tormentas?|heladas?|granizo|niebla|temporal'],
  price: ['precios?|costes?|costos?|tarifas?|alquiler|renta|cuota|accion(?:es)?|cotizacion|peaje|billete de avion'],
  costs: ['cuest(?:e|a|en|an)|val(?:e|ga)|se venda (?:por|a)|costar|este a(?= \\d)|esta a(?= \\d)|salga por|costara'],
  temperature: ['temperaturas?|termometro'],
  version: ['version(?:es)?|release|firmware|actualizacion(?= (?:de|del|para))|parche|build'],
  date: [
    'fechas?(?: (?:de|limite|tope)(?: (?:la |el )?\\p{L}+)?)?|plazo|vencimiento|cita|citas|horario de salida|hora de (?:salida|llegada)|salida|llegada|entrega|estreno',
  ],
  status: ['estado|situacion|estatus|resultados?|fase|decision|dictamen|resolucion|nivel de alerta|semaforo'],
  rating: ['valoracion(?:es)?|puntuacion|calificacion|nota(?: media)?|estrellas(?= (?:de|del))'],
  rate: [
    'tipo de (?:cambio|interes)|tasa(?: de (?:cambio|interes|inflacion|desempleo|paro))?|euribor|inflacion|rendimiento|rentabilidad|interes',
  ],
  availability: ['disponibilidad|existencias|entradas|boletos|plazas'],
  entries: [
    'ofertas?(?: de (?:trabajo|empleo))?|empleos?|vacantes?|puestos?|anuncios?|articulos?|noticias?|eventos?|episodios?|pisos?|apartamentos?|viviendas?|casas?|productos?|lista|publicacion(?:es)?|entradas de blog|convocatorias?|cursos?|videos?|resenas?|capitulos?',
  ],
  count: ['cuant[oa]s|numero de|cantidad de|total de'],
  measures: [
    'aqi|ica|(?:indice de )?calidad del aire|pm ?2[.,]5|pm ?10|ozono|humedad|velocidad del viento|viento|rachas|precipitacion(?:es)?|lluvia acumulada|espesor de nieve|nivel (?:del?(?: (?:agua|rio|mar|embalse|\\p{L}+))?)?|indice uv|polen|tiempo de espera|espera|cola|retraso|demora|tiempo de viaje|tiempo de respuesta|descargas|seguidores|suscriptores|visitas|likes|votos|firmas|capitalizacion(?: bursatil)?|salario|sueldo|bote|saldo|ingresos|volumen|poblacion|puesto en|ranking|posicion|probabilidad(?: de lluvia)?|descuento|distancia|magnitud|oleaje|olas|marea|velocidad|peso|tamano|altura|profundidad|presion|radiacion|co2|ruido|bateria|ocupacion|aforo|puntos|dividendo|valor|importe|indice|caudal|prima de riesgo|recaudacion|visibilidad',
  ],
  page: [
    'pagina|sitio(?: web)?|web|contenido|texto|algo|articulo|documento|condiciones|menu|programa|calendario|horarios?|cartelera',
  ],
  of: ['de|del|para|en|a|al|sobre|entre'],
  numbers: {
    cero: '0',
    dos: '2',
    tres: '3',
    cuatro: '4',
    cinco: '5',
    seis: '6',
    siete: '7',
    ocho: '8',
    nueve: '9',
    diez: '10',
    once: '11',
    doce: '12',
    'una docena': '12',
    quince: '15',
    veinte: '20',
    treinta: '30',
    cuarenta: '40',
    cincuenta: '50',
    cien: '100',
    doscientos: '200',
    mil: '1000',
    'un millon': '1000000',
  },
};
