import type { Lexicon } from './lexicon';

export const portuguese: Lexicon = {
  language: 'pt',
  spaced: true,
  functionWords:
    'o a os as um uma do da dos das no na nos nas em e ou é sao são quando se me avise avisa avisem diga quero saber por favor preco preço menos mais que abaixo acima cair caia cai subir suba baixar baixe mudar mude muda houver ha há novo nova novas novos disponivel disponível esgotado estoque stock ao para com sem nao não ja já voltar volte notifique custar custe custa graus entre antes depois pagina página estiver estado pode poderia assim for ficar fique você voce gostaria alguma algum vagas tiver sair quanto pra ingressos atingir chegar ultrapassar passar queria',
  request: [
    '(?:por favor|porfavor|pfv|obrigad[oa]|ola|oi|bom dia|so)',
    '(?:pode|podes|poderia|podia|podias|consegue)(?: por favor)?',
    '(?:avis|inform|notific|notifiqu|alert|lembr|diz|dig|fal|cont)(?:e|a|em|ar|am|er|ue)?(?:-me|-nos| me| nos| pra mim|-nos)(?: por (?:e-?mail|email))?(?: de)?',
    '(?:me|nos) (?:avis(?:e|a|em|ar|as)|notifi(?:que|quem|ca|car)|inform(?:e|a|em|ar)|alert(?:e|a|em|ar)|dig(?:a|am)|diz(?:er)?|fal(?:e|a)|cont(?:e|a)|lembr(?:e|a)|mand(?:e|a) (?:um|uma) (?:e-?mail|mensagem|alerta|aviso|notificacao)|envi(?:e|a) (?:um|uma) (?:e-?mail|mensagem|alerta|aviso|notificacao)|da um (?:toque|alo|aviso)|mantenha informado)(?: por e-?mail)?',
    '(?:mand|envi)(?:e|a|em|ar)(?:-me)? (?:um|uma) (?:e-?mail|mensagem|alerta|aviso|notificacao)',
    '(?:avis(?:e|a|em|ar|as)|notifique|notificar|alerte|alertar|informar)(?= (?:quando|se|assim|caso|logo))',
    '(?:eu )?(?:quero|queria|gostaria de|gostava de|preciso|desejo|espero)(?: (?:saber|ser (?:avisad[oa]|notificad[oa]|informad[oa]|alertad[oa])|que me avise[ms]?|receber (?:um|uma) (?:aviso|alerta|notificacao|e-?mail|mensagem)|de saber))?',
    'da(?:-me)? um (?:toque|alo|aviso)',
    '(?:fique|fica|ficar|mantenha|mantem) (?:de olho (?:em|no|na|nos|nas)|me informad[oa])',
    '(?:monitor|vigi|acompanh|verifi|observ|rastre)(?:e|a|ar|ie|que|ize|iza)(?: se| quando)?',
    '(?:aviso|alerta|notificacao)(?= (?:quando|se|de|por|assim))',
    '(?:de|por|sobre)(?= (?:qualquer|cada|todo|algum|nov))',
  ],
  when: [
    'quando',
    'se',
    'assim que',
    'logo que',
    'no momento em que',
    'caso',
    'sempre que',
    'toda vez que',
    'cada vez que',
    'tao logo',
    'no dia em que',
    'mal',
    'na hora em que',
    'na hora que',
    'que',
    'uma vez que',
  ],
  trim: [
    'de novo|outra vez|cada|qualquer',
    'o|a|os|as|um|uma|uns|umas|de|do|da|dos|das|em|no|na|nos|nas|por|pelo|pela|para|pra|pro|com|sobre|desde|ao|aos|a|e|ou|mas|sao|esta|estao|estiver|estiverem|esteja|estejam|for|forem|seja|sejam|ser|estar|era|foi|ha|houver|haja|tem|tiver|tenha|se|lhe|me|mim|meu|minha|meus|minhas|seu|sua|seus|suas|nosso|nossa|eu|ele|ela|eles|elas|isso|isto|esse|essa|este|esta|aquele|aqui|ali|la|ja|outra vez|de novo|novamente|ainda|agora|hoje|atual|atualmente|finalmente|tambem|so|somente|apenas|que|qual|quanto|quantos|quantas|como|quem|nao|nem|mais|muito|algo|algum|alguma|alguns|algumas|qualquer|tudo|todo|toda|todos|todas|online|resta|restam|restarem|pode|puder|vai|vou|ficar|fica|fique|ficarem|volta|voltar|voltarem|volte|valor|numero|favor|cada|ate|entre|chegar|passar|voce|alguem|sair|seguinte|passou|virar|deixar|deixe',
  ],
  filler: [
    'o|a|os|as|um|uma|de|do|da|dos|das|uns|cerca|aproximadamente|so|apenas|barreira|preco|valor|nivel|marca|a marca d[eo]s?|casa dos|ao|aos|em',
  ],
  lt: [
    'abaixo|menos|menor(?:es)?(?: do)?(?: que)?|inferior(?:es)?|mais (?:barat[oa]|baix[oa]|fri[oa]|curt[oa])s? (?:do )?que|<|debaixo|sob|aquem|nao chegar a|(?:baixar|baixe|cair|caia|descer|desca)(?:em)? (?:de|dos|das)',
  ],
  lte: [
    'no maximo|ate|maximo|max\\.?|nao mais|menor ou igual(?: a| que)?|<=|≤|nao ultrapass(?:e|ar)|nao passar|nao exced(?:a|er)|(?:cair|caia|baixar|baixe|descer|desca|reduzid[oa])(?:em)? (?:para|a|ate)|por (?:so|apenas)',
  ],
  gt: [
    'acima|mais|maior(?:es)?(?: do)?(?: que)?|superior(?:es)?|ultrapass(?:ar|e|a|ou|em|arem)|exced(?:er|a|e|am)|super(?:ar|e|a|em|arem)|passar d[eoa]s?|mais (?:alt[oa]|car[oa]|quente|long[oa])s? (?:do )?que|>|romper|alem|melhor (?:do )?que',
  ],
  gte: [
    'pelo menos|no minimo|minimo|ating(?:ir|e|ir[ae]m|a|em)|cheg(?:ar|ue|a|uem|arem) (?:a|aos?|ate|em)|alcanc(?:ar|e|a|em)|maior ou igual(?: a| que)?|>=|≥|a partir|nao menos|ao menos|desde|(?:subir|suba|aumentar)(?:em)? (?:para|a|ate)|bater',
  ],
  eq: ['for|e|sao|seja|estiver|igual(?: a)?|exatamente|custar|custe|custa|custam|valer|=|==|for de|forem'],
  ltAfter: [],
  lteAfter: ['ou (?:menos|inferior|abaixo|menor|mais barato)|no maximo|maximo|e menos'],
  gtAfter: [],
  gteAfter: ['ou (?:mais|superior|maior|acima|posterior|melhor)|no minimo|pelo menos|minimo|\\+|para cima|e mais'],
  between: ['entre|na faixa(?: de)?|no intervalo(?: de)?|dentro da faixa(?: de)?|de'],
  outside: ['fora d[aoe](?: faixa| intervalo)?(?: de)?|fora|nao estiver(?:em)? entre|sair da faixa(?: de)?'],
  and: ['e|a|ate|-|–|—'],
  or: ['ou'],
  before: [
    'antes(?: d[eo])?(?: dia)?|anterior(?:es)? ao?|ate(?: o)?(?: dia)?|previo a|no maximo(?: em| ate)?|o mais tardar',
  ],
  after: [
    'depois(?: d[eo])?(?: dia)?|apos(?: o)?(?: dia)?|posterior(?:es)? ao?|a partir d[eo]|desde|mais tarde (?:do )?que|nao antes d[eo]',
  ],
  beforePost: [],
  afterPost: ['ou (?:mais tarde|depois|posterior)'],
  fall: [
    'ca(?:ir|ia|i|irem|iu|em|iam|indo)|baix(?:ar|e|a|ou|arem|em)|diminu(?:ir|a|i|irem|iu|am|icao)|reduz(?:ir|a|iu|irem)|reduzid[oa]s?|redu(?:cao)|desc(?:er|e|erem|eu)|desca|recu(?:ar|e|a|ou)|despenc(?:ar|e)|perd(?:er|e)|queda|encolh(?:er|a)',
  ],
  rise: [
    'sub(?:ir|a|e|iu|irem|am|ida)|sobe|aument(?:ar|e|a|ou|o|arem|em)|cresc(?:er|e|eu)|elev(?:ar|e|a|ou)|dispar(?:ar|e|a|ou)|valoriz(?:ar|e)|ganh(?:ar|e)|avanc(?:ar|e) (?:mais|pelo)|alta(?= de)',
  ],
  change: [
    'mud(?:ar|e|a|ou|em|arem|anca|ancas)|alter(?:ar|e|a|ou|ad[oa]s?|em|arem|acao|acoes)|atualiz(?:ar|e|a|ou|ad[oa]s?|acao|acoes|ada|em)|modific(?:ar|a|ad[oa]s?|acao|acoes)|modifique|vari(?:ar|e|a|ou|acao|acoes|em)|adiad[oa]s?|adi(?:ar|e|arem)|prorrogad[oa]s?|prorrog(?:ar|ue)|estendid[oa]|antecipad[oa]s?|remarcad[oa]s?|reagendad[oa]s?|transferid[oa]|edit(?:ad[oa]|ar)|oscil(?:ar|e)|difer(?:ir|ente)|novidades?|mexer',
  ],
  cheaper: [
    'mais barat[oa]s?(?! (?:do )?que)|(?:queda|reducao|baixa|descida) (?:de|do|no) preco|baix(?:ar|e|a|ou|arem) (?:de|o) preco|em (?:promocao|oferta|saldo|saldos|liquidacao|desconto)|com desconto|promocao|desconto|custar menos(?! (?:de|do))|preco (?:melhor|menor|mais baixo)|barate(?:ar|ie|ou)|entrar em promocao',
  ],
  dearer: [
    'mais car[oa]s?(?! (?:do )?que)|(?:aumento|subida|alta) (?:de|do|no) preco|custar mais(?! (?:de|do))|encarec(?:er|a)|subir de preco',
  ],
  by: [],
  byWeak: ['em|de|por|uns|cerca de'],
  size: ['mais de|pelo menos|no minimo|ao menos|mais do que|mais que|minimo|um minimo de'],
  negation: ['nao(?: \\p{L}+)? mais|ja nao|nao|deixar(?:em)? de|deixe de|deixa de|nunca|nem|diferente de|parar de|sem'],
  negationPost: [],
  newEntry: [
    '(?:um|uma|algum|alguma|qualquer|outro|outra|cada|algo|uns|umas|alguns|algumas) (?:nov[oa]s?)',
    '(?:^|houver |ha |haja |surgir(?:em)? |tiver |de |por |sobre |aparecer(?:em)? |sair(?:em)? )(?:algum |alguma )?nov[oa]s?(?= )',
    'nov[oa]s(?= )',
    '(?:mais|outro|outra|algum|alguma|qualquer)(?: um| uma)?(?= (?:vaga|oferta|emprego|anuncio|artigo|apartamento|imovel|episodio|evento|publicacao|noticia|curso|video)s?)',
    'algo novo|novidades(?= n[ao] (?:lista|secao))',
    '(?:uma?|uns|umas) (?:ofertas?|vagas?|anuncios?|artigos?|empregos?|episodios?|imoveis|imovel|eventos?|noticias?)(?= .{0,50}(?:public|adicion|post|apare|surg))',
  ],
  notNewEntry: ['(?:o|a|os|as|do|da|dos|das|no|na|meu|minha|este|esta|ao) nov[oa]s?', 'de novo'],
  definite: ['o|a|os|as|do|da|no|na|meu|minha|este|esta|nosso|nossa'],
  added: [
    'public(?:ad[oa]s?|ar|arem)|publique|adicionad[oa]s?|adicionar(?:em)?|postad[oa]s?|incluid[oa]s?|apare(?:cer|ca|cerem|ce)|surg(?:ir|a|irem|e)|listad[oa]s?|sair(?:em)?|anunciad[oa]s? n[ao]|divulgad[oa]s?|entrar(?:em)? na lista|for ao ar',
  ],
  removed: [
    'removid[oa]s?|retirad[oa]s?|desaparec(?:er|a|erem|e|eu)|sumi(?:r|u|rem)|apagad[oa]s?|excluid[oa]s?|eliminad[oa]s?|nao (?:aparecer|constar|estiver) mais|ja nao (?:aparecer|constar|estiver (?:na|nesta) (?:lista|pagina))|deixar de aparecer|sair(?:em)? da (?:lista|pagina)|tirad[oa]s?',
  ],
  mention: [
    'mencion(?:ar|e|a|em|arem|ando)|cont(?:iver|em|enha|endo)|diss?er|diz(?:er)?|dizendo|inclu(?:ir|a|i|indo)|mostr(?:ar|e|a|ando)|indi(?:car|que|ca)|exib(?:ir|e|a|indo)|apresentar|fal(?:ar|e|a)(?= (?:de|em|sobre))|cit(?:ar|e|a)|trouxer|constar|informar',
  ],
  mentioned: [
    '(?:a |o |as |os |um |uma )?(?:palavras?|texto|frase|termo|expressao|nome|mensagem)|que|o|a|os|as|algo (?:sobre|de)|de|sobre|em',
  ],
  filter: [
    'com|que (?:mencione[m]?|contenha[m]?|inclua[m]?|fale[m]? (?:de|sobre))|sobre|acerca de|chamad[oa]s?|intitulad[oa]s?|mencionando|contendo|cujo titulo (?:contenha|inclua)|relacionad[oa]s? (?:a|com)',
  ],
  filterEnd: ['n[oa] (?:seu )?(?:titulo|nome|texto|assunto|descricao)'],
  inStock: [
    '(?:de novo |novamente )?(?:disponive(?:l|is)|em estoque|em stock|a venda)|disponibilidade|(?:houver|tiver|ha|tem|haja|sobrar(?:em)?|surgir(?:em)?|aparecer(?:em)?|restar(?:em)?|abrir(?:em)?) (?:algum |alguma |mais |uma |um )?(?:estoque|stock|vagas?|ingressos?|bilhetes?|lugares?|lugar|quartos?|assentos?|unidades?|mesas?|horarios?|marcacoes|exemplares|consultas?)|repost[oa]s?|reposicao|repuserem|(?:der|puder|possa|pude?rmos|seja possivel|for possivel|posso)(?: pra| para)? (?:comprar|reservar|encomendar|agendar|marcar|pegar|adquirir|pedir|requisitar)|volt(?:ar|e|arem|a|ou) (?:a ter|a haver|ao estoque|ao stock|a venda|as lojas)|livres?|vag(?:ar|ue|o|a)(?= *$)|liberad[oa]s?|em loja|chegar (?:a|as) lojas?|a venda|devolvid[oa]|repor',
  ],
  outOfStock: [
    'esgotad[oa]s?|esgot(?:ar|e|arem|ou)|sem (?:estoque|stock|vagas|ingressos)|fora de (?:estoque|stock)|nao (?:estiver |esta |esteja )?(?:mais )?disponive(?:l|is)|indisponive(?:l|is)|lotad[oa]s?|lot(?:ar|e|ou)|chei[oa]s?|vendid[oa]s?|acab(?:ar|arem|ou)(?: (?:o estoque|os ingressos))?|nao (?:houver|restar(?:em)?|tiver|sobrar(?:em)?) mais|emprestad[oa]|requisitad[oa]|descontinuad[oa]',
  ],
  released: [
    'lancad[oa]s?|lanc(?:ar|arem|amento)|sair(?:em)?|estre(?:ar|ia|ie)|chegar as? lojas?|for lancad[oa]|sai(?= *$)|saiu',
  ],
  exists: [
    'apare(?:cer|ca|cerem|ce)|anunciad[oa]s?|anunci(?:ar|arem|em|e)|public(?:ad[oa]s?|arem)|divulgad[oa]s?|divulg(?:ar|arem)|houver|ha|existir(?:em)?|confirmad[oa]s?|confirm(?:ar|arem)|conhecid[oa]s?|revelad[oa]s?|surgir(?:em)?|definid[oa]s?|tiver|sair(?:em)?|for marcad[oa]',
  ],
  absent: ['nao (?:houver|existir) mais|deixar de (?:haver|existir)'],
  becomes: [
    '(?:for|e|esta|sao|estiver|estiverem|ficar|ficarem|passar (?:a|para)|mudar para|mudou para|virar|disser|indicar|mostrar|constar como|aparecer como|tornar-se|se tornar|muda para|passar a ser)(?: (?:finalmente|marcad[oa]|como|agora))?',
  ],
  states: [
    'atrasad[oa]s?|cancelad[oa]s?|entregue(?:s)?|enviad[oa]s?|em (?:transito|andamento|processamento|analise|rota)|saiu para entrega|embarcando|embarque|pousou|pousad[oa]|decolou|no horario|aprovad[oa]s?|aceit[oae]s?|deferid[oa]s?|indeferid[oa]s?|negad[oa]s?|rejeitad[oa]s?|recusad[oa]s?|conclui?d[oa]s?|terminad[oa]s?|finalizad[oa]s?|abert[oa]s?|fechad[oa]s?|operacional|fora do ar|no ar|ativ[oa]s?|inativ[oa]s?|pront[oa]s?|confirmad[oa]s?|adiad[oa]s?|suspens[oa]s?|pag[oa]s?|pendente|resolvid[oa]s?|vermelho|verde|amarelo|laranja|interditad[oa]|expedid[oa]|liberad[oa]',
  ],
  bookable: [
    'inscric(?:ao|oes)|reservas?|matriculas?|vendas?(?: de ingressos)?|pre-venda|prevenda|candidaturas?|pedidos|registros?|lista de espera|agendamentos?|marcac(?:ao|oes)|encomendas|bilheteira|concurso',
  ],
  opens: [
    'abr(?:ir|a|am|irem|e|iu|em)|abert[oa]s?|comec(?:ar|e|a|arem|ou|em)|inici(?:ar|e|a|arem|em)|arranc(?:ar|arem)',
  ],
  weather: ['chover|chove|chuva|nevar|neve|tempestades?|trovoadas?|geada|granizo|nevoeiro|temporal'],
  price: ['precos?|custos?|tarifas?|aluguel|renda|propina|mensalidade|cotacao|acao|acoes|passagem(?: aerea)?|portagem'],
  costs: ['cust(?:ar|e|a|am|arem|em)|val(?:er|e|ha)|for vendid[oa] (?:por|a)|sair por|estiver a(?= \\d)|estiver por'],
  temperature: ['temperaturas?|termometro'],
  version: ['vers(?:ao|oes)|release|firmware|atualizacao(?= (?:de|do|da|para))|build'],
  date: [
    'datas?(?: (?:de|limite|do|da)(?: \\p{L}+)?)?|prazo|vencimento|consulta|horario de partida|partida|chegada|entrega|estreia|hora de (?:partida|chegada)',
  ],
  status: ['status|estado|situacao|resultados?|fase|decisao|andamento|nivel de alerta|bandeira'],
  rating: ['avaliac(?:ao|oes)|classificacao(?= (?:media|de))|nota(?: media)?|pontuacao|estrelas(?= (?:de|do|da))'],
  rate: [
    'taxa(?: (?:de (?:cambio|juros|inflacao|desemprego|ocupacao)|selic))?|cambio|selic|euribor|inflacao|rendimento|juros',
  ],
  availability: ['disponibilidade|estoque|ingressos|bilhetes|vagas'],
  entries: [
    'vagas?(?: de emprego)?|empregos?|ofertas?|anuncios?|artigos?|noticias?|eventos?|episodios?|apartamentos?|imovel|imoveis|casas?|produtos?|lista|publicac(?:ao|oes)|posts?|cursos?|videos?|editais|edital|capitulos?',
  ],
  count: ['quant[oa]s|numero de|quantidade de|total de'],
  measures: [
    'aqi|(?:indice de )?qualidade do ar|pm ?2[.,]5|pm ?10|ozono|ozonio|umidade|humidade|velocidade do vento|vento|rajadas|precipitacao|nivel (?:d[oae](?: (?:agua|rio|mar|\\p{L}+))?)?|indice uv|polen|tempo de espera|espera|fila|atraso|tempo de viagem|tempo de resposta|downloads|seguidores|inscritos|visualizacoes|curtidas|votos|assinaturas|valor de mercado|salario|premio|saldo|receita|volume|populacao|ranking|posicao|probabilidade(?: de chuva)?|desconto|distancia|magnitude|ondas|mare|velocidade|peso|tamanho|altura|profundidade|pressao|radiacao|co2|ruido|bateria|ocupacao|lotacao|pontos|dividendo|valor|indice|vazao|visibilidade',
  ],
  page: [
    'pagina|site|sitio|conteudo|texto|algo|artigo|documento|termos|menu|cardapio|programa|programacao|calendario|horarios?|ementa',
  ],
  of: ['de|do|da|dos|das|para|em|no|na|nos|nas|sobre|entre'],
  numbers: {
    zero: '0',
    dois: '2',
    duas: '2',
    tres: '3',
    quatro: '4',
    cinco: '5',
    seis: '6',
    sete: '7',
    oito: '8',
    nove: '9',
    dez: '10',
    onze: '11',
    doze: '12',
    'uma duzia': '12',
    quinze: '15',
    vinte: '20',
    trinta: '30',
    quarenta: '40',
    cinquenta: '50',
    cem: '100',
    duzentos: '200',
    mil: '1000',
    'um milhao': '1000000',
  },
};
