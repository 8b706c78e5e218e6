import type { S3Client } from '@aws-sdk/client-s3';
import type { ArchivePlace, ArchiveSettings } from './archive-place';

type S3Settings = Extract<ArchiveSettings, { kind: 's3' }>;
type Sdk = typeof import('@aws-sdk/client-s3');

const MOST_AT_ONCE = 1_000;
const TRIES = 5;
const CONNECT_MS = 10_000;
const ANSWER_MS = 60_000;

/** Archives in a bucket of Amazon's S3, or of what speaks as it does (MinIO, R2, B2 …). */
export function s3Place(settings: S3Settings): ArchivePlace {
  const { bucket: Bucket, endpoint, region } = settings;
  let opened: Promise<{ sdk: Sdk; client: S3Client }> | null = null;
  const open = () => {
    // Large, and needed once a month: loaded with the first use.
    opened ??= import('@aws-sdk/client-s3').then((sdk) => ({ sdk, client: clientOf(sdk, settings) }));
    return opened;
  };
  return {
    name: `the bucket ${Bucket} at ${endpoint === undefined ? `Amazon S3, ${region}` : new URL(endpoint).host}`,
    async put(Key, Body) {
      const { sdk, client } = await open();
      const ContentType = Key.endsWith('.json') ? 'application/json' : 'application/octet-stream';
      await client.send(new sdk.PutObjectCommand({ Bucket, Key, Body, ContentType }));
    },
    async get(Key) {
      const { sdk, client } = await open();
      try {
        const { Body } = await client.send(new sdk.GetObjectCommand({ Bucket, Key }));
        return Body === undefined ? null : Buffer.from(await Body.transformToByteArray());
      } catch (error) {
        if (error instanceof sdk.NoSuchKey) return null;
        throw error;
      }
    },
    async list(Prefix) {
      const { sdk, client } = await open();
      const paths: string[] = [];
      for await (const { Contents } of sdk.paginateListObjectsV2({ client }, { Bucket, Prefix })) {
        paths.push(...(Contents ?? []).flatMap(({ Key }) => (Key === undefined ? [] : [Key])));
      }
      return paths.sort();
    },
    async remove(paths) {
      const { sdk, client } = await open();
      for (let at = 0; at < paths.length; at += MOST_AT_ONCE) {
        const Objects = paths.slice(at, at + MOST_AT_ONCE).map((Key) => ({ Key }));
        const { Errors } = await client.send(
          new sdk.DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }),
        );
        if (Errors && Errors.length > 0)
          throw new Error(`S3 did not remove ${Errors.length} files: ${Errors[0]?.Code}`);
      }
    },
  };
}

function clientOf(sdk: Sdk, { region, endpoint, keyId, secret }: S3Settings): S3Client {
  return new sdk.S3Client({
    region,
    credentials: { accessKeyId: keyId, secretAccessKey: secret },
    maxAttempts: TRIES,
    requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: ANSWER_MS },
    // Storage other than Amazon's often knows neither names of buckets in the host nor the newer checksums.
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}
