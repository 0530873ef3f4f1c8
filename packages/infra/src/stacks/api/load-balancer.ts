import {
  aws_certificatemanager as acm,
  aws_elasticloadbalancingv2 as elb,
  type aws_s3 as s3,
  Duration,
} from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '../../config/settings.ts';
import { taskSubnets } from '../network/egress.ts';
import type { NetworkStack } from '../network-stack.ts';

export interface LoadBalancerProps {
  readonly settings: Settings;
  readonly network: NetworkStack;
  readonly logs: s3.IBucket;
}

export interface Entrance {
  readonly loadBalancer: elb.ApplicationLoadBalancer;
  /** Speaks TLS; what it does with requests is the caller's. */
  readonly https: elb.ApplicationListener;
}

/**
 * What the world talks to: TLS 1.2 and newer on 443, and a redirection there from 80. With CloudFront before it, it has no
 * public address, and only CloudFront reaches it, by a way of its own into the network.
 */
export function makeLoadBalancer(scope: Construct, { settings, network, logs }: LoadBalancerProps): Entrance {
  const { api, domain, environment } = settings;
  const loadBalancer = new elb.ApplicationLoadBalancer(scope, 'LoadBalancer', {
    vpc: network.vpc,
    vpcSubnets: api.cdn ? taskSubnets : { subnetGroupName: 'public' },
    internetFacing: !api.cdn,
    securityGroup: network.loadBalancerGroup,
    dropInvalidHeaderFields: true,
    deletionProtection: environment === 'production',
    // Shorter than the 72 s for which Fastify holds a connection open: else a request could meet one that is just being closed.
    idleTimeout: Duration.seconds(60),
    // CloudFront has put the caller's address at the end already; the load balancer would add CloudFront's.
    ...(api.cdn ? { xffHeaderProcessingMode: elb.XffHeaderProcessingMode.PRESERVE } : {}),
  });
  loadBalancer.logAccessLogs(logs, 'load-balancer');
  const https = loadBalancer.addListener('Https', {
    port: 443,
    protocol: elb.ApplicationProtocol.HTTPS,
    certificates: [acm.Certificate.fromCertificateArn(scope, 'Certificate', domain.certificateArn)],
    sslPolicy: elb.SslPolicy.TLS13_RES,
    open: false,
  });
  insistOnHttps(https);
  if (api.cdn) return { loadBalancer, https };
  loadBalancer.addListener('Http', {
    port: 80,
    open: false,
    defaultAction: elb.ListenerAction.redirect({ protocol: 'HTTPS', port: '443', permanent: true }),
  });
  return { loadBalancer, https };
}

/** Browsers that were here once never try without TLS again, for a year. */
function insistOnHttps(listener: elb.ApplicationListener): void {
  const resource = listener.node.defaultChild;
  if (!elb.CfnListener.isCfnResource(resource)) return;
  resource.addPropertyOverride('ListenerAttributes', [
    { Key: 'routing.http.response.strict_transport_security.header_value', Value: 'max-age=31536000' },
  ]);
}
