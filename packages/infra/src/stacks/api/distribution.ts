import {
  aws_certificatemanager as acm,
  aws_cloudfront as cloudfront,
  aws_cloudfront_origins as origins,
  type aws_elasticloadbalancingv2 as elb,
  type aws_s3 as s3,
  Duration,
  Validations,
} from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { SettingsError } from '../../config/read-settings.ts';
import type { Settings } from '../../config/settings.ts';

export interface DistributionProps {
  readonly settings: Settings;
  readonly loadBalancer: elb.ApplicationLoadBalancer;
  readonly logs: s3.IBucket;
  readonly webAclId: string;
}

/**
 * CloudFront before the load balancer, which it reaches within the network. It keeps the dashboard's files whose names hold
 * a digest of their content, near to the screens that show them; everything else is asked for each time.
 * @throws SettingsError outside of the only region that CloudFront takes certificates and firewalls from
 */
export function makeDistribution(
  scope: Construct,
  { settings, loadBalancer, logs, webAclId }: DistributionProps,
): cloudfront.Distribution {
  const { domain, region } = settings;
  if (region !== 'us-east-1')
    throw new SettingsError(`api.cdn needs region us-east-1 for its certificate and firewall, not "${region}"`);
  const origin = origins.VpcOrigin.withApplicationLoadBalancer(loadBalancer, {
    // The load balancer's certificate is of this name, and CloudFront insists on it.
    domainName: domain.name,
    protocolPolicy: cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
    // A question may take 30 s; at its end the program itself answers.
    readTimeout: Duration.seconds(60),
    // As long as the load balancer, whose idle time ends at 60 s.
    keepaliveTimeout: Duration.seconds(55),
  });
  const behaviour = {
    origin,
    viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
    originRequestPolicy: cloudfront.OriginRequestPolicy.ALL_VIEWER,
  };
  const distribution = new cloudfront.Distribution(scope, 'Distribution', {
    comment: `Fluxion ${settings.environment}`,
    domainNames: [domain.name],
    certificate: acm.Certificate.fromCertificateArn(scope, 'EdgeCertificate', domain.certificateArn),
    minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
    httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
    // The screens are in South America, which cheaper classes serve from elsewhere.
    priceClass: cloudfront.PriceClass.PRICE_CLASS_ALL,
    webAclId,
    enableLogging: true,
    logBucket: logs,
    logFilePrefix: 'cloudfront/',
    defaultBehavior: {
      ...behaviour,
      allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
      cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
    },
    additionalBehaviors: {
      '/app/assets/*': { ...behaviour, cachePolicy: cloudfront.CachePolicy.CACHING_OPTIMIZED },
    },
  });
  Validations.of(distribution).acknowledge({
    id: 'AwsSolutions-CFR1',
    reason: 'Managers travel, and data is shown to whoever signs in, wherever that is',
  });
  return distribution;
}
