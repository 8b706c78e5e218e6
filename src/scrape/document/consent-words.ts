/** What banners that ask for consent to cookies write, whole or in part, by language. Folded to lower case. */
const WORDS = [
  'cookie|consent|gdpr|tracking|privacy',
  'datenschutz|einwilligung',
  'confidentialit|traceurs',
  'privacidad|privacidade|riservatezza|toestemming',
  '同意|クッキー|プライバシー',
];

/** How the answers on their buttons begin. */
const ANSWERS = [
  'accept|agree|allow|reject|decline|refuse|deny|got it|ok(?:ay)?\\b|only necessary|necessary only|essential',
  'manage|customi[sz]e|preferences|cookie settings',
  'akzeptieren|alle akzeptieren|zustimmen|ablehnen|alle ablehnen|nur notwendige|einstellungen',
  'tout (?:accepter|refuser)|accepter|refuser|continuer sans|param[eé]trer',
  'aceptar|rechazar|configurar|aceitar|recusar|rejeitar|accetta|rifiuta',
  'accepteren|akkoord|weigeren|alles (?:accepteren|weigeren)|同意|許可|拒否',
];

/** Of their elements, in id or class. */
const NAMES = [
  'cookie|consent|gdpr|onetrust|cybot|didomi|usercentrics|truste|cmp(?:box|-|_)',
  'privacy-?(?:banner|notice|prompt)',
];

/** The patterns by which both looks tell such banners: of their text, their buttons' labels, their names. */
export const CONSENT = {
  words: new RegExp(WORDS.join('|'), 'i'),
  answers: new RegExp(`^\\W*(?:i )?(?:${ANSWERS.join('|')})`, 'i'),
  names: new RegExp(NAMES.join('|'), 'i'),
};
