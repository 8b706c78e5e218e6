/**
 * What the check of words lets pass, with the reason. The one list: who mends a room takes
 * it out here, and a line that nothing needs any more is a fault too.
 */

/** Where words are not looked for: what is frozen, generated, past, or other people's words. */
export const OTHER_WORDS = [
  'CHANGELOG.md',
  'LICENSE',
  'bin/exceptions.ts',
  'docs/glossary.md',
  'eval/corpus/',
  'eval/labels/',
  'migrations/',
];

/** Words that docs/glossary.md refuses for one thing and that here also mean another. */
export interface OtherMeaning {
  word: string;
  means: string;
  /** Only in these files and folders. */
  only?: readonly string[];
  /** Everywhere but here. */
  not?: readonly string[];
}

/** Names of the database and of the contract, which outlive the code. */
const NAMES = ['src/db/types.ts', 'src/trpc/rest/view.ts', 'src/trpc/rest/answer.ts'];

export const OTHER_MEANINGS: readonly OtherMeaning[] = [
  { word: 'action', means: 'what the audit calls the kind of an act; a button' },
  { word: 'alert', means: 'the decision that a trigger fired; a box that warns' },
  { word: 'baseline', means: 'what a change is measured from' },
  { word: 'batch', means: 'several refreshes asked for at once' },
  { word: 'block', means: 'a piece of a page or of a program; what a wall does' },
  { word: 'check', means: 'in sentences to people, a refresh; a test of our own' },
  { word: 'config', means: 'the settings of a tool or a library', not: NAMES },
  { word: 'description', means: 'what a contract or a page says of itself' },
  { word: 'dictionary', means: 'an arbitrary of fast-check', only: ['src/test/openapi-arbitrary.ts'] },
  { word: 'detector', means: 'a library that finds patterns that grow', only: ['bin/patterns/'] },
  { word: 'document', means: 'what a browser or a parser holds; one of PDF, JSON, XML; the contract' },
  { word: 'event', means: 'what a program is told; a concert' },
  { word: 'execution', means: 'where a browser runs scripts', only: ['src/scrape/'] },
  { word: 'fallback', means: 'what is taken where there is nothing better', not: NAMES },
  { word: 'fetch', means: 'the platform’s function, and what plain HTTP does', not: ['src/db/types.ts'] },
  { word: 'field', means: 'of a form, of a record' },
  { word: 'firewall', means: 'what a wall calls itself', only: ['src/scrape/classify/signals/'] },
  { word: 'flag', means: 'of a pattern, a program, an open file', not: NAMES },
  { word: 'heuristic', means: 'a setting of autoconsent', only: ['src/scrape/browser/consent.ts'] },
  { word: 'hit', means: 'a refresh that the recipe or a cache served', not: NAMES },
  { word: 'incident', means: 'what a wall calls a refusal', only: ['src/scrape/classify/signals/'] },
  { word: 'job', means: 'of the queue; what a person is paid for', not: NAMES },
  { word: 'kind', means: 'which of several' },
  {
    word: 'locale',
    means: 'language and country of a browser or a page; how numbers and dates are written for a person',
  },
  { word: 'lock', means: 'of a row, a file, the packages', not: NAMES },
  { word: 'mail', means: 'the room, the act of sending, the short word in sentences to people', not: NAMES },
  { word: 'match', means: 'of a pattern', not: NAMES },
  { word: 'message', means: 'the sentence of an error; the number that SendGrid gives' },
  { word: 'metric', means: 'units; the plan’s name for the figures of the system' },
  { word: 'monitor', means: 'what a person asked to be told about' },
  { word: 'notification', means: 'the email about an alert; a note in the corner of the page' },
  { word: 'outage', means: 'of a service that the soak takes away', only: ['bench/soak'] },
  { word: 'override', means: 'a keyword of classes', not: NAMES },
  { word: 'page', means: 'of the web, of the app, of a list' },
  { word: 'path', means: 'of an address, of a file' },
  {
    word: 'pipeline',
    means: 'of streams, of several commands',
    only: ['bench/year/', 'bin/backup/copy.ts', 'eval/', 'src/auth/rate-limit/', 'src/scrape/http/'],
  },
  { word: 'pointer', means: 'of the mouse', not: NAMES },
  { word: 'poll', means: 'what asks again and again: the queue, the progress, a test', not: NAMES },
  { word: 'proof', means: 'that somebody is who they say; that a remote browser is shut', not: NAMES },
  { word: 'query', means: 'to the database, of an address, of tRPC' },
  { word: 'reference', means: 'that names something elsewhere; a rate that others follow' },
  { word: 'result', means: 'what a function gives' },
  { word: 'rule', means: 'of style sheets, of limits, of readers without a model' },
  { word: 'run', means: 'what programs, tests and statements do', not: NAMES },
  { word: 'scan', means: 'going through a text once', not: NAMES },
  { word: 'score', means: 'what a model gives before it is made a probability', not: NAMES },
  { word: 'scrape', means: 'the room and its bench', not: NAMES },
  { word: 'screenshot', means: 'the browser’s own command', not: NAMES },
  { word: 'selector', means: 'of style sheets', not: NAMES },
  { word: 'site', means: 'where several pages are; who runs it', not: ['src/db/types.ts'] },
  { word: 'status', means: 'of HTTP, of a delivery, in words to people' },
  { word: 'stranger', means: 'somebody who is not the owner', not: NAMES },
  { word: 'suite', means: 'a set of cases of another project', only: ['README.md', 'eval/'] },
  { word: 'summary', means: 'what a procedure says of itself; an element of HTML' },
  { word: 'target', means: 'of a link, a build, a connection', not: NAMES },
  { word: 'template', means: 'of a literal, a grid, a database, an issue', not: NAMES },
  { word: 'test', means: 'a test' },
  { word: 'threshold', means: 'the number of a condition; from where a probability is enough', not: NAMES },
  { word: 'token', means: 'of the API, of a lease, of models, of texts' },
  {
    word: 'trace id',
    means: 'what OpenTelemetry calls by it',
    only: ['src/ops/telemetry/', 'src/flows/refresh/traced-evaluation.ts', 'src/test/telemetry/', 'src/trpc/', 'bin/'],
  },
  { word: 'training', means: 'what a model learns from', not: NAMES },
  { word: 'trigger', means: 'the condition that code evaluates' },
  {
    word: 'uptime',
    means: 'the plan’s name in the figures of the system',
    only: [
      'src/db/types.ts',
      'src/db/figures.ts',
      'src/db/system/metric-points.ts',
      'src/db/system/metric-points.db.test.ts',
      'src/domain/system/metric-points.ts',
      'src/app/(admin)/admin/system/_components/figure-groups.ts',
      'src/flows/upkeep/keep-figures.db.test.ts',
    ],
  },
  { word: 'visit', means: 'a person’s or a browser’s stay on a page', not: NAMES },
  { word: 'watch', means: 'looking at something all the time', not: NAMES },
];
