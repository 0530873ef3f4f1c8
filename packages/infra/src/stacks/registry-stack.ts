import { aws_ecr as ecr, Duration, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '../config/settings.ts';
import { keptInProduction } from './kept.ts';

/** So many releases can be gone back to. */
const releases = 20;

/** Where the images are. A tag is never moved: what ran under it can be run again. */
export class RegistryStack extends Stack {
  readonly repository: ecr.IRepository;

  constructor(scope: Construct, id: string, { settings }: { readonly settings: Settings }) {
    super(scope, id, { env: { region: settings.region } });
    const repository = new ecr.Repository(this, 'Images', {
      repositoryName: `fluxion-${settings.environment}`,
      imageTagMutability: ecr.TagMutability.IMMUTABLE,
      imageScanOnPush: true,
      removalPolicy: keptInProduction(settings),
      emptyOnDelete: settings.environment !== 'production',
    });
    repository.addLifecycleRule({
      description: `The last ${String(releases)} releases`,
      rulePriority: 1,
      tagPatternList: ['*'],
      maxImageCount: releases,
    });
    // What a push that broke off has left. The parts of an image that has a tag are untagged too; ECR keeps them with it.
    repository.addLifecycleRule({
      description: 'Nothing that belongs to no release',
      rulePriority: 2,
      tagStatus: ecr.TagStatus.UNTAGGED,
      maxImageAge: Duration.days(7),
    });
    this.repository = repository;
  }
}
