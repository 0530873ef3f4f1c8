import { aws_s3 as s3, Duration, Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Settings } from '../../config/settings.ts';
import { keptInProduction } from '../kept.ts';

/** Who asked for what at the load balancer (and CloudFront), for as long as the other logs are kept. */
export function makeLogBucket(scope: Construct, { environment, api, watch }: Settings): s3.IBucket {
  const bucket = new s3.Bucket(scope, 'AccessLogs', {
    // Load balancers can write to nothing else: not with a key of one's own.
    encryption: s3.BucketEncryption.S3_MANAGED,
    blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    // CloudFront's logs belong to CloudFront unless the bucket's owner may be told by a list of rights.
    ...(api.cdn ? { objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_PREFERRED } : {}),
    lifecycleRules: [
      { expiration: Duration.days(watch.logDays), abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ],
    removalPolicy: keptInProduction({ environment }),
    // S3 deletes no bucket that has something in it, and staging could not be taken down.
    autoDeleteObjects: environment !== 'production',
  });
  Validations.of(bucket).acknowledge({
    id: 'AwsSolutions-S1',
    reason: 'It is where access logs are put: a log of who puts logs there would log itself',
  });
  return bucket as s3.IBucket;
}
