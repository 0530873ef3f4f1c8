import { Stack } from 'aws-cdk-lib';
import type { IRepository } from 'aws-cdk-lib/aws-ecr';
import type { Construct } from 'constructs';
import type { Settings } from '../config/settings.ts';

/** Where the images are. */
export class RegistryStack extends Stack {
  declare readonly repository: IRepository;

  constructor(scope: Construct, id: string, { settings }: { readonly settings: Settings }) {
    super(scope, id, { env: { region: settings.region } });
  }
}
