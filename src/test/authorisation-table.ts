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
export type Own = 'monitor' | 'monitorId' | 'monitorIds' | 'evaluation' | 'batch';

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
  'monitors.preview': { who: 'beta', scope: 'write' },
  'monitors.pageValues': { who: 'beta', scope: 'write' },
  'monitors.previewAgain': { who: 'beta', scope: 'write', own: 'monitor' },
  'monitors.create': { who: 'beta', scope: 'write' },
  'monitors.choose': { who: 'beta', scope: 'write' },
  'monitors.pageTexts': { who: 'beta', scope: 'read' },
  'monitors.update': { who: 'beta', scope: 'write', own: 'monitor' },
  'monitors.delete': { who: 'beta', scope: 'write', own: 'monitor' },
  'refresh.start': { who: 'beta', scope: 'refresh', own: 'monitorId' },
  'refresh.progress': { who: 'beta', scope: 'read', own: 'evaluation' },
  'refresh.allowance': { who: 'beta', scope: 'read' },
  'refreshBatch.start': { who: 'beta', scope: 'refresh', own: 'monitorIds' },
  'refreshBatch.latest': { who: 'beta', scope: 'read' },
  'refreshBatch.progress': { who: 'beta', scope: 'read', own: 'batch' },
  'refreshBatch.close': { who: 'beta', scope: 'refresh', own: 'batch' },
  'sources.ofMonitor': { who: 'beta', scope: 'read', own: 'monitor' },
  'sources.ofMine': { who: 'beta', scope: 'read' },
  'sources.list': admin,
  'outbox.list': signedIn,
  'outbox.confirmation': anybody,
  'admin.people': admin,
  'admin.setBeta': admin,
  'admin.suspend': admin,
  'admin.unsuspend': admin,
  'admin.signOutEverywhere': admin,
  'admin.whitelist': admin,
  'admin.addToWhitelist': admin,
  'admin.revokeFromWhitelist': admin,
  'admin.restrictions': admin,
  'admin.liftRestrictions': admin,
  'admin.audit': admin,
  'admin.stats': admin,
  'admin.faults': admin,
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
};

/** Every file of routes, and what guards it. */
export const ROUTE_FILES: Record<string, string> = {
  '[...rest]': 'the endpoints above',
  'auth/[...nextauth]': 'next-auth itself; of the contract, the endpoints above',
  'cron/housekeeping': 'who knows CRON_SECRET',
  'cron/work': 'who knows CRON_SECRET',
  'evidence/[factId]': 'the owner only; below',
  'exports/[id]': 'the owner only',
  'openapi.json': 'public',
  'previews/[previewId]/picture': 'the owner only, for an hour',
  session: 'the session check and nothing more',
  'trpc/[trpc]': 'the procedures above',
};
