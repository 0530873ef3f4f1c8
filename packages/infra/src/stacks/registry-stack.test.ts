import { describe, expect, test } from 'vitest';
import { environments, templateOf } from '../testing/synthesise.ts';

describe.each(Object.values(environments))('the registry of $environment', (settings) => {
  const template = templateOf(settings, 'registry');

  test('never moves a tag, and looks into each image', () => {
    template.hasResourceProperties('AWS::ECR::Repository', {
      RepositoryName: `fluxion-${settings.environment}`,
      ImageTagMutability: 'IMMUTABLE',
      ImageScanningConfiguration: { ScanOnPush: true },
    });
  });

  test('keeps twenty releases, and what belongs to none for a week', () => {
    const rules: unknown = JSON.parse(
      String(
        Object.values(template.findResources('AWS::ECR::Repository'))[0]?.['Properties'].LifecyclePolicy
          .LifecyclePolicyText,
      ),
    );
    expect(rules).toMatchObject({
      rules: [
        { selection: { tagStatus: 'tagged', tagPatternList: ['*'], countType: 'imageCountMoreThan', countNumber: 20 } },
        { selection: { tagStatus: 'untagged', countType: 'sinceImagePushed', countNumber: 7, countUnit: 'days' } },
      ],
    });
  });

  test('outlives its stack in production only', () => {
    const production = settings.environment === 'production';
    template.hasResource('AWS::ECR::Repository', {
      DeletionPolicy: production ? 'RetainExceptOnCreate' : 'Delete',
      Properties: { EmptyOnDelete: !production },
    });
  });
});
