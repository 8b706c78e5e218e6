import { anyOf, phrase, whole } from './signal';

/** What a page is called whose only use is to sign in. */
export const LOGIN_NAME = whole(
  /(?:please )?(?:log|sign)[ -]?(?:in|on)(?: or (?:sign up|register|create an account))?(?: (?:to|with) .{1,60})?/,
  /(?:customer|member|user|account|admin|secure|client|partner)s? (?:log|sign)[ -]?in/,
  /welcome back/,
  /(?:log|sign)[ -]?in (?:required|page|form)/,
  /authentication required/,
  /authori[sz]ation required/,
  /login/,
  /(?:bitte )?(?:anmelden|anmeldung|einloggen|melden sie sich an|melde dich an)(?: (?:bei|zu|mit) .{1,60})?/,
  /(?:se connecter|connexion|identifiez[- ]vous|connectez[- ]vous|s['’]identifier)(?: (?:à|a|avec) .{1,60})?/,
  /(?:iniciar sesión|inicia sesión|inicio de sesión|acceder|identifícate)(?: (?:en|a|con) .{1,60})?/,
  /(?:entrar|iniciar sessão|fazer login|faça (?:seu )?login|acesse sua conta)(?: (?:em|no|na) .{1,60})?/,
  /(?:accedi|accesso|effettua (?:il login|l['’]accesso))(?: (?:a|al|con) .{1,60})?/,
  /(?:inloggen|aanmelden|log in)(?: (?:op|bij) .{1,60})?/,
  /ログイン|サインイン/,
);

/** Tells the visitor to sign in before anything is shown. */
export const LOGIN_DEMAND = anyOf(
  /(?:please |you (?:must|need to|have to) (?:be )?)(?:log|sign|logged|signed)[ -]?in (?:to|in order to|before|first)/,
  /(?:log|sign) in to (?:continue|view this|see this|access this|read this)/,
  /you (?:must|need to) be (?:logged|signed)[ -]in/,
  phrase('(?:this|the) ', ['page', 'content', 'site', 'area'], ' (?:is|requires) ', [
    'only (?:available|visible) (?:to|for) (?:members|registered users)',
    '(?:a )?(?:log|sign)[ -]?in',
    'authentication',
  ]),
  /(?:bitte )?(?:melden sie sich|melde dich|loggen sie sich|logge dich) (?:bitte )?(?:an|ein),? um/,
  /sie müssen (?:sich )?(?:angemeldet|eingeloggt|anmelden)/,
  /(?:connectez|identifiez)[- ]vous pour (?:continuer|voir|accéder|consulter)/,
  /vous devez (?:être connecté|vous connecter|vous identifier)/,
  /(?:inicia|inicie) sesión para (?:continuar|ver|acceder)/,
  /debes? (?:iniciar sesión|estar identificado)/,
  /(?:faça login|entre|inicie sessão) para (?:continuar|ver|acessar|aceder)/,
  /(?:accedi|effettua (?:il login|l['’]accesso)) per (?:continuare|vedere|visualizzare)/,
  /(?:log in|meld je aan) om (?:door te gaan|verder te gaan|te bekijken)/,
  /(?:ログイン|サインイン)(?:が必要です|してください)/,
);

/** Addresses of sign-in pages. */
export const LOGIN_PATH = new RegExp(
  phrase(
    /\//,
    [
      'log-?in',
      'sign-?in',
      'sign_in',
      'log_in',
      'auth',
      'sso',
      'authenticate',
      /account\/login/,
      /users\/sign_in/,
      /session\/new/,
      'anmelden',
      'connexion',
      'oauth2?',
      'saml2?',
      /wp-login\.php/,
      'authwall',
      'checkpoint',
    ],
    '(?:[/?.#]|$)',
  ).source,
  'i',
);
export const LOGIN_HOST = /^(?:accounts?|login|signin|auth|sso|id|idp|passport)\./i;
