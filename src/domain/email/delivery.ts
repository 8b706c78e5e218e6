/** What a provider tells of an email that it took. */
export const DELIVERY_EVENTS = [
  'processed',
  'deferred',
  'delivered',
  'open',
  'click',
  'bounce',
  'blocked',
  'dropped',
  'spam_report',
  'unsubscribe',
  'group_unsubscribe',
] as const;
export type DeliveryEventKind = (typeof DELIVERY_EVENTS)[number];

export interface DeliveryEvent {
  /** The provider's id of the event: the same may be told twice. */
  id: string;
  notificationId: string;
  kind: DeliveryEventKind;
  /** What the receiving server said; at most 500 characters. */
  reason: string | null;
  at: Date;
}

/** The plan's delivery status, in the order in which it moves: never back. */
export const DELIVERY_STATUSES = ['sent', 'delivered', 'bounce', 'unsubscribe', 'spam'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

const STATUS_OF: Record<DeliveryEventKind, DeliveryStatus> = {
  processed: 'sent',
  deferred: 'sent',
  delivered: 'delivered',
  open: 'delivered',
  click: 'delivered',
  bounce: 'bounce',
  blocked: 'bounce',
  dropped: 'bounce',
  unsubscribe: 'unsubscribe',
  group_unsubscribe: 'unsubscribe',
  spam_report: 'spam',
};

export interface Delivery {
  status: DeliveryStatus;
  sentAt: Date;
  deliveredAt: Date | null;
  openedAt: Date | null;
  clickedAt: Date | null;
}

/** What all events of one email say together, in whatever order they came; null where there is none. */
export function deliveryOf(events: readonly Pick<DeliveryEvent, 'kind' | 'at'>[]): Delivery | null {
  const firstOf = (...kinds: DeliveryEventKind[]): Date | null =>
    events
      .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
      .reduce<Date | null>((first, { at }) => (first === null || at < first ? at : first), null);
  const sentAt = firstOf();
  if (sentAt === null) return null;
  const rank = Math.max(...events.map(({ kind }) => DELIVERY_STATUSES.indexOf(STATUS_OF[kind])));
  return {
    status: DELIVERY_STATUSES[rank] ?? 'sent',
    sentAt,
    // Who opens it has it, whether or not the server's word has come.
    deliveredAt: firstOf('delivered') ?? firstOf('open', 'click'),
    openedAt: firstOf('open') ?? firstOf('click'),
    clickedAt: firstOf('click'),
  };
}

/** Why an address gets no more email. */
export type SuppressionReason = 'bounce' | 'spam' | 'unsubscribe' | 'admin';

/** So many refusals that may pass, with nothing delivered in between, count as one for good. */
const SOFT_BOUNCES = 3;

/** The provider's own list of addresses may know more than our events: it drops what goes to them, and says why. */
const DROPPED: [RegExp, Exclude<SuppressionReason, 'admin'>][] = [
  [/^bounced address/i, 'bounce'],
  [/^spam reporting address/i, 'spam'],
  [/^unsubscribed address/i, 'unsubscribe'],
];

/** Whether the events of one address, oldest first, say that it must get no more email; null where they do not. */
export function suppressionOf(
  events: readonly Pick<DeliveryEvent, 'kind' | 'reason'>[],
): { reason: Exclude<SuppressionReason, 'admin'>; detail: string | null } | null {
  let soft = 0;
  for (const { kind, reason } of events) {
    if (kind === 'spam_report') return { reason: 'spam', detail: reason };
    if (kind === 'unsubscribe' || kind === 'group_unsubscribe') return { reason: 'unsubscribe', detail: reason };
    if (kind === 'bounce') return { reason: 'bounce', detail: reason };
    const listed = kind === 'dropped' ? DROPPED.find(([words]) => words.test(reason ?? '')) : undefined;
    if (listed) return { reason: listed[1], detail: reason };
    if (kind === 'delivered' || kind === 'open' || kind === 'click') soft = 0;
    if (kind === 'blocked') soft += 1;
    if (soft >= SOFT_BOUNCES) return { reason: 'bounce', detail: reason };
  }
  return null;
}
