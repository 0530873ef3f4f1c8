import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, it } from 'vitest';
import type { Settings } from '../config/settings.ts';
import { environments } from '../testing/synthesise.ts';
import { BudgetStack } from './budget-stack.ts';

const { staging, production } = environments;

const budgetOf = (settings: Settings) => Template.fromStack(new BudgetStack(new App(), 'Budget', { settings }));
const budgets = { staging: budgetOf(staging), production: budgetOf(production) };

describe('the budget', () => {
  it.each(['staging', 'production'] as const)(
    'of %s warns by mail when 80 % of the amount are spent, and when it is foreseen to be passed',
    (name) => {
      const notice = (NotificationType: string, Threshold: number) => ({
        Notification: { NotificationType, Threshold, ThresholdType: 'PERCENTAGE', ComparisonOperator: 'GREATER_THAN' },
        Subscribers: [{ SubscriptionType: 'EMAIL', Address: 'operator@example.com' }],
      });
      budgets[name].hasResourceProperties('AWS::Budgets::Budget', {
        Budget: {
          BudgetName: `fluxion-${name}`,
          BudgetType: 'COST',
          TimeUnit: 'MONTHLY',
          BudgetLimit: { Amount: environments[name].watch.budgetUsd, Unit: 'USD' },
        },
        NotificationsWithSubscribers: [notice('ACTUAL', 80), notice('FORECASTED', 100)],
      });
    },
  );

  it('warns nobody where nobody is named', () => {
    const settings = { ...staging, watch: { ...staging.watch, mail: undefined } };
    budgetOf(settings).hasResourceProperties('AWS::Budgets::Budget', { NotificationsWithSubscribers: [] });
  });
});
