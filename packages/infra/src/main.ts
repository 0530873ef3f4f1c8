import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { compose } from './compose.ts';
import { readSettings, SettingsError } from './config/read-settings.ts';

const app = new App();
// A finding without a reason ends the synthesis.
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
try {
  compose(
    app,
    readSettings((name) => app.node.tryGetContext(name)),
  );
  app.synth();
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
