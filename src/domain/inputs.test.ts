import { describe, expect, it } from 'vitest';
import { CreateUserSchema, LoginSchema } from './account/account-input';
import { CreateMonitorInput, MonitorName, PromptText, UpdateMonitorInput } from './contract/monitor-input';

const messages = (result: { success: boolean; error?: { issues: { message: string }[] } }) =>
  result.error?.issues.map((issue) => issue.message) ?? [];

describe('PromptText', () => {
  it.each([
    ['x'.repeat(9), 'Monitor description must be at least 10 characters'],
    [`  ${'x'.repeat(9)}  `, 'Monitor description must be at least 10 characters'],
    [`\u200b\u200b${'x'.repeat(8)}`, 'Monitor description must be at least 10 characters'],
    ['x'.repeat(501), 'Monitor description must be less than 500 characters'],
    ['x'.repeat(50_000), 'Monitor description must be less than 500 characters'],
    [undefined, 'Describe what you want to be told about'],
  ])('refuses %j', (prompt, message) => {
    expect(messages(PromptText.safeParse(prompt))).toContain(message);
  });

  it('takes 10 and 500 characters, and tidies', () => {
    expect(PromptText.parse('x'.repeat(10))).toHaveLength(10);
    expect(PromptText.parse('x'.repeat(500))).toHaveLength(500);
    expect(PromptText.parse(' Tell me\n\twhen\u0000 it   rains ')).toBe('Tell me when it rains');
  });
});

it('MonitorName is one line of 1 to 100 characters', () => {
  expect(MonitorName.parse(' Rain\nin Oslo ')).toBe('Rain in Oslo');
  expect(messages(MonitorName.safeParse('  '))).toEqual(['Monitor name is required']);
  expect(messages(MonitorName.safeParse('x'.repeat(101)))).toEqual(['Monitor name must be less than 100 characters']);
});

it('a new monitor needs a prompt only, and refuses what it does not know', () => {
  const prompt = 'Tell me when it rains';
  expect(CreateMonitorInput.parse({ prompt })).toEqual({ prompt });
  expect(CreateMonitorInput.safeParse({ prompt, userId: 'someone else' }).success).toBe(false);
  expect(UpdateMonitorInput.parse({ isActive: false })).toEqual({ isActive: false });
  expect(messages(UpdateMonitorInput.safeParse({ source: 'x' }))).toEqual([
    'Give the address of the page, for example https://shop.example/headphones',
  ]);
});

describe('accounts', () => {
  const person = { email: ' Ada@Example.com ', password: 'Correct1horse', name: 'Ada' };

  it('takes a sign-up and gives the address in lower case', () => {
    expect(CreateUserSchema.parse(person)).toEqual({ ...person, email: 'ada@example.com' });
  });

  it.each([
    [{ email: 'nobody' }, 'Invalid email address'],
    [{ email: `${'x'.repeat(250)}@example.com` }, 'Invalid email address'],
    [{ password: 'Short1' }, 'Password must be at least 8 characters'],
    [{ password: 'alllowercase1' }, 'Password must contain uppercase, lowercase, and number'],
    [{ password: 'ALLUPPERCASE1' }, 'Password must contain uppercase, lowercase, and number'],
    [{ password: 'NoNumberHere' }, 'Password must contain uppercase, lowercase, and number'],
    [{ name: '  ' }, 'Name is required'],
    [{ name: 'x'.repeat(101) }, 'Name must be less than 100 characters'],
    [{ name: 'Ada\nBcc: all@example.com' }, 'Name must be on one line'],
  ])('refuses %j', (change, message) => {
    expect(messages(CreateUserSchema.safeParse({ ...person, ...change }))).toContain(message);
  });

  it('signs in with any password that is there', () => {
    expect(LoginSchema.parse({ email: 'A@b.co', password: 'x' })).toEqual({ email: 'a@b.co', password: 'x' });
    expect(messages(LoginSchema.safeParse({ email: 'a@b.co', password: '' }))).toEqual(['Password is required']);
  });
});
