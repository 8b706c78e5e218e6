import { expect, it } from 'vitest';
import { judgeRule } from '@/domain/alerts/judge-rule';
import { AlertRuleName } from '@/domain/alerts/rule';
import { ALERT_RULES, ruleOf } from './alert-rules';

it('every name has one rule', () => {
  expect(ALERT_RULES.map(({ name }) => name).sort()).toEqual([...AlertRuleName.options].sort());
  expect(ruleOf('what an older version had')).toBeUndefined();
});

it("the plan's four are as the plan has them", () => {
  const of = (name: AlertRuleName) => ruleOf(name);
  expect(of('error_rate')).toMatchObject({ threshold: 0.05, windowMinutes: 5, channels: ['email', 'slack'] });
  expect(of('response_time')).toMatchObject({ threshold: 2_000, windowMinutes: 10, channels: ['email'] });
  const all = ['email', 'slack', 'pagerduty'];
  expect(of('ai_provider_failure')).toMatchObject({ threshold: 0.1, windowMinutes: 2, channels: all });
  expect(of('email_delivery_failure')).toMatchObject({ threshold: 0.05, windowMinutes: 15 });
  expect(of('email_delivery_failure')?.channels).toContain('email');
});

it('what says that emails do not go out goes by something else', () => {
  expect(ruleOf('email_refused')?.channels).not.toContain('email');
  expect(ruleOf('email_delivery_failure')?.channels).not.toEqual(['email']);
});

it.each(ALERT_RULES)('$name speaks in whole sentences, at its limit and below', (rule) => {
  const at = (value: number | null) =>
    judgeRule(rule, {
      subject: 'shop.example',
      value,
      seen: rule.least,
      counted: Math.ceil(rule.least * (value ?? 0)),
    });
  expect(at(rule.threshold).state).toBe('firing');
  expect(at(rule.threshold * 0.9).state).toBe('fine');
  expect(at(null).state).toBe('unknown');
  for (const { why } of [at(rule.threshold), at(0), at(null)]) {
    expect(why).toMatch(/^[\dA-Z].*\.$/);
    expect(why).not.toMatch(/undefined|null|NaN|shop\.example/);
    expect(why.length).toBeLessThan(300);
  }
});
