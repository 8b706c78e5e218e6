/** Where archives lie: a folder, or storage that speaks S3. Paths have slashes and no beginning: "2025-10/…". */
export interface ArchivePlace {
  /** For people: "the folder /srv/archive". */
  name: string;
  /** Writes a file; it is there whole, or not. */
  put(path: string, bytes: Buffer): Promise<void>;
  /** Null where there is none. */
  get(path: string): Promise<Buffer | null>;
  /** The paths of all files whose path begins so. */
  list(prefix: string): Promise<string[]>;
  /** Files that are not there any more are no fault. */
  remove(paths: readonly string[]): Promise<void>;
}

/** What the settings say of the place. */
export type ArchiveSettings =
  | { kind: 'folder'; folder: string }
  | {
      kind: 's3';
      bucket: string;
      region: string;
      /** Of storage other than Amazon's. */
      endpoint?: string | undefined;
      keyId: string;
      secret: string;
    };
