import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { environments, stacksOf, templateOf } from '../testing/synthesise.ts';
import { variant } from '../testing/variant.ts';

const { production, staging } = environments;
const template = templateOf(production, 'api');
const small = templateOf(staging, 'api');
const withCdn = templateOf(variant, 'api');

/** The values of a list of `{ Key, Value }` by their keys. */
function attributes(of: typeof template, type: string, list: string): Record<string, unknown> {
  const [resource] = Object.values(of.findResources(type));
  const entries: ReadonlyArray<{ Key: string; Value: unknown }> = resource?.['Properties'][list];
  return Object.fromEntries(entries.map(({ Key, Value }) => [Key, Value]));
}

function balancer(of: typeof template): Record<string, unknown> {
  return attributes(of, 'AWS::ElasticLoadBalancingV2::LoadBalancer', 'LoadBalancerAttributes');
}

describe('the service', () => {
  test('replaces tasks without a gap, and goes back by itself when the new ones do not live', () => {
    template.hasResourceProperties('AWS::ECS::Service', {
      LaunchType: 'FARGATE',
      DeploymentConfiguration: {
        MinimumHealthyPercent: 100,
        MaximumPercent: 200,
        DeploymentCircuitBreaker: { Enable: true, Rollback: true },
      },
      AvailabilityZoneRebalancing: 'ENABLED',
      NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: 'DISABLED' } },
      // The scaling's.
      DesiredCount: Match.absent(),
    });
  });

  test('serves, and leaves loads to tasks of their own', () => {
    const [task] = Object.values(template.findResources('AWS::ECS::TaskDefinition'));
    const container = task?.['Properties'].ContainerDefinitions[0];
    expect(container.Command).toEqual(['up']);
    expect(container.PortMappings).toEqual([{ ContainerPort: 8001, Protocol: 'tcp' }]);
    expect(container.Environment).toEqual(
      expect.arrayContaining([
        { Name: 'ENVIRONMENT', Value: 'production' },
        { Name: 'FLUXION_HOST', Value: '0.0.0.0' },
        { Name: 'PORT', Value: '8001' },
        { Name: 'FLUXION_HOME', Value: '/data' },
        { Name: 'FLUXION_PROXIES', Value: '10.10.0.0/16' },
        { Name: 'FLUXION_NO_LOADS', Value: '1' },
        { Name: 'LOG_LEVEL', Value: 'info' },
      ]),
    );
    expect(container.HealthCheck.Command.slice(0, 3)).toEqual(['CMD', 'node', '-e']);
    expect(task?.['Properties']).toMatchObject({ Cpu: '512', Memory: '2048', EphemeralStorage: { SizeInGiB: 30 } });
  });

  test.each([
    ['production', template, 2, 4],
    ['staging', small, 1, 2],
  ])('of %s grows with processor and requests', (_name, of, MinCapacity, MaxCapacity) => {
    of.hasResourceProperties('AWS::ApplicationAutoScaling::ScalableTarget', { MinCapacity, MaxCapacity });
    for (const [PredefinedMetricType, TargetValue] of [
      ['ECSServiceAverageCPUUtilization', 60],
      ['ALBRequestCountPerTarget', 1500],
    ])
      of.hasResourceProperties('AWS::ApplicationAutoScaling::ScalingPolicy', {
        TargetTrackingScalingPolicyConfiguration: {
          PredefinedMetricSpecification: { PredefinedMetricType },
          TargetValue,
        },
      });
  });
});

describe('the load balancer', () => {
  test('speaks TLS 1.2 and newer, and sends everybody there', () => {
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', {
      Port: 443,
      Protocol: 'HTTPS',
      SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-Res-2021-06',
      Certificates: [{ CertificateArn: production.domain.certificateArn }],
      ListenerAttributes: [
        { Key: 'routing.http.response.strict_transport_security.header_value', Value: 'max-age=31536000' },
      ],
    });
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::Listener', {
      Port: 80,
      DefaultActions: [
        { Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' } },
      ],
    });
  });

  test('drops headers that are none, writes a log, and is not deleted by mistake in production', () => {
    expect(balancer(template)).toMatchObject({
      'routing.http.drop_invalid_header_fields.enabled': 'true',
      'access_logs.s3.enabled': 'true',
      'idle_timeout.timeout_seconds': '60',
      'deletion_protection.enabled': 'true',
    });
    expect(balancer(small)['deletion_protection.enabled']).toBe('false');
  });

  test('asks each task whether it is ready, waits for migrations and standbys, and sends nobody back to the same one', () => {
    template.hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', {
      HealthCheckPath: '/ready',
      HealthCheckIntervalSeconds: 30,
      UnhealthyThresholdCount: 10,
      Port: 8001,
      TargetType: 'ip',
    });
    template.hasResourceProperties('AWS::ECS::Service', { HealthCheckGracePeriodSeconds: 900 });
    expect(attributes(template, 'AWS::ElasticLoadBalancingV2::TargetGroup', 'TargetGroupAttributes')).toMatchObject({
      'stickiness.enabled': 'false',
      'deregistration_delay.timeout_seconds': '60',
    });
  });

  test('keeps its log in private, as long as the settings say', () => {
    template.hasResource('AWS::S3::Bucket', {
      DeletionPolicy: 'RetainExceptOnCreate',
      Properties: {
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        LifecycleConfiguration: { Rules: [Match.objectLike({ ExpirationInDays: 90, Status: 'Enabled' })] },
      },
    });
  });
});

describe('the firewall', () => {
  const [firewall] = Object.values(template.findResources('AWS::WAFv2::WebACL'));
  const rules: ReadonlyArray<Record<string, unknown>> = firewall?.['Properties'].Rules;

  test('refuses an address that sends too much, as the program does it', () => {
    expect(rules[0]).toMatchObject({
      Statement: { RateBasedStatement: { AggregateKeyType: 'IP', Limit: 10_000, EvaluationWindowSec: 300 } },
      Action: { Block: { CustomResponse: { ResponseCode: 429, CustomResponseBodyKey: 'tooMany' } } },
    });
    const body: unknown = JSON.parse(firewall?.['Properties'].CustomResponseBodies.tooMany.Content);
    expect(body).toMatchObject({ status: 429, codigo: 'TOO_MANY_REQUESTS' });
  });

  test('has the rules that AWS keeps, but refuses no honest body and no long filter', () => {
    expect(rules.slice(1).map(({ Name }) => Name)).toEqual([
      'AWSManagedRulesCommonRuleSet',
      'AWSManagedRulesKnownBadInputsRuleSet',
    ]);
    const { RuleActionOverrides: overrides } = (
      rules[1] as { Statement: { ManagedRuleGroupStatement: { RuleActionOverrides: readonly unknown[] } } }
    ).Statement.ManagedRuleGroupStatement;
    expect(overrides).toContainEqual({ Name: 'SizeRestrictions_BODY', ActionToUse: { Count: {} } });
    expect(overrides).toContainEqual({ Name: 'CrossSiteScripting_BODY', ActionToUse: { Count: {} } });
    expect(overrides).toContainEqual({ Name: 'SizeRestrictions_QUERYSTRING', ActionToUse: { Count: {} } });
    expect(overrides).toHaveLength(6);
  });

  test('stands before the load balancer, and logs what it refuses without what signs people in', () => {
    template.hasResourceProperties('AWS::WAFv2::WebACL', { Scope: 'REGIONAL' });
    template.resourceCountIs('AWS::WAFv2::WebACLAssociation', 1);
    template.hasResourceProperties('AWS::WAFv2::LoggingConfiguration', {
      RedactedFields: [{ SingleHeader: { Name: 'authorization' } }, { SingleHeader: { Name: 'cookie' } }],
      LoggingFilter: Match.objectLike({ DefaultBehavior: 'DROP' }),
    });
  });
});

describe('with CloudFront', () => {
  test('there is none unless it is asked for', () => {
    template.resourceCountIs('AWS::CloudFront::Distribution', 0);
  });

  test('only files that never change are kept', () => {
    withCdn.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Aliases: ['fluxion.example.com'],
        DefaultCacheBehavior: {
          // CachingDisabled, by the id that AWS gives it.
          CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
          ViewerProtocolPolicy: 'redirect-to-https',
        },
        CacheBehaviors: [
          Match.objectLike({ PathPattern: '/app/assets/*', CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6' }),
        ],
        ViewerCertificate: Match.objectLike({ MinimumProtocolVersion: 'TLSv1.2_2021' }),
        WebACLId: Match.anyValue(),
      },
    });
  });

  test('the load balancer has no public address, and believes what CloudFront says of the caller', () => {
    withCdn.hasResourceProperties('AWS::ElasticLoadBalancingV2::LoadBalancer', { Scheme: 'internal' });
    withCdn.resourceCountIs('AWS::ElasticLoadBalancingV2::Listener', 1);
    withCdn.hasResourceProperties('AWS::CloudFront::VpcOrigin', {
      VpcOriginEndpointConfig: Match.objectLike({ OriginProtocolPolicy: 'https-only' }),
    });
    expect(balancer(withCdn)['routing.http.xff_header_processing.mode']).toBe('preserve');
    expect(balancer(template)).not.toHaveProperty('routing.http.xff_header_processing.mode');
  });

  test('the firewall stands before CloudFront', () => {
    withCdn.hasResourceProperties('AWS::WAFv2::WebACL', { Scope: 'CLOUDFRONT' });
    withCdn.resourceCountIs('AWS::WAFv2::WebACLAssociation', 0);
  });

  test('it is refused outside of the only region that it can be made in', () => {
    expect(() => stacksOf({ ...variant, region: 'eu-west-1' })).toThrow(
      'api.cdn needs region us-east-1 for its certificate and firewall, not "eu-west-1"',
    );
  });
});
