import { aws_budgets as budgets, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '../config/settings.ts';

/** When a mail is sent: of the month's limit, in percent. */
const notices = [
  { notificationType: 'ACTUAL', threshold: 80 },
  { notificationType: 'FORECASTED', threshold: 100 },
] as const;

/**
 * What a month may cost, and who is told before it does.
 *
 * It counts all of the account: a budget of only what has our tags stays at nothing until somebody activates these tags for
 * billing by hand, and then still lacks what AWS cannot tag. So give each environment an account of its own, or expect the
 * mails of both to tell of the sum.
 */
export class BudgetStack extends Stack {
  constructor(scope: Construct, id: string, { settings }: { readonly settings: Settings }) {
    super(scope, id, { env: { region: settings.region } });
    const { environment, watch } = settings;
    const { mail } = watch;
    new budgets.CfnBudget(this, 'Month', {
      budget: {
        budgetName: `fluxion-${environment}`,
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: watch.budgetUsd, unit: 'USD' },
      },
      notificationsWithSubscribers:
        mail === undefined
          ? []
          : notices.map((notice) => ({
              notification: { ...notice, thresholdType: 'PERCENTAGE', comparisonOperator: 'GREATER_THAN' },
              subscribers: [{ subscriptionType: 'EMAIL', address: mail }],
            })),
    });
  }
}
