import { z } from 'zod';
import { PeopleGroup, PeopleOrder } from '@/domain/account/administration';
import { AdminStatsFilter, METRIC_TYPES } from '@/domain/admin-stats';
import { HEALTH } from '@/domain/health';
import { adminProcedure, router } from '../init';
import { createCaller, type RouterOutputs } from '../root';
import { Limit, TrueOrFalse } from './page-input';
import { Moment } from './view';

const RestUser = z
  .strictObject({
    id: z.uuid(),
    email: z.string(),
    name: z.string(),
    isBetaUser: z.boolean(),
    monitorCount: z.int(),
    lastLogin: Moment.nullable(),
    createdAt: Moment,
  })
  .meta({ id: 'AdminUser' });

const Health = z.enum(HEALTH);
const Why = z.string().meta({ description: 'What the verdict rests on' });

const Stats = z.strictObject({
  totalUsers: z.int(),
  betaUsers: z.int(),
  totalMonitors: z.int(),
  activeMonitors: z.int(),
  dailyEvaluations: z.int(),
  emailsSent24h: z.int(),
  systemHealth: z.strictObject({
    database: Health,
    aiProviders: Health,
    emailService: Health,
    scrapingService: Health,
  }),
  systemHealthWhy: z.strictObject({ database: Why, aiProviders: Why, emailService: Why, scrapingService: Why }),
  period: z
    .strictObject({
      startDate: Moment,
      endDate: Moment,
      metrics: z.array(
        z.strictObject({
          metricType: z.enum(METRIC_TYPES),
          total: z.int(),
          days: z.array(z.strictObject({ day: z.iso.date().meta({ description: 'UTC' }), count: z.int() })),
        }),
      ),
    })
    .optional()
    .meta({ description: 'Only where startDate, endDate or metricType was sent: what there was on each day' }),
});

const about = { tags: ['Administration'], errorResponses: [] };

export const restAdminRouter = router({
  users: adminProcedure
    .meta({ openapi: { ...about, method: 'GET', path: '/api/admin/users', summary: 'People' } })
    .input(
      z.strictObject({
        search: z.string().max(100).optional().meta({ description: 'A part of the address or the name' }),
        only: PeopleGroup.optional().meta({ description: 'Only who is in this state' }),
        order: PeopleOrder.optional().meta({ description: 'newest unless given; a cursor is good in its order only' }),
        limit: Limit,
        cursor: z.uuid('This is not a cursor.').optional(),
      }),
    )
    .output(z.strictObject({ users: z.array(RestUser), total: z.int(), nextCursor: z.uuid().nullable() }))
    .query(async ({ ctx, input }) => {
      const { people, total, nextCursor } = await createCaller(ctx).admin.people.list(input);
      const users = people.map(({ id, email, name, isBetaUser, monitorCount, lastLoginAt, createdAt }) => ({
        id,
        email,
        name,
        isBetaUser,
        monitorCount,
        lastLogin: lastLoginAt?.toISOString() ?? null,
        createdAt: createdAt.toISOString(),
      }));
      return { users, total, nextCursor };
    }),

  setBeta: adminProcedure
    .meta({
      openapi: { ...about, method: 'POST', path: '/api/admin/users/{id}/beta', summary: 'Open or close the beta' },
    })
    .input(z.strictObject({ id: z.uuid('This is not the id of a person.'), isBetaUser: TrueOrFalse }))
    .output(
      z.strictObject({
        success: z.literal(true),
        user: z.strictObject({ id: z.uuid(), email: z.string(), isBetaUser: z.boolean() }),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const { id, email, isBetaUser } = await createCaller(ctx).admin.people.setBeta(input);
      return { success: true as const, user: { id, email, isBetaUser } };
    }),

  stats: adminProcedure
    .meta({
      openapi: { ...about, method: 'GET', path: '/api/admin/stats', summary: 'Counts, and how the parts of it do' },
    })
    .input(AdminStatsFilter)
    .output(Stats)
    .query(async ({ ctx, input }) => {
      const { admin } = createCaller(ctx);
      // A period that cannot be is refused before outside services are asked how they do.
      const period = Object.keys(input).length > 0 ? await admin.statistics(input) : null;
      const { health, ...counts } = await admin.stats();
      return { ...counts, ...restHealth(health), ...(period ? { period: restPeriod(period) } : {}) };
    }),
});

function restHealth(health: RouterOutputs['admin']['stats']['health']) {
  const { database, aiProviders, emailService, scrapingService } = health;
  return {
    systemHealth: {
      database: database.health,
      aiProviders: aiProviders.health,
      emailService: emailService.health,
      scrapingService: scrapingService.health,
    },
    systemHealthWhy: {
      database: database.detail,
      aiProviders: aiProviders.detail,
      emailService: emailService.detail,
      scrapingService: scrapingService.detail,
    },
  };
}

function restPeriod({ startDate, endDate, metrics }: RouterOutputs['admin']['statistics']) {
  return { startDate: startDate.toISOString(), endDate: endDate.toISOString(), metrics };
}
