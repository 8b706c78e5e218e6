// The arrows of the house (ARCHITECTURE.md, "Who may import whom"), as rules. `npm run arch` checks them.
const rooms = [
  ...[
    'ai',
    'app',
    'archive',
    'auth',
    'db',
    'domain',
    'flows',
    'interpret',
    'mail',
    'ops',
    'page',
    'queue',
    'rank',
    'scrape',
    'test',
    'threads',
    'trpc',
    'ui',
  ],
];

/** @param {string} room @param {string[]} allowed */
const only = (room, allowed, extra = {}) => ({
  name: `${room}-imports`,
  severity: 'error',
  comment: `${room} may import ${allowed.join(', ') || 'nothing of src'}`,
  from: { path: `^src/${room}/`, pathNot: '\\.test\\.tsx?$', ...extra },
  to: { path: `^src/(${rooms.filter((other) => other !== room && !allowed.includes(other)).join('|')})/` },
});

/**
 * Rooms inside a room: each may import those of its own room that are named, and what stands at its top.
 * @param {string} room @param {Record<string, string[]>} arrows @param {string[]} [closed] rooms that may not import the top
 */
const inside = (room, arrows, closed = []) =>
  Object.entries(arrows).map(([from, allowed]) => {
    const others = Object.keys(arrows).filter((other) => other !== from && !allowed.includes(other));
    const top = closed.includes(from) ? '|[^/]+$' : '';
    return {
      name: `${room}-${from}-imports`,
      severity: 'error',
      comment: `${room}/${from} may import ${allowed.join(', ') || 'no other room'} of ${room}`,
      from: { path: `^src/${room}/${from}/`, pathNot: '\\.test\\.tsx?$' },
      to: { path: `^src/${room}/(?:(${others.join('|')})/${top})` },
    };
  });

module.exports = {
  forbidden: [
    ...inside(
      'domain',
      {
        written: [],
        value: ['written'],
        trigger: ['written', 'value'],
        contract: ['written', 'value', 'trigger'],
        account: [],
      },
      ['written', 'value'],
    ),
    ...inside('scrape', {
      egress: [],
      document: ['classify'],
      classify: ['document'],
      http: ['egress', 'classify'],
      browser: ['egress', 'http', 'document', 'classify'],
    }),
    ...inside('flows', {
      account: [],
      admin: ['account'],
      refresh: ['account'],
      monitors: ['account', 'refresh'],
      upkeep: ['account', 'admin', 'refresh', 'monitors'],
    }),
    ...inside('db', { ai: [], connection: [], dashboard: [], embedded: [], email: [], retention: [], system: [] }),
    ...inside('ui', {
      form: ['time'],
      time: [],
      shell: ['form'],
      account: [],
      email: ['time'],
      evidence: ['time'],
      monitor: ['time', 'evidence'],
      keys: [],
      palette: ['keys', 'monitor', 'shell'],
      removal: ['form', 'monitor', 'time'],
    }),
    only('domain', []),
    ...['archive', 'db', 'scrape', 'page', 'interpret', 'mail', 'queue', 'ops'].map((room) => only(room, ['domain'])),
    only('ai', ['domain', 'page', 'rank', 'interpret']),
    only('rank', ['domain', 'page']),
    only('threads', ['domain', 'ai', 'scrape']),
    {
      name: 'threads-are-bundled-apart',
      severity: 'error',
      comment: 'what runs in a thread, and its bundler, are no part of the app',
      from: { path: '^src/(?!threads/|test/)', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^src/threads/(thread-entry|thread-tasks|bundle)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    only('auth', ['db', 'domain']),
    only('flows', ['domain', 'archive', 'db', 'scrape', 'ai', 'mail', 'queue', 'ops', 'auth', 'threads']),
    only('trpc', ['flows', 'db', 'auth', 'domain', 'ops'], { pathNot: '(client\\.tsx|\\.test\\.tsx?)$' }),
    {
      name: 'trpc-client-imports',
      severity: 'error',
      from: { path: '^src/trpc/client\\.tsx$' },
      to: {
        path: `^src/(${rooms.filter((room) => !['trpc', 'domain'].includes(room)).join('|')})/`,
        dependencyTypesNot: ['type-only'],
      },
    },
    only('ui', ['domain', 'trpc']),
    {
      name: 'ui-takes-only-the-trpc-client',
      severity: 'error',
      from: { path: '^src/(ui|app/.*_components)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^src/trpc/(?!client\\.tsx$|call\\.ts$|failure\\.ts$)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'components-import-no-server-room',
      severity: 'error',
      from: { path: '^src/app/.*_components/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^src/(ai|archive|auth|db|flows|mail|ops|queue|scrape|threads)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pages-import-trpc-server-and-auth',
      severity: 'error',
      from: { path: '^src/app/', pathNot: '^src/app/(api/|samples/|.*route\\.tsx?$|.*_components/|.*\\.test\\.tsx?$)' },
      to: { path: '^src/(ai|archive|db|flows|mail|ops|queue|scrape|threads)/' },
    },
    {
      name: 'route-handlers-import-flows-auth-trpc',
      severity: 'error',
      from: { path: '^src/app/.*route\\.tsx?$' },
      to: { path: '^src/(ai|archive|db|mail|queue|scrape|threads)/' },
    },
    {
      name: 'nothing-imports-app',
      severity: 'error',
      from: { path: '^(src/(?!app/)|bin/|eval/|bench/)' },
      to: { path: '^src/app/' },
    },
    {
      name: 'only-tests-import-test',
      severity: 'error',
      from: { path: '^(src|bin|eval)/', pathNot: '(^src/test/|\\.test\\.tsx?$)' },
      to: { path: '^src/test/' },
    },
    {
      name: 'the-app-imports-no-programs',
      severity: 'error',
      comment: 'what people start stands outside: programs, evaluators, benchmarks',
      from: { path: '^src/' },
      to: { path: '^(bin|eval|bench)/' },
    },
    {
      name: 'nothing-learns-while-it-reads',
      severity: 'error',
      comment: 'npm run train learns; the app only weighs with what was learned',
      from: { path: '^(src/(?!rank/learn/)|bin/)', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/rank/learn/' },
    },
    {
      name: 'programs-take-nothing-measured',
      severity: 'error',
      comment: 'but what trains learns from the labels',
      from: { path: '^bin/', pathNot: '^bin/train\\.ts$' },
      to: { path: '^(eval|bench)/' },
    },
    {
      name: 'flows-know-no-transport',
      severity: 'error',
      from: { path: '^src/flows/' },
      to: { path: 'node_modules/(next|react|react-dom|@trpc)/' },
    },
    {
      name: 'domain-takes-small-pure-libraries',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: '\\.test\\.ts$' },
      to: { path: 'node_modules/', pathNot: 'node_modules/(zod|decimal\\.js|chrono-node|snowball-stemmers|diff)/' },
    },
    {
      name: 'domain-does-no-io',
      severity: 'error',
      from: { path: '^src/domain/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'migrations-are-frozen',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { path: '^src/' },
    },
    { name: 'no-circular', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
    },
  },
};
