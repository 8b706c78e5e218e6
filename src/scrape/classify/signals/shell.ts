import { phrase } from './signal';

/** Only what a shell shows while its scripts are at work. */
export const WAITING = phrase(
  '^(?:',
  [
    'please wait',
    'loading',
    'wird geladen',
    'lädt',
    'laden',
    'chargement(?: en cours)?',
    'cargando',
    'carregando',
    'caricamento',
    '読み込み中',
    'initiali[sz]ing',
  ],
  /[\s.…]*/,
  '){1,20}$',
);

/** What a page says whose scripts may not run. */
export const NEEDS_SCRIPTS = phrase([
  '(?:enable|activate|requires?|needs?|turn on|without) (?:the use of )?javascript',
  phrase('javascript (?:is|must be|has been|to be) ', [
    'required',
    'disabled',
    'enabled',
    'not enabled',
    'not available',
    'unavailable',
    'turned off',
    'switched off',
  ]),
  'javascript (?:aktivieren|erforderlich|deaktiviert|activé|habilitado)',
  '(?:activer|habilitar?|activar?|ative|abilita(?:re)?) (?:le )?javascript',
  'javascriptを有効',
]);
