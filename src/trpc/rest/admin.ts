import { z } from 'zod';
import { HEALTH } from '@/domain/health';
import { adminProcedure, router } from '../init';
import { createCaller } from '../root';
import { Limit, Moment, TrueOrFalse } from './view';

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
});

const about = { tags: ['Administration'], errorResponses: [] };

export const restAdminRouter = router({
  users: adminProcedure
    .meta({ openapi: { ...about, method: 'GET', path: '/api/admin/users', summary: 'People, newest account first' } })
    .input(
      z.strictObject({
        search: z.string().max(100).optional().meta({ description: 'A part of the address or the name' }),
        limit: Limit,
        cursor: z.uuid('This is not a cursor.').optional(),
      }),
    )
    .output(z.strictObject({ users: z.array(RestUser), total: z.int(), nextCursor: z.uuid().nullable() }))
    .query(async ({ ctx, input }) => {
      const { people, total, nextCursor } = await createCaller(ctx).admin.people(input);
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
      const { id, email, isBetaUser } = await createCaller(ctx).admin.setBeta(input);
      return { success: true as const, user: { id, email, isBetaUser } };
    }),

  stats: adminProcedure
    .meta({
      openapi: { ...about, method: 'GET', path: '/api/admin/stats', summary: 'Counts, and how the parts of it do' },
    })
    .input(z.strictObject({}))
    .output(Stats)
    .query(async ({ ctx }) => {
      const { health, ...counts } = await createCaller(ctx).admin.stats();
      const { database, aiProviders, emailService, scrapingService } = health;
      return {
        ...counts,
        systemHealth: {
          database: database.health,
          aiProviders: aiProviders.health,
          emailService: emailService.health,
          scrapingService: scrapingService.health,
        },
      };
    }),
});
