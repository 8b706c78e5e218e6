import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, it } from 'vitest';
import { openApiDocument } from './document';

it('is a valid OpenAPI 3.1 document', async () => {
  const document = structuredClone(openApiDocument());
  expect(document.openapi).toMatch(/^3\.1\./);
  expect(await new Validator().validate({ ...document })).toEqual({ valid: true });
});

it('describes the endpoints of the plan', () => {
  const endpoints = Object.entries(openApiDocument().paths ?? {}).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(endpoints).toEqual(
    expect.arrayContaining([
      'POST /api/auth/register',
      'POST /api/auth/login',
      'POST /api/auth/oauth/google',
      'POST /api/auth/logout',
      'GET /api/monitors',
      'POST /api/monitors',
      'GET /api/monitors/{id}',
      'PUT /api/monitors/{id}',
      'DELETE /api/monitors/{id}',
      'POST /api/monitors/{id}/refresh',
      'GET /api/admin/users',
      'POST /api/admin/users/{id}/beta',
      'GET /api/admin/stats',
    ]),
  );
});

it('refuses fields that it does not describe, and says with which status it answers', () => {
  const create = openApiDocument().paths?.['/api/monitors']?.post;
  expect(create?.requestBody).toMatchObject({
    content: { 'application/json': { schema: { additionalProperties: false, required: ['prompt'] } } },
  });
  expect(Object.keys(create?.responses ?? {})).toEqual(expect.arrayContaining(['201', '400', '409', '422', '429']));
  expect(create?.responses).not.toHaveProperty('200');
  expect(create?.parameters).toEqual([expect.objectContaining({ name: 'Idempotency-Key', in: 'header' })]);
});

it('describes refusals once, by their fields', () => {
  expect(openApiDocument().components?.schemas?.Error).toMatchObject({
    type: 'object',
    properties: { error: { required: ['code', 'reason', 'message', 'fields', 'requestId'] } },
  });
});
