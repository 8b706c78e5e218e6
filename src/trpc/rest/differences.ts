/** Where an answer differs from the plan's contract, and why. The docs show this list; docs/api.md has the same. */
interface Difference {
  /** What of the plan it is about. */
  about: string;
  plan: string;
  here: string;
}

export const DIFFERENCES: readonly Difference[] = [
  {
    about: 'POST /api/auth/register',
    plan: '`user.id` and `token` are texts.',
    here:
      'Where addresses must be confirmed first, both are null, whatever the address: else the answer would tell who ' +
      'has an account. Confirm by the mail, then sign in.',
  },
  {
    about: 'POST /api/auth/oauth/google',
    plan: 'Takes `code` and `redirectUri`.',
    here:
      'Both are needed: without one it is 400 with the field named. Where Google is not set up it is 404 with reason ' +
      '`no_google`; a code that Google refuses is 401 with reason `bad_code` and the field `code` named.',
  },
  {
    about: 'NotificationHistory',
    plan: 'Is named, and nowhere described.',
    here:
      'Is the plan’s EmailNotification without `userId` and the texts of the email, with `kind`, `state` and ' +
      '`createdAt` besides. `sentAt`, `sendGridMessageId` and `deliveryStatus` are null until the mail service took ' +
      'it; `deliveredAt`, `openedAt` and `clickedAt` until that happened.',
  },
  {
    about: 'currentValue, value',
    plan: '`any`.',
    here:
      'A number, a text, true or false, or a list of texts. Null before the first reading, and where the fact is ' +
      'surely not on the page (`outcome` is `absent`).',
  },
  {
    about: 'POST /api/monitors/:id/refresh',
    plan: '`success` and the value.',
    here:
      '`success` says whether the page could be read. Where it could not, `value` is null, `outcome` names the ' +
      'failure and `sentence` says it; the status is 200 all the same, since the refresh was carried out.',
  },
  {
    about: 'systemHealth',
    plan: '`healthy`, `warning` or `critical`.',
    here: 'Or `unknown`, where too little has happened from which to tell. `systemHealthWhy` says why.',
  },
  {
    about: 'lastLogin',
    plan: 'A text.',
    here: 'Null of somebody who never signed in.',
  },
  {
    about: 'GET /api/monitors/:id',
    plan: '`facts`, `history` and `notifications`, without a bound.',
    here: 'The latest 50 of each; older ones by `/history` and `/evaluations`, a page at a time.',
  },
  {
    about: 'Monitor, MonitorFact, FactHistory',
    plan: 'The fields of the API section.',
    here:
      'All of those, and `extractedFact`, `triggerCondition` and `source`; `quote`, `pictureUrl`, `outcome`, ' +
      '`confidence`, `processingTime` and `errors`; `sentence` and the change from the value before.',
  },
  {
    about: 'Refusals',
    plan: 'Have no shape.',
    here:
      'Every 4xx and 5xx under /api, those of the sign-in routes too, has the body `{"error": {…}}` that is ' +
      'described above. Only the pages’ own calls (/api/trpc) have another.',
  },
  {
    about: 'Unknown fields',
    plan: 'Says nothing of them.',
    here: 'Are refused with 400, so that a misspelt name is not silently ignored.',
  },
];
