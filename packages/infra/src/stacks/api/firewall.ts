import { ArnFormat, aws_logs as logs, aws_wafv2 as waf, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '../../config/settings.ts';
import { firewallRules, refusals } from './firewall-rules.ts';

/** Before the load balancer, or before CloudFront where there is one: what comes after that would see its addresses only. */
export type FirewallScope = 'REGIONAL' | 'CLOUDFRONT';

/** The firewall; whoever makes it puts it before something. */
export function makeFirewall(scope: Construct, settings: Settings, kind: FirewallScope): waf.CfnWebACL {
  const firewall = new waf.CfnWebACL(scope, 'Firewall', {
    name: `fluxion-${settings.environment}`,
    scope: kind,
    defaultAction: { allow: {} },
    rules: firewallRules(settings.api.requestsPerFiveMinutes),
    customResponseBodies: refusals,
    visibilityConfig: { cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName: 'all' },
  });
  logRefusals(scope, settings, firewall);
  return firewall;
}

/** Every request that was refused, or would have been; of what comes with it, nothing that signs anybody in. */
function logRefusals(scope: Construct, { environment, watch }: Settings, firewall: waf.CfnWebACL): void {
  const group = new logs.LogGroup(scope, 'FirewallLogs', {
    // WAF writes to no group whose name begins otherwise.
    logGroupName: `aws-waf-logs-fluxion-${environment}`,
    retention: watch.logDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  new waf.CfnLoggingConfiguration(scope, 'FirewallLogging', {
    resourceArn: firewall.attrArn,
    // Without the `:*` at its end that the group's own ARN has.
    logDestinationConfigs: [
      Stack.of(scope).formatArn({
        service: 'logs',
        resource: 'log-group',
        resourceName: group.logGroupName,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      }),
    ],
    redactedFields: ['authorization', 'cookie'].map((name) => ({ singleHeader: { Name: name } })),
    loggingFilter: {
      DefaultBehavior: 'DROP',
      Filters: [
        {
          Behavior: 'KEEP',
          Requirement: 'MEETS_ANY',
          Conditions: ['BLOCK', 'COUNT', 'EXCLUDED_AS_COUNT'].map((Action) => ({ ActionCondition: { Action } })),
        },
      ],
    },
  });
}
