import {
  aws_iam as iam,
  aws_kms as kms,
  aws_sns as sns,
  aws_sns_subscriptions as subscriptions,
  RemovalPolicy,
  Stack,
} from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '../../config/settings.ts';

/** Who publishes to the topic: CloudWatch's alarms, and RDS what it does with the database. */
const publishers = ['cloudwatch.amazonaws.com', 'events.rds.amazonaws.com'];

/**
 * SNS's own key lets no service publish to a topic, so it takes one of ours. It has no other use: who may publish need not be
 * let near the database's.
 */
function makeKey(scope: Construct, environment: string): kms.Key {
  const key = new kms.Key(scope, 'Key', {
    alias: `fluxion/${environment}/alarms`,
    description: `Alarms of Fluxion, ${environment}`,
    enableKeyRotation: true,
    // Nothing is kept under it: a message is gone once it is sent.
    removalPolicy: RemovalPolicy.DESTROY,
  });
  key.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: publishers.map((publisher) => new iam.ServicePrincipal(publisher)),
      actions: ['kms:GenerateDataKey*', 'kms:Decrypt'],
      resources: ['*'],
    }),
  );
  return key;
}

/** Where alarms go to, and whoever is to be told by mail; they confirm it in a first mail. */
export function makeTopic(scope: Construct, { environment, watch }: Settings): sns.Topic {
  const topic = new sns.Topic(scope, 'Alarms', {
    displayName: `Fluxion ${environment}`,
    masterKey: makeKey(scope, environment),
    enforceSSL: true,
  });
  // A policy of our own takes the place of the one that lets all of the account publish.
  topic.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: publishers.map((publisher) => new iam.ServicePrincipal(publisher)),
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  );
  if (watch.mail !== undefined) topic.addSubscription(new subscriptions.EmailSubscription(watch.mail));
  return topic;
}
