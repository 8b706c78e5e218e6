/** How a question back is put in one language, and how the chosen answer becomes a prompt. */
export interface QuestionWords {
  question: string;
  /** For a prompt that joins two conditions. */
  oneOfTwo: string;
  any: string;
  falls: string;
  rises: string;
  available: string;
  unavailable: string;
  added: string;
  removed: string;
  /** "price of the Leica Q3" from label and item. */
  subject: (label: string, item: string | null) => string;
  /** "Tell me when" subject and wording. */
  request: (subject: string, wording: string) => string;
}

const joined = (of: string) => (label: string, item: string | null) => (item ? `${label} ${of} ${item}` : label);

export const QUESTIONS: Record<string, QuestionWords> = {
  en: {
    question: 'When should we tell you?',
    oneOfTwo: 'A monitor watches for one thing. Which one?',
    any: 'changes',
    falls: 'goes down',
    rises: 'goes up',
    available: 'is available',
    unavailable: 'is sold out',
    added: 'gets a new entry',
    removed: 'loses an entry: removed from the list',
    subject: joined('of'),
    request: (subject, wording) => `Tell me when the ${subject} ${wording}`,
  },
  de: {
    question: 'Wann sollen wir dir Bescheid geben?',
    oneOfTwo: 'Ein Monitor wartet auf eine Sache. Auf welche?',
    any: 'sich ändert',
    falls: 'sinkt',
    rises: 'steigt',
    available: 'verfügbar ist',
    unavailable: 'ausverkauft ist',
    added: 'neue Einträge hat: ein neuer Eintrag ist hinzugefügt',
    removed: 'Einträge verliert: einer wird aus der Liste entfernt',
    subject: joined('von'),
    request: (subject, wording) => `Sag mir, wenn ${subject} ${wording}`,
  },
  fr: {
    question: 'Quand faut-il vous prévenir ?',
    oneOfTwo: 'Un moniteur attend une seule chose. Laquelle ?',
    any: 'change',
    falls: 'baisse',
    rises: 'augmente',
    available: 'est disponible',
    unavailable: 'est épuisé',
    added: 'a une nouvelle entrée',
    removed: 'perd une entrée : supprimée de la liste',
    subject: joined('de'),
    request: (subject, wording) => `Préviens-moi quand ${subject} ${wording}`,
  },
  es: {
    question: '¿Cuándo debemos avisarte?',
    oneOfTwo: 'Un monitor espera una sola cosa. ¿Cuál?',
    any: 'cambie',
    falls: 'baje',
    rises: 'suba',
    available: 'esté disponible',
    unavailable: 'esté agotado',
    added: 'tenga una nueva entrada',
    removed: 'pierda una entrada: eliminada de la lista',
    subject: joined('de'),
    request: (subject, wording) => `Avísame cuando ${subject} ${wording}`,
  },
  pt: {
    question: 'Quando devemos avisar?',
    oneOfTwo: 'Um monitor espera por uma só coisa. Qual?',
    any: 'mudar',
    falls: 'cair',
    rises: 'subir',
    available: 'estiver disponível',
    unavailable: 'estiver esgotado',
    added: 'tiver uma nova entrada',
    removed: 'perder uma entrada: removida da lista',
    subject: joined('de'),
    request: (subject, wording) => `Me avise quando ${subject} ${wording}`,
  },
  it: {
    question: 'Quando dobbiamo avvisarti?',
    oneOfTwo: 'Un monitor aspetta una cosa sola. Quale?',
    any: 'cambia',
    falls: 'scende',
    rises: 'sale',
    available: 'è disponibile',
    unavailable: 'è esaurito',
    added: 'ha una nuova voce',
    removed: 'perde una voce: eliminata dalla lista',
    subject: joined('di'),
    request: (subject, wording) => `Avvisami quando ${subject} ${wording}`,
  },
  nl: {
    question: 'Wanneer moeten we het laten weten?',
    oneOfTwo: 'Een monitor wacht op één ding. Op welk?',
    any: 'verandert',
    falls: 'daalt',
    rises: 'stijgt',
    available: 'beschikbaar is',
    unavailable: 'uitverkocht is',
    added: 'een nieuwe vermelding heeft',
    removed: 'een vermelding verliest: verwijderd van de lijst',
    subject: joined('van'),
    request: (subject, wording) => `Laat me weten als ${subject} ${wording}`,
  },
  ja: {
    question: 'いつお知らせしますか？',
    oneOfTwo: 'モニターは一つの条件を待ちます。どちらですか？',
    any: '変わったら',
    falls: '下がったら',
    rises: '上がったら',
    available: '在庫ありになったら',
    unavailable: '売り切れたら',
    added: '新しい項目が追加されたら',
    removed: '項目が削除されたら',
    subject: (label, item) => (item ? `${item}の${label}` : label),
    request: (subject, wording) => `${subject}が${wording}教えてください`,
  },
};
