import { type Decoy, ends, starts, word } from './decoy-pattern';

export const TAX = 'it is a deposit, a fee or a tax, not the price';

/** What is paid besides the price: before it, on top of it, every month, or for something that goes with it. */
export const COSTS_BESIDE: Decoy[] = [
  {
    reason: 'it is paid first, towards the price',
    before: ends(
      'down ?payment|apport(?: personnel)?|anzahlung|mise initiale|enganche|anticipo|entrada (?:inicial|minima)|aanbetaling|acconto|kontantinsats|頭金',
    ),
    label: word('down payment|apport personnel|anzahlung|enganche|aanbetaling|acconto|kontantinsats|頭金'),
    asked: ['down payment', 'apport', 'anzahlung', 'enganche', 'anticipo', 'aanbetaling', 'acconto', '頭金'],
  },
  {
    reason: 'it is a delivery cost or a free-delivery threshold',
    before: ends(
      '(?:free|gratis|kostenlos|offerte?|gratuite?|kostenfrei|fri|darmow[ay]) (?:over|above|from|on|ab|uber|des|desde|da|sopra|vanaf|boven|fra|od|en compras desde|envio en [a-z ]{1,20}desde)|compras (?:desde|superiores a|acima de|mayores a)|fri frakt (?:over|fra)|despacho|retiro|frakt|leverans|fragt|dostawa|darmowa dostawa od|doprava|shipping|delivery|postage|p&p|shipping (?:cost|fee|from)|delivery (?:cost|fee|from)|free (?:standard )?(?:shipping|delivery)(?: on)?(?: all)?(?: orders?)?(?: over| above| from| on orders over)?|orders? (?:over|above|of|from)|purchases? (?:over|above)|spend|versand|versandkosten|lieferung|zzgl|porto|versandkostenfrei ab|gratis ?versand ab|kostenlose lieferung ab|ab einem bestellwert von|bestellwert(?: ab| von)?|livraison|livraison (?:gratuite|offerte)(?: des| a partir de)?|frais de port|envio|gastos de envio|envio gratis (?:desde|a partir de)|pedidos (?:superiores a|de mas de)|spedizione|spese di spedizione|spedizione gratuita (?:da|sopra|oltre)|ordini (?:superiori a|sopra)|frete|frete gratis (?:acima de|a partir de)|acima de|verzendkosten|gratis verzending (?:vanaf|boven)|bezorging|送料|送料無料',
    ),
    after: starts(
      'shipping|delivery|postage|p&p|versand|versandkosten|lieferung|livraison|frais de port|de envio|gastos de envio|spedizione|di spedizione|de frete|verzendkosten|bezorgkosten|shipping fee|for shipping|for delivery|以上(?:で)?送料|以上のご注文',
    ),
    label: word(
      'shipping|delivery|postage|versand|versandkosten|livraison|frais de port|envio|gastos de envio|spedizione|frete|verzendkosten|bezorgkosten|送料',
    ),
    names: /(^|[ _-])(shipping|delivery|postage|versand|freight|livraison|envio|spedizione)([ _-]|$)/,
    asked: [
      'shipping',
      'delivery',
      'postage',
      'versand',
      'versandkosten',
      'livraison',
      'envio',
      'spedizione',
      'frete',
      'verzendkosten',
      '送料',
    ],
  },
  {
    reason: TAX,
    before: ends(
      'deposit|refundable deposit|security deposit|kaution|pfand|zzgl\\.? pfand|caution|depot de garantie|fianza|caucao|cauzione|borg|statiegeld|booking fee|service fee|handling fee|admin fee|fees?|vat|tax|sales tax|mwst|davon mwst|tva|dont|iva|btw|eco-?participation(?: de)?|eco-?tax|敷金|礼金|消費税|うち消費税|手数料',
    ),
    after: starts(
      "deposit|kaution|pfand|caution|fianza|booking fee|service fee|fee|vat|tax|mwst|tva|statiegeld|eco-?participation|d'?eco-?participation",
    ),
    label: word(
      'deposit|kaution|pfand|caution|depot de garantie|fianza|caucao|cauzione|borg|waarborgsom|booking fee|service fee|fees?|vat|tax|mwst|tva|iva|btw|nebenkosten|charges|敷金|礼金|消費税|手数料|管理費',
    ),
    names: /(^|[ _-])(deposit|tax|vat|fees?|pfand|ecotax)([ _-]|$)/,
    asked: [
      'deposit',
      'kaution',
      'caution',
      'fianza',
      'cauzione',
      'fee',
      'tax',
      'vat',
      'pfand',
      'charges',
      'nebenkosten',
      '敷金',
      '礼金',
    ],
  },
  {
    reason: 'it is a minimum order or another threshold',
    before: ends(
      "minimum order(?: value)?|min\\.? order|minimum spend|mindestbestellwert|commande minimum|minimum d'?achat|pedido minimo|ordine minimo|minimale bestelling|minimum|最低注文",
    ),
    after: starts('minimum|mindestbestellwert|minimum order|or more|以上'),
    label: word('minimum order|mindestbestellwert|pedido minimo|ordine minimo|commande minimum'),
    asked: ['minimum order', 'mindestbestellwert', 'minimum'],
  },
  {
    reason: 'it is a running cost beside the price',
    before: ends(
      '(?:gastos de )?comunidad|community fees?|service charges?|ground rent|council tax|hoa(?: fees?| dues)?|condo fees?|maintenance fees?|strata(?: fees?)?|charges(?: de copropriete| mensuelles)?|taxe fonciere|spese condominiali|hausgeld|wohngeld|vve(?:[- ]bijdrage)?|servicekosten|condominio|iptu|ibi|imu|imi|管理費|修繕積立金|共益費|property tax(?:es)?',
    ),
    label: word(
      'gastos de comunidad|community fees?|service charges?|ground rent|council tax|hoa(?: fees?| dues)?|condo fees?|charges de copropriete|taxe fonciere|spese condominiali|hausgeld|servicekosten|condominio|iptu|管理費|修繕積立金|共益費|property tax(?:es)?',
    ),
    asked: [
      'comunidad',
      'service charge',
      'ground rent',
      'council tax',
      'hoa',
      'condo fee',
      'charges',
      'taxe fonciere',
      'hausgeld',
      'servicekosten',
      'condominio',
      'iptu',
      'property tax',
      '管理費',
      '修繕積立金',
      '共益費',
    ],
  },
  {
    reason: 'it is the price of an add-on (warranty, accessory, extra)',
    before: ends(
      'add|add(?: [a-z]+){1,5} for|(?:extra|additional|zusatzliche[rsn]?|weitere[rsn]?) (?:member|user|seat|person|guest|bed|adult|child|nutzer|personen?|gast)s?(?: for)?|extrasang|zustellbett|lit supplementaire|cama (?:extra|supletoria|adicional)|letto aggiunt(?:o|ivo)|bijzetbed|bag(?:gage)?|checked bag|luggage|gepack|aufgabegepack|bagages?|equipaje|bagaglio(?: in stiva)?|bagagem|bagage|warranty|protection plan|protection|insurance|care\\+?|applecare\\+?|garantie(?:verlangerung)?|versicherung|assurance|extension de garantie|garantia|garanzia|gift wrap(?:ping)?|geschenkverpackung|assembly|installation|montage|add-?on|case|cover|bundle|with case|cable|延長保証|保証',
    ),
    label: word(
      'warranty|protection plan|insurance|garantieverlangerung|versicherung|assurance|extension de garantie|gift wrap|assembly|installation|延長保証',
    ),
    names: /(^|[ _-])(warranty|protection|insurance|add-?ons?|upsell|addons?|extras?)([ _-]|$)/,
    asked: ['warranty', 'insurance', 'protection', 'case', 'cover', 'garantie', 'bundle', 'add on', 'cable'],
  },
];
