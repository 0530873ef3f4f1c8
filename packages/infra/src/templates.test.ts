import { join } from 'node:path';
import { App, Stack, Validations } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { compose } from './compose.ts';
import type { Settings } from './config/settings.ts';
import { environments, stacksOf } from './testing/synthesise.ts';

const snapshots = join(import.meta.dirname, '..', 'snapshots');

/** Names that the CDK works out of a file's contents, which another version of it may write otherwise. */
const hash = /\b[0-9a-f]{64}\b/g;

/** The options that neither environment has, all at once. */
const withOptions: Settings = {
  ...environments.production,
  network: { ...environments.production.network, egress: 'endpoints' },
  database: { ...environments.production.database, proxy: true, readReplica: true },
  api: { ...environments.production.api, cdn: true },
};

const all = { ...environments, 'production with every option': withOptions };

describe.each(Object.entries(all))('%s', (_, settings) => {
  const app = stacksOf(settings).network.node.root;

  it('keeps to the rules of AWS Solutions, but for those whose reason not to is told', () => {
    const { success, violations } = new AwsSolutionsChecks().validateScope(app);
    const found = violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(
        ({ constructPath, resourceLogicalId }) => `${ruleName}: ${constructPath ?? resourceLogicalId}`,
      ),
    );
    expect(found).toEqual([]);
    expect(success).toBe(true);
  });

  it('gives a reason of its own for each rule that it does not keep to', () => {
    const reasons = app.node
      .findAll()
      .flatMap((construct) => construct.node.metadata)
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.values(data as Record<string, string>));
    expect(reasons.length).toBeGreaterThan(0);
    expect(reasons.filter((reason) => reason.split(' ').length < 5)).toEqual([]);
  });
});

/** The CDK's validator takes seconds of a processor to load, and many more where others want it too. */
const whileLoading = 120_000;

it.each(Object.entries(environments))(
  'shows in review what changes in the templates of %s',
  async (name, settings) => {
    // Synthesised as for a deployment: the CDK's own validator refuses what it knows CloudFormation would.
    const app = new App();
    compose(app, settings);
    for (const stack of app.node.children.filter((child) => Stack.isStack(child))) {
      const template = JSON.stringify(Template.fromStack(stack).toJSON(), undefined, 2).replaceAll(hash, 'HASH');
      await expect(`${template}\n`).toMatchFileSnapshot(join(snapshots, `${name}-${stack.node.id.split('-')[2]}.json`));
    }
  },
  whileLoading,
);
