import type { News } from '@/domain/email/news';
import type { Locale } from '@/domain/written/locales';

/** A mail as it is sent. */
export interface MailContent {
  subject: string;
  html: string;
  text: string;
}

/** Where the links of an email about a monitor lead. */
export interface MonitorLinks {
  monitor: string;
  unsubscribeMonitor: string;
  unsubscribeAll: string;
}

export interface MonitorMail {
  news: News;
  links: MonitorLinks;
  /** IANA zone of the person. */
  timeZone: string;
  locale: Locale;
}

/** Why alerts come together: within a minute, once a day, after quiet hours, at the day's limit, after a trouble. */
export type GatheredBecause = 'minute' | 'digest' | 'quiet' | 'limit' | 'late';

export interface GatheredMail {
  entries: { news: News; links: MonitorLinks }[];
  because: GatheredBecause;
  links: { inbox: string; unsubscribeAll: string };
  timeZone: string;
  locale: Locale;
}
