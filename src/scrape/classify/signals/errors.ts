import { anyOf, maybe, phrase, whole } from './phrases';
import type { Signal } from './signal';

/** Errors that sites show of their own, often with status 200. */
export const ERROR_SIGNALS: Signal[] = [
  {
    id: 'error-title',
    reason: 'site_error',
    where: 'title',
    points: 3,
    pattern: whole(
      /(error |http )?(500|502|503|504|520|521|522|523|524|525|526)/,
      phrase(/(?:(?:error )?50\d[ :-]*)/, [
        'internal server error',
        'bad gateway',
        'service (?:temporarily )?unavailable',
        'gateway time-?out',
        'server error',
        'error',
      ]),
      /internal server error/,
      /bad gateway/,
      /service (temporarily )?unavailable/,
      /gateway time-?out/,
      /server error/,
      /application error/,
      /database error/,
      /error establishing a database connection/,
      /5[02]\d: .{3,40}/,
      /(50\d )?backend fetch failed/,
      /web server is down/,
      /connection timed out/,
      /((we're )?sorry|oops|whoops)[!,.]* (but )?something went wrong( \(500\)| on our end)?/,
    ),
  },
  {
    id: 'error-heading',
    reason: 'site_error',
    where: 'heading',
    points: 3,
    pattern: whole(
      phrase(
        '(?:error )?',
        ['500', '502', '503', '504'],
        maybe(
          phrase('[ :-]+', [
            'internal server error',
            'bad gateway',
            'service (?:temporarily )?unavailable',
            'gateway time-?out',
            'server error',
          ]),
        ),
      ),
      /internal server error/,
      /bad gateway/,
      /service (temporarily )?unavailable/,
      /gateway time-?out/,
      /server error( \(500\))?/,
      /application error.{0,80}/,
      /error establishing a database connection/,
      /(error )?50\d backend fetch failed/,
      /(?:((we're )?sorry|oops|whoops)[!,. ]*)?(but )?something went wrong( on our (end|side))?/,
    ),
    maxText: 1_500,
  },
  {
    id: 'error-text',
    reason: 'site_error',
    where: 'text',
    points: 3,
    maxText: 500,
    notBesidePrices: true,
    pattern: anyOf(
      /there has been a critical error on (this|your) website/,
      /the website encountered an unexpected error/,
      /application error: a (client|server)-side exception has occurred/,
      /fatal error: {1,3}(uncaught|allowed memory|maximum execution|call to|require)/,
      /something went wrong on our (end|side)/,
      /(an )?(internal|unexpected|unknown) (server )?error (has )?occurred\. (please )?(try again|contact)/,
      /guru meditation/,
    ),
  },
];
