'use client';

import type { DeliveryView } from '@/trpc/delivery-view';
import { useLocale } from '../locale';
import { useClock, useTimeZone } from '../time/clock';
import { deliveryWords } from './delivery-words';

/** What became of a notification's email, as of now. `beside`: the moment that stands next to it. */
export function DeliveryLine({ delivery, beside }: { delivery: DeliveryView; beside: Date }) {
  const timeZone = useTimeZone();
  const locale = useLocale();
  return useClock((now) => deliveryWords(delivery, { beside, now, timeZone, locale }));
}
