import type { TokenScope } from '@/domain/account/account-access';

export const ACTORS = [
  'nobody',
  'stranger',
  'waiting',
  'owner',
  'suspended',
  'admin',
  'read',
  'refresh',
  'write',
] as const;
/** Stranger and owner are in the beta; the last three are API tokens of the owner with one scope. */
export type Actor = (typeof ACTORS)[number];

/** "in": past the guards, whatever came of it then. */
export type Answer = 'in' | 401 | 403 | 404;

const SOMEBODY: Record<Actor, Answer> = {
  nobody: 401,
  stranger: 'in',
  waiting: 'in',
  owner: 'in',
  suspended: 401,
  admin: 'in',
  read: 403,
  refresh: 403,
  write: 403,
};

export const ACCESS = {
  // A token that is no good is refused even where none is needed.
  anybody: { ...SOMEBODY, nobody: 'in', read: 'in', refresh: 'in', write: 'in' },
  signedIn: SOMEBODY,
  beta: { ...SOMEBODY, waiting: 403 },
  admin: { ...SOMEBODY, stranger: 404, waiting: 404, owner: 404 },
} as const satisfies Record<string, Record<Actor, Answer>>;

/** What an input names; each has its own shape. */
type OfMonitor =
  | 'monitor'
  | 'monitorTag'
  | 'monitorMode'
  | 'monitorId'
  | 'monitorIds'
  | 'discarded'
  | 'historyRow'
  | 'historyWindow';
export type Own = OfMonitor | 'evaluation' | 'batch';

export interface Row {
  who: keyof typeof ACCESS;
  /** The scope that lets an API token in. */
  scope?: TokenScope;
  /** The input names something of the owner's: to others it is not there. */
  own?: Own;
}

const admin: Row = { who: 'admin' };
const anybody: Row = { who: 'anybody' };
const signedIn: Row = { who: 'signedIn' };

/** Every procedure of the pages. A new one needs its row here. */
export const PROCEDURES: Record<string, Row> = {
  'auth.me': anybody,
  'auth.register': anybody,
  'auth.signIn': anybody,
  'auth.signOut': anybody,
  'auth.withGoogle': anybody,
  'auth.forgotPassword': anybody,
  'auth.resetPassword': anybody,
  'auth.link': anybody,
  'samples.headphones': anybody,
  'auth.confirmLink': anybody,
  'account.restrictions': signedIn,
  'account.updateProfile': signedIn,
  'account.sessions': signedIn,
  'account.revokeSession': signedIn,
  'account.revokeOtherSessions': signedIn,
  'account.access': signedIn,
  'account.changeEmail': signedIn,
  'account.cancelEmailChange': signedIn,
  'account.connectGoogle': signedIn,
  'account.disconnectGoogle': signedIn,
  'account.changePassword': signedIn,
  'account.resendVerification': signedIn,
  'account.tokens': signedIn,
  'account.createToken': signedIn,
  'account.revokeToken': signedIn,
  'account.requestDeletion': signedIn,
  'account.keepAccount': signedIn,
  'account.export': signedIn,
  'account.requestExport': signedIn,
  'monitors.list': { who: 'beta', scope: 'read' },
  'monitors.byId': { who: 'beta', scope: 'read', own: 'monitor' },
  'monitors.facts': { who: 'beta', scope: 'read', own: 'monitor' },
  'monitors.notifications': { who: 'beta', scope: 'read' },
  'monitors.chooseEmails': { who: 'beta', scope: 'write', own: 'monitorMode' },
  'monitors.preview': { who: 'beta', scope: 'write' },
  'previews.live': { who: 'beta', scope: 'write' },
  // Whose it is, it tells in its stream (previews.db.test.ts).
  'previews.again': { who: 'beta', scope: 'write' },
  'monitors.pageValues': { who: 'beta', scope: 'write' },
  'monitors.create': { who: 'beta', scope: 'write' },
  'monitors.choose': { who: 'beta', scope: 'write' },
  'monitors.pageTexts': { who: 'beta', scope: 'read' },
  'monitors.update': { who: 'beta', scope: 'write', own: 'monitor' },
  'monitors.delete': { who: 'beta', scope: 'write', own: 'monitor' },
  'monitors.discard': { who: 'beta', scope: 'write', own: 'monitor' },
  'monitors.deleted': { who: 'beta', scope: 'read' },
  'monitors.restore': { who: 'beta', scope: 'write', own: 'discarded' },
  'monitors.duplicate': { who: 'beta', scope: 'write', own: 'monitor' },
  'dashboard.cards': { who: 'beta', scope: 'read' },
  'dashboard.arrange': { who: 'beta', scope: 'write', own: 'monitorIds' },
  'dashboard.tag': { who: 'beta', scope: 'write', own: 'monitorTag' },
  'history.rows': { who: 'beta', scope: 'read', own: 'monitor' },
  'history.details': { who: 'beta', scope: 'read', own: 'historyRow' },
  'history.series': { who: 'beta', scope: 'read', own: 'historyWindow' },
  'history.turns': { who: 'beta', scope: 'read', own: 'historyWindow' },
  'refresh.start': { who: 'beta', scope: 'refresh', own: 'monitorId' },
  'refresh.progress': { who: 'beta', scope: 'read', own: 'evaluation' },
  'refresh.allowance': { who: 'beta', scope: 'read' },
  'refreshBatch.start': { who: 'beta', scope: 'refresh', own: 'monitorIds' },
  'refreshBatch.latest': { who: 'beta', scope: 'read' },
  'refreshBatch.progress': { who: 'beta', scope: 'read', own: 'batch' },
  'refreshBatch.close': { who: 'beta', scope: 'refresh', own: 'batch' },
  'sources.ofMonitor': { who: 'beta', scope: 'read', own: 'monitor' },
  'sources.ofMine': { who: 'beta', scope: 'read' },
  'sources.trials': admin,
  'emails.preferences': signedIn,
  'emails.choose': signedIn,
  'emails.unsubscription': anybody,
  'notifications.list': signedIn,
  'notifications.unread': signedIn,
  'notifications.mark': signedIn,
  'outbox.list': signedIn,
  'outbox.email': signedIn,
  'outbox.confirmation': anybody,
  'admin.people.list': admin,
  'admin.people.setBeta': admin,
  'admin.people.suspend': admin,
  'admin.people.unsuspend': admin,
  'admin.people.restrict': admin,
  'admin.people.signOutEverywhere': admin,
  'admin.people.resendVerification': admin,
  'admin.people.delete': admin,
  'admin.people.keep': admin,
  'admin.whitelist.list': admin,
  'admin.whitelist.add': admin,
  'admin.whitelist.setActive': admin,
  'admin.restrictions.list': admin,
  'admin.restrictions.lift': admin,
  'admin.audit.list': admin,
  'admin.audit.count': admin,
  'admin.statistics': admin,
  'admin.stats': admin,
  'admin.webVitals': admin,
  'admin.faults': admin,
  'admin.alerts.rules': admin,
  'admin.alerts.episodes': admin,
  'admin.alerts.silence': admin,
  'admin.alerts.liftSilence': admin,
  'admin.alerts.tryChannels': admin,
  'admin.emails.days': admin,
  'admin.emails.suppressions': admin,
  'admin.emails.lift': admin,
  'admin.spend.between': admin,
  'admin.system.metrics': admin,
  'admin.system.sources': admin,
  'admin.system.proxies': admin,
  'admin.system.failing': admin,
  'admin.system.inFlight': admin,
  'admin.system.queues': admin,
  'admin.system.deadLetters': admin,
  'admin.system.retryLetters': admin,
  'admin.system.discardLetters': admin,
  'admin.system.storage': admin,
};

/** Every endpoint of the contract. */
export const ENDPOINTS: Record<string, Row> = {
  'POST /api/auth/register': anybody,
  'POST /api/auth/login': anybody,
  'POST /api/auth/oauth/google': anybody,
  'POST /api/auth/logout': signedIn,
  'GET /api/monitors': { who: 'beta', scope: 'read' },
  'POST /api/monitors': { who: 'beta', scope: 'write' },
  'GET /api/monitors/{id}': { who: 'beta', scope: 'read', own: 'monitor' },
  'PUT /api/monitors/{id}': { who: 'beta', scope: 'write', own: 'monitor' },
  'POST /api/monitors/{id}/preview': { who: 'beta', scope: 'write', own: 'monitor' },
  'DELETE /api/monitors/{id}': { who: 'beta', scope: 'write', own: 'monitor' },
  'GET /api/monitors/{id}/history': { who: 'beta', scope: 'read', own: 'monitor' },
  'GET /api/monitors/{id}/evaluations': { who: 'beta', scope: 'read', own: 'monitor' },
  'POST /api/monitors/{id}/refresh': { who: 'beta', scope: 'refresh', own: 'monitor' },
  'GET /api/admin/users': admin,
  'POST /api/admin/users/{id}/beta': admin,
  'GET /api/admin/stats': admin,
  'GET /api/admin/whitelist': admin,
  'POST /api/admin/whitelist': admin,
  'PUT /api/admin/whitelist/{id}': admin,
};

/** Every file of routes, and what guards it. */
export const ROUTE_FILES: Record<string, string> = {
  '[...rest]': 'the endpoints above',
  'admin/audit.csv': 'admins only; src/trpc/rest/audit-csv.db.test.ts',
  'auth/[...nextauth]': 'next-auth itself; of the contract, the endpoints above',
  'cron/housekeeping': 'who knows CRON_SECRET',
  'cron/work': 'who knows CRON_SECRET',
  'evidence/[factId]': 'the owner only; below',
  'exports/[id]': 'the owner only',
  health: 'public',
  'history/[id]': 'the owner only',
  metrics: 'who knows METRICS_TOKEN',
  'openapi.json': 'public',
  'previews/[previewId]/picture': 'the owner only, for an hour',
  ready: 'public: what is there, nothing of anybody',
  session: 'the session check and nothing more',
  'trpc/[trpc]': 'the procedures above',
  try: 'public: previews of the sample shop',
  unsubscribe: 'who has the token of an email',
  vitals: 'public: figures of nobody',
  'webhooks/sendgrid': 'who signs as SendGrid does',
};
