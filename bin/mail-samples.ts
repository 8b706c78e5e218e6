import { LinkPurpose } from '@/domain/account/account-access';
import type { News } from '@/domain/email/news';
import { DEFAULT_LOCALE } from '@/domain/written/locales';
import { type AccountNotice, renderLinkMail, renderNotice } from '@/mail/account-mail';
import { type AdminAlert, renderAdminAlert } from '@/mail/admin-alert-mail';
import {
  type GatheredBecause,
  type MailContent,
  renderGatheredMail,
  renderMonitorMail,
} from '@/mail/notification-mail';
import { DEFAULT_LINKS, hostileNews, NEWS_SAMPLES, sampleNews } from './mail-sample-news';

/** An email of every template, with every kind of value: for the preview and for tests. */
export interface MailSample {
  /** Also the name of its file. */
  name: string;
  render(): Promise<MailContent>;
}

const APP = 'https://monitors.example.org';
const ZONE = 'Europe/Oslo';

export function mailSamples(): MailSample[] {
  const monitors = Object.entries(NEWS_SAMPLES).map(([name, news]) => monitorSample(name, sampleNews(news)));
  const hostile = Object.entries(hostileNews()).map(([name, news]) => monitorSample(`hostile-${name}`, news));
  return [...monitors, ...hostile, ...gatheredSamples(), ...accountSamples(), ...adminAlertSamples()];
}

function monitorSample(name: string, news: News): MailSample {
  return {
    name,
    render: () => renderMonitorMail({ news, links: DEFAULT_LINKS, timeZone: ZONE, locale: DEFAULT_LOCALE }),
  };
}

function gatheredSamples(): MailSample[] {
  const all = Object.values(NEWS_SAMPLES).map(sampleNews);
  const alerts = all.filter(({ kind }) => kind === 'alert');
  const many = (count: number, from: News[]) =>
    Array.from({ length: count }, (_, at) => from[at % from.length] as News);
  const hostile = Object.values(hostileNews());
  return [
    gathered('gathered-2', alerts.slice(0, 2), 'minute'),
    gathered('gathered-digest', all, 'digest'),
    gathered('gathered-quiet-1', alerts.slice(0, 1), 'quiet'),
    gathered('gathered-30', many(30, alerts), 'limit'),
    gathered('gathered-100', many(100, alerts), 'late'),
    gathered('gathered-30-hostile', many(30, hostile), 'late'),
  ];
}

function gathered(name: string, news: News[], because: GatheredBecause): MailSample {
  const entries = news.map((one) => ({ news: one, links: DEFAULT_LINKS }));
  const links = { inbox: `${APP}/inbox`, unsubscribeAll: DEFAULT_LINKS.unsubscribeAll };
  return {
    name,
    render: () => renderGatheredMail({ entries, because, links, timeZone: ZONE, locale: DEFAULT_LOCALE }),
  };
}

/** What each notice speaks of. */
const DETAILS: Record<AccountNotice, string> = {
  welcome: 'ada@example.org',
  password_changed: 'You are signed out everywhere else, and your API tokens have ended.',
  already_registered: 'ada@example.org',
  email_changed: 'ada.lovelace@example.org',
  email_taken: 'ada@example.org',
  google_linked: 'ada@example.org',
  token_created: 'home server',
  export_ready: '2.4 MB, to be had until 29 November 2026',
  deletion_requested: '22 December 2026',
  deletion_by_admin: '22 December 2026',
  admitted: 'ada@example.org',
  history_leaving: 'October 2025, from 1 October 2026 on, a day at a time',
  person_restricted: 'ada@example.org for an hour: too many refused addresses.',
};

function accountSamples(): MailSample[] {
  const url = `${APP}/verify?secret=7Zx2-sample-secret-that-is-as-long-as-real-ones-are-4Qm9`;
  const links = LinkPurpose.options.map((purpose) => ({
    name: `link-${purpose}`,
    render: () => renderLinkMail(purpose, { email: 'ada@example.org', url }),
  }));
  const notices = (Object.keys(DETAILS) as AccountNotice[]).map((notice) => ({
    name: `notice-${notice}`,
    render: () => renderNotice(notice, { detail: DETAILS[notice], url: `${APP}/account` }),
  }));
  return [...links, ...notices];
}

function adminAlertSamples(): MailSample[] {
  const alert: AdminAlert = {
    ...{ kind: 'began', title: 'Requests fail', severity: 'critical', url: `${APP}/admin/alerts` },
    ...{ beganAt: new Date('2026-11-22T09:05:00Z'), endedAt: null },
    why: '7 of 80 requests failed (8.8 %) within 5 minutes. It is an alert from 5 %.',
  };
  const over: AdminAlert = {
    ...{ ...alert, kind: 'ended', endedAt: new Date('2026-11-22T10:17:00Z') },
    why: '1 of 80 requests failed (1.3 %) within 5 minutes. It is an alert from 5 %.',
  };
  return [
    { name: 'admin-alert', render: () => renderAdminAlert(alert) },
    { name: 'admin-alert-over', render: () => renderAdminAlert(over) },
  ];
}
