import {
  billOf,
  cells,
  change,
  choicesOf,
  databaseInstance,
  databaseVerdict,
  dollars,
  economical,
  egressUsd,
  endpointsPayFromGb,
  environments,
  hoursAMonth,
  instances,
  plan,
  pricedRegion,
  prices,
  pricesOf,
  sources,
  sum,
  totalVerdict,
  usage,
  type Group,
} from '../../packages/infra/src/cost/index.ts';
import { table } from './table.ts';

const { production, staging } = environments;
const withoutStandby = { ...production, database: { ...production.database, multiAz: false } };
const asPlanned = { ...production, database: { ...production.database, multiAz: false, instance: 't3.medium' } };

/** docs/cost.md: what a month on AWS costs, against what was planned, and what else could be chosen. */
export function costPage(): string {
  return `# What a month on AWS costs

Written by \`npm run docs\` from \`packages/infra/src/cost\`; a test holds it current.

\`\`\`sh
npm run infra:cost                                # every environment, line by line, and what else could be chosen
npm run infra:cost -- --environment production
npm run infra:cost -- --json                      # with the prices, their sources and what is assumed
\`\`\`

The bill is made from the settings in \`packages/infra/src/config\`, the prices in ${pricedRegion} on demand, last compared with their
sources in ${pricesOf}, and the quantities below that no setting tells. No account is asked. Change a setting and run it again.

${summary()}

${exceedance()}

## Production

${billTable(production)}

## Staging

${billTable(staging)}

## What else could be chosen

Each by itself, in dollars a month. Settings are changed in \`packages/infra/src/config/production.ts\` and \`staging.ts\`.

### In production

${choiceTable(production)}

### In staging

${choiceTable(staging)}

${egress()}

${assumptions()}
`;
}

function summary(): string {
  const rows = (
    [
      ['production', production],
      ['production without its standby', withoutStandby],
      ['production at its cheapest: one zone, one task, a NAT instance', economical(production)],
      ['staging', staging],
    ] as const
  ).map(([name, settings]) => {
    const { databaseUsd, restUsd, totalUsd } = billOf(settings);
    return [name, dollars(databaseUsd), dollars(restUsd), dollars(totalUsd)];
  });
  return table(['', 'database', 'everything else', 'together'], rows);
}

function exceedance(): string {
  const bill = billOf(production);
  const standby = bill.totalUsd - billOf(withoutStandby).totalUsd;
  return `## Against the plan

- Production's database: ${databaseVerdict(bill)}. It exceeds by having a standby in another zone, which costs ${dollars(standby)}
  (its instance and its storage). The plan asks for one in production, and its ${dollars(plan.databaseUsd)} are a database without.
  Without it: ${databaseVerdict(billOf(withoutStandby))}.
- Production in all: ${totalVerdict(bill)}.
- Production at its cheapest: ${totalVerdict(billOf(economical(production)))}.
- The cheapest gives up how soon production is back after a fault, and nothing else: without the standby a broken machine or a
  maintenance stops everything for minutes, and a lost zone until a restore is done; with one task nobody is served while it is
  replaced; a NAT instance that breaks stops loads and new tasks until it is replaced, by hand.

The plan's four lines beside what they come to here:

${planned()}

RDS keeps as much of backups as the storage is large for nothing, so that 7 days of them cost nothing until the database fills more
than its storage. What the plan counted for the instance is more than its price on demand in ${pricedRegion}.`;
}

/** The plan's lines, of its own choice and of production's. */
function planned(): string {
  const usd = (settings: typeof production, start: string) =>
    sum(
      billOf(settings).lines.filter(
        ({ group, what }) => group === 'database' && what.toLowerCase().includes(start.toLowerCase()),
      ),
    );
  const rows = Object.entries(plan.databaseLines).map(([line, said]) => [
    line,
    dollars(said),
    dollars(usd(asPlanned, line)),
    dollars(usd(production, line)),
  ]);
  const totals = [plan.databaseUsd, billOf(asPlanned).databaseUsd, billOf(production).databaseUsd].map(
    (total) => `**${dollars(total)}**`,
  );
  return table(
    ['', 'the plan', 'its choice here: db.t3.medium in one zone', 'production'],
    [...rows, ['**together**', ...totals]],
  );
}

function billTable(settings: typeof production): string {
  const bill = billOf(settings);
  const rows = (group: Group) => bill.lines.filter((line) => line.group === group).map(cells);
  return table(
    ['what', 'quantity', 'price', 'a month'],
    [
      ...rows('database'),
      ['**the database**', '', '', `**${dollars(bill.databaseUsd)}**`],
      ...rows('rest'),
      ['**everything else**', '', '', `**${dollars(bill.restUsd)}**`],
      ['**together**', '', '', `**${dollars(bill.totalUsd)}**`],
    ],
  );
}

function choiceTable(settings: typeof production): string {
  return table(
    ['choice', 'a month', 'what it gives up or gets'],
    choicesOf(settings).map(({ name, usd, meaning }) => [name, change(usd), meaning]),
  );
}

function egress(): string {
  const { zones } = production.network;
  const enough = endpointsPayFromGb(zones);
  const rows = [0, usage.throughNat.quantity, 100, enough, 2 * enough].map((gb) => [
    `${gb} GB`,
    ...(['nat-gateway', 'endpoints', 'nat-instance'] as const).map((kind) => dollars(egressUsd(kind, zones, gb))),
  ]);
  return `## A NAT gateway or endpoints

Tasks in private subnets must reach the registry, the logs and the secrets of AWS, and stores outside of it. Half of the bill of
the system before was its NAT. What a month costs in ${zones} zones, by what passes through:

${table(['through it', 'NAT gateway', 'endpoints', 'NAT instance'], rows)}

Production has **one NAT gateway**. Below ${enough} GB a month it costs less than the four endpoints that would take its place, and it
reaches stores outside of AWS, which endpoints do not. What used to make a NAT dear does not pass through it: the layers of images
come by the endpoint of S3, which costs nothing and is there in any case, and there is one gateway, not one in each zone (each more
costs ${dollars(egressUsd('nat-gateway', zones, 0))}). If its zone fails, people go on working, since answers do not pass through it, but loads
and new tasks wait until it is back. Staging has a NAT instance.`;
}

function assumptions(): string {
  const quantities = Object.values(usage).map(({ quantity, unit, because }) => [
    `${quantity.toLocaleString('en-US')} ${unit}`,
    because,
  ]);
  const priced = Object.entries(prices).map(([name, { usd, unit, source }]) => [
    `\`${name}\``,
    `$${usd}`,
    unit,
    source,
  ]);
  const classes = [...instances].map(([name, { oneZone, twoZones }]) => [
    `db.${name}`,
    `$${oneZone.usd}`,
    `$${twoZones.usd}`,
    oneZone.source,
  ]);
  const sourceRows = Object.entries(sources).map(([name, text]) => [name, text]);
  return `## What the quantities are taken from

A month of 16 stores, in \`packages/infra/src/cost/usage.ts\`. They are taken, not measured: compare them with the first real bill.

${table(['quantity', 'because'], quantities)}

## Prices

In \`packages/infra/src/cost/prices.ts\` and, of instances, \`instances.ts\`.

${table(['price', 'usd', 'for', 'source'], priced)}

${table(['instance', 'an hour', 'with a standby', 'source'], classes)}

${table(['source', 'where and when'], sourceRows)}

## What is not counted

- Taxes and a support plan.
- What AWS gives once to each account, since another system may have used it up: 100 GB to the internet, 1 TB by CloudFront, 10
  metrics, 10 alarms, 3 dashboards, 5 GB of logs. Mails, schedules and budgets stay within what costs nothing.
- The migration: one task for some hours, and the old system's file system while it is kept.
- The name in Route 53; the certificate costs nothing.
- The key's rotation: each of its first two yearly rotations adds a dollar a month.
- A processor that computes more than its baseline, 20 % of each core of a db.t4g.medium, on average over a day: $0.075 for each hour
  of a core. At 50 % all month that would be ${dollars(2 * 0.3 * hoursAMonth * prices.databaseBurst.usd)}.
- Commitments. A year's reservation of db.t3.large without paying ahead saves 30 % (MySQL, $69.86 in place of $99.28 a month, infracost
  as above); no price was found for db.t4g.medium, where as much would be ${dollars(0.3 * hoursAMonth * databaseInstance('t4g.medium').twoZones.usd)} with its standby. Savings plans cover
  the processor and memory of Fargate; no percentage was verified.`;
}
