import { aws_rds as rds, type aws_sns as sns } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** What no metric says: that the standby took over, that storage can grow no further, that a restore has ended. */
const categories = ['availability', 'deletion', 'failover', 'failure', 'low storage', 'maintenance', 'recovery'];

/** Tells the topic of what RDS does with the database, or what happens to it. */
export function tellDatabaseEvents(scope: Construct, instance: rds.IDatabaseInstance, topic: sns.ITopic): void {
  new rds.CfnEventSubscription(scope, 'DatabaseEvents', {
    snsTopicArn: topic.topicArn,
    sourceType: 'db-instance',
    sourceIds: [instance.instanceIdentifier],
    eventCategories: categories,
  });
}
