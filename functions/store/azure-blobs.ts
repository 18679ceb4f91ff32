// Blobs in Azure Storage: all in one container, paths inside. Nothing is ever overwritten here, so there is no update,
// no delete and no lease; what a path holds today it holds for good.

import { addAbortSignal, type Readable } from 'node:stream';
import type { BlockBlobClient, ContainerClient } from '@azure/storage-blob';
import { type BoundedCall, refusalOf } from './azure-call';
import { requirePath } from './refusals';
import type { BlobStore, StoredBlob } from './store';

/**
 * @param container the one container; `prepare()` of the store makes it
 * @param call bounds each call; a listing is bounded page by page
 */
export function azureBlobs(container: ContainerClient, call: BoundedCall): BlobStore {
  return {
    /**
     * See `BlobStore.create`. Where the very same bytes were there before this call, the answer may be either: our own
     * earlier write and somebody else's equal one cannot be told apart, and nobody needs to.
     */
    async create(path, bytes, contentType) {
      requirePath(path);
      const blob = container.getBlockBlobClient(path);
      return call(`create blob ${path}`, async (abortSignal) => {
        try {
          await blob.upload(bytes, bytes.length, {
            conditions: { ifNoneMatch: '*' },
            blobHTTPHeaders: { blobContentType: contentType },
            abortSignal,
          });
          return 'created';
        } catch (error) {
          // 409 is also what the SDK's retry meets after a first try that was written but whose answer was lost.
          const { status } = refusalOf(error);
          const there = status === 409 || status === 412 ? await read(blob, abortSignal) : undefined;
          if (there === undefined) throw error;
          return Buffer.compare(there.bytes, bytes) === 0 ? 'created' : 'exists';
        }
      });
    },

    async get(path) {
      requirePath(path);
      return call(`get blob ${path}`, (abortSignal) => read(container.getBlockBlobClient(path), abortSignal));
    },

    async has(path) {
      requirePath(path);
      return call(`look for blob ${path}`, async (abortSignal) => {
        try {
          await container.getBlockBlobClient(path).getProperties({ abortSignal });
          return true;
        } catch (error) {
          if (isMissingBlob(error)) return false;
          throw error;
        }
      });
    },

    async *list(prefix) {
      let continuationToken: string | undefined;
      do {
        const page = await call(`list blobs ${prefix}*`, async (abortSignal) => {
          const pages = container.listBlobsFlat({ prefix, abortSignal }).byPage({
            maxPageSize: 1000,
            ...(continuationToken === undefined ? {} : { continuationToken }),
          });
          return (await pages.next()).value;
        });
        for (const item of page?.segment.blobItems ?? []) yield item.name;
        continuationToken = page?.continuationToken || undefined;
      } while (continuationToken !== undefined);
    },
  };
}

async function read(blob: BlockBlobClient, abortSignal: AbortSignal): Promise<StoredBlob | undefined> {
  try {
    // The SDK repeats a request that failed, but not one whose answer breaks off in the middle of its body.
    return (await readOnce(blob, abortSignal)) ?? (await readOnce(blob, abortSignal)) ?? broken(blob);
  } catch (error) {
    if (isMissingBlob(error)) return undefined;
    throw error;
  }
}

/** `undefined` where the body broke off. */
async function readOnce(blob: BlockBlobClient, abortSignal: AbortSignal): Promise<StoredBlob | undefined> {
  const answer = await blob.download(0, undefined, { abortSignal });
  const bytes = await collect(answer.readableStreamBody as Readable, abortSignal);
  if (bytes === undefined || bytes.length !== answer.contentLength) return undefined;
  return { bytes, contentType: answer.contentType ?? 'application/octet-stream', etag: answer.etag ?? '' };
}

async function collect(stream: Readable, abortSignal: AbortSignal): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of addAbortSignal(abortSignal, stream)) chunks.push(chunk as Buffer);
  } catch {
    abortSignal.throwIfAborted();
    return undefined;
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function broken(blob: BlockBlobClient): never {
  throw new Error(`the body of ${blob.name} broke off twice`);
}

/** A missing container is not a missing blob: it is a store that was never prepared. */
function isMissingBlob(error: unknown): boolean {
  const { status, code } = refusalOf(error);
  return status === 404 && code !== 'ContainerNotFound';
}
