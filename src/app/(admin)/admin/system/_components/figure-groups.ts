import type { Metric } from '@/domain/system/metric-points';
import type { Unit } from './figure-words';

interface Series {
  name: Metric;
  label: string;
}

export interface FigureChart {
  title: string;
  unit: Unit;
  /** The first is drawn as a line, the second as a dashed one. */
  series: readonly [Series] | readonly [Series, Series];
}

/** Every figure that is kept, by what it tells. */
export const FIGURE_GROUPS: readonly {
  title: string;
  link?: { href: string; label: string };
  charts: FigureChart[];
}[] = [
  {
    title: 'Requests',
    charts: [
      { title: 'Requests', unit: 'perMinute', series: [{ name: 'requestsPerMinute', label: 'Requests' }] },
      { title: 'Failed (500 and above)', unit: 'share', series: [{ name: 'failedShare', label: 'Failed' }] },
      { title: 'Response time, mean', unit: 'ms', series: [{ name: 'responseMs', label: 'Response time' }] },
      { title: 'Database connections', unit: 'count', series: [{ name: 'databaseConnections', label: 'Connections' }] },
    ],
  },
  {
    title: 'Use',
    charts: [
      {
        title: 'People',
        unit: 'count',
        series: [
          { name: 'totalUsers', label: 'All' },
          { name: 'activeUsers24h', label: 'Active in 24 hours' },
        ],
      },
      {
        title: 'Monitors',
        unit: 'count',
        series: [
          { name: 'totalMonitors', label: 'All' },
          { name: 'activeMonitors', label: 'Active' },
        ],
      },
      { title: 'Checks in 24 hours', unit: 'count', series: [{ name: 'evaluationsLast24h', label: 'Checks' }] },
    ],
  },
  {
    title: 'Queue of checks',
    link: { href: '/admin/system/queues', label: 'Queues as they are now' },
    charts: [
      { title: 'Waiting, at most', unit: 'count', series: [{ name: 'queueWaiting', label: 'Waiting' }] },
      { title: 'Age of the oldest', unit: 'seconds', series: [{ name: 'queueOldestSeconds', label: 'Oldest' }] },
    ],
  },
  {
    title: 'AI readers',
    charts: [
      {
        title: 'Calls that worked, of 24 hours',
        unit: 'share',
        series: [{ name: 'aiProviderUptime', label: 'Worked' }],
      },
      { title: 'Cost, month so far', unit: 'usd', series: [{ name: 'aiCostUsd', label: 'Cost' }] },
      { title: 'Tokens, month so far', unit: 'count', series: [{ name: 'aiTokensUsed', label: 'Tokens' }] },
    ],
  },
  {
    title: 'Emails',
    link: { href: '/admin/emails', label: 'What became of them, by day' },
    charts: [
      {
        title: 'Sent rather than given up, of 24 hours',
        unit: 'share',
        series: [{ name: 'emailServiceUptime', label: 'Sent' }],
      },
      { title: 'Sent in 24 hours', unit: 'count', series: [{ name: 'emailsSentLast24h', label: 'Sent' }] },
      {
        title: 'Accepted by the mail service, month so far',
        unit: 'count',
        series: [{ name: 'emailsSentCount', label: 'Accepted' }],
      },
      { title: 'Cost, month so far', unit: 'usd', series: [{ name: 'emailCostUsd', label: 'Cost' }] },
    ],
  },
];
