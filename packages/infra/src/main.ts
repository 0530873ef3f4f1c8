import { App } from 'aws-cdk-lib';
import { compose } from './compose.ts';
import { readSettings, SettingsError } from './config/read-settings.ts';

const app = new App();
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
