/** A quantity that the bill depends on and no setting tells, with the reason for taking it. */
export interface Assumption {
  readonly quantity: number;
  readonly unit: string;
  readonly because: string;
}

/** What a chain of 16 stores uses in a month. Compare with the first real bill, and change here what differs. */
export const usage = {
  databaseData: {
    quantity: 50,
    unit: 'GB',
    because: 'the 16 GB DuckDB file as rows with indexes, taken as three times its size; not measured on that chain',
  },
  databaseChanges: {
    quantity: 1,
    unit: 'GB a day',
    because: 'what a backup of a day holds beside the day before: the log of 16 stores loaded, and rows that changed',
  },
  databaseBurst: {
    quantity: 0,
    unit: 'vCPU-hours',
    because:
      'an alarm tells of a processor over 50 %, and loads of 2 to 3 hours a day stay below the baseline of 20 % on average',
  },
  keyRequests: {
    quantity: 100_000,
    unit: 'requests',
    because: 'one for each secret that is asked for; the database itself asks seldom',
  },
  secretCalls: {
    quantity: 100_000,
    unit: 'calls',
    because: 'one for each new connection: 3,000 load tasks with a few, and an API that closes those that nobody uses',
  },
  throughNat: {
    quantity: 15,
    unit: 'GB',
    because:
      'logs, secrets and rows fetched from stores outside of AWS; layers of images come by the S3 endpoint, free',
  },
  betweenZones: {
    quantity: 40,
    unit: 'GB for each API task',
    because:
      'rows from the database in another zone: a task copies the sales into its mirror when it starts, then what changes',
  },
  toInternet: {
    quantity: 20,
    unit: 'GB',
    because: '30 people, 20 working days, 30 MB a day each: pages are cached, answers compressed; and some exports',
  },
  requests: {
    quantity: 3,
    unit: 'million requests',
    because:
      'half of 30 people with a page open 6 hours on 20 days, asking each 10 seconds; half of stores that send sales',
  },
  loadBalancerUnits: {
    quantity: 0.1,
    unit: 'LCU on average',
    because: 'one unit is 25 new connections a second, 3,000 open ones or 1 GB an hour; this is a tenth at the busiest',
  },
  busyHours: {
    quantity: 1,
    unit: 'hour a day',
    because: 'with all tasks that scaling allows, in the hour when every store asks at once',
  },
  images: {
    quantity: 3,
    unit: 'GB',
    because: '20 images are kept, of 150 MB compressed; those built after one another share most layers',
  },
  logs: {
    quantity: 4,
    unit: 'GB',
    because:
      'a line of 1 kB for each request; a pulse each minute, loads, the database and refused packets as a third of that',
  },
  accessLogFiles: {
    quantity: 20_000,
    unit: 'files',
    because: 'a load balancer writes one each 5 minutes from each zone',
  },
  accessLogs: { quantity: 1, unit: 'GB', because: '3 million lines of 0.4 kB, compressed' },
} as const satisfies Record<string, Assumption>;

/** How many of a thing the stacks make; a test counts them in the templates. */
export const made = {
  /** Of the database, its backups and its secrets. */
  databaseKeys: 1,
  /** Of the topic that alarms go to: AWS's own key lets no alarm use it. */
  topicKeys: 1,
  /** Of the two roles, and what second factors are encrypted with. */
  secrets: 3,
  /** Interface endpoints where there is no NAT: two of the registry, the logs and the secrets. */
  endpoints: 4,
  /** The rate rule and two groups that AWS manages. */
  firewallRules: 3,
  /** What alarms look at: one that computes from several metrics counts several. */
  alarmMetrics: 18,
  /** Of the program itself, from its log. */
  customMetrics: 3,
  dashboards: 1,
} as const;
