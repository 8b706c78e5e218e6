import { z } from 'zod';
import { countWaiting } from '@/db/email/notification-claims';
import { listOpenFaults } from '@/db/email/service-faults';
import { listWebVitals } from '@/db/web-vitals';
import { AdminStatsFilter, METRIC_TYPES } from '@/domain/admin-stats';
import { HEALTH } from '@/domain/health';
import { WEB_VITALS } from '@/domain/web-vitals';
import { readStatistics } from '@/flows/admin/read-statistics';
import { readStats } from '@/flows/admin/read-stats';
import { adminProcedure, router } from '../init';
import { adminAlertsRouter } from './admin-alerts';
import { adminAuditRouter } from './admin-audit';
import { adminEmailsRouter } from './admin-emails';
import { adminPeopleRouter } from './admin-people';
import { adminRestrictionsRouter } from './admin-restrictions';
import { adminSpendRouter } from './admin-spend';
import { adminSystemRouter } from './admin-system';
import { adminWhitelistRouter } from './admin-whitelist';

const Faults = z.strictObject({
  faults: z.array(
    z.strictObject({ service: z.enum(['email']), detail: z.string(), beganAt: z.date(), lastSeenAt: z.date() }),
  ),
  /** Mails that are not sent yet, whenever they are due. */
  emailsWaiting: z.number().int(),
});

const DAY_MS = 86_400_000;
const VitalDay = z.strictObject({
  day: z.string(),
  name: z.enum(WEB_VITALS),
  pages: z.number().int(),
  p75: z.number().nullable(),
});

const Part = z.strictObject({ health: z.enum(HEALTH), detail: z.string() });

const Stats = z.strictObject({
  totalUsers: z.number().int(),
  betaUsers: z.number().int(),
  totalMonitors: z.number().int(),
  activeMonitors: z.number().int(),
  dailyEvaluations: z.number().int(),
  emailsSent24h: z.number().int(),
  health: z.strictObject({
    database: Part,
    aiProviders: Part,
    emailService: Part,
    scrapingService: Part,
    queue: Part,
    limits: Part,
  }),
});

const PeriodStatistics = z.strictObject({
  startDate: z.date(),
  endDate: z.date(),
  metrics: z.array(
    z.strictObject({
      metricType: z.enum(METRIC_TYPES),
      total: z.number().int(),
      days: z.array(z.strictObject({ day: z.string(), count: z.number().int() })),
    }),
  ),
});

/** For admins only; to others none of it exists. */
export const adminRouter = router({
  alerts: adminAlertsRouter,
  emails: adminEmailsRouter,
  people: adminPeopleRouter,
  whitelist: adminWhitelistRouter,
  restrictions: adminRestrictionsRouter,
  audit: adminAuditRouter,
  spend: adminSpendRouter,
  system: adminSystemRouter,

  /** Outside services that refuse us altogether at present, and what waits for them. */
  faults: adminProcedure.output(Faults).query(async ({ ctx: { deps } }) => {
    const faults = await listOpenFaults(deps.db);
    return { faults, emailsWaiting: faults.length > 0 ? await countWaiting(deps.db) : 0 };
  }),

  /** How fast pages were in people's browsers, by UTC day, newest first: what three quarters were at or below. */
  webVitals: adminProcedure
    .input(z.strictObject({ days: z.number().int().min(1).max(366).default(30) }))
    .output(z.array(VitalDay))
    .query(({ ctx, input }) =>
      listWebVitals(ctx.deps.db, new Date(ctx.deps.now().getTime() - (input.days - 1) * DAY_MS)),
    ),

  /** The plan's statistics, and how the parts of the system do. */
  stats: adminProcedure.output(Stats).query(({ ctx }) => readStats(ctx.deps)),

  /** What there was on each UTC day of a period. */
  statistics: adminProcedure
    .input(AdminStatsFilter)
    .output(PeriodStatistics)
    .query(({ ctx, input }) => readStatistics(ctx.deps, input)),
});
