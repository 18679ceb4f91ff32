// The file that getFileAsync gives, slice by slice (dispatch 77, 80, 81): the workbook as it stands at that moment. Two may be
// open at once, no more; a host that cannot give it at all is imitated with `fail`.

/** OSF.DDA.ErrorCodeManager.errorCodes */
const FILE_TYPE_NOT_SUPPORTED = 1009;
const INTERNAL_ERROR = 5001;
const TOO_MANY_FILES = 11_000;

const COMPRESSED = 5;
const MOST_OPEN = 2;

/** An error's number, or what goes back after the zero that says "done". */
export type CommonAnswer = number | readonly unknown[];

export class DocumentFiles {
  /** Such as 11001: every getFileAsync then fails with it. */
  fail: number | undefined;
  private readonly files = new Map<number, Uint8Array>();
  private next = 1;

  constructor(private readonly bytes: () => Promise<Uint8Array>) {}

  /** Files that nobody has closed. */
  get open(): number {
    return this.files.size;
  }

  async get(type: unknown): Promise<CommonAnswer> {
    if (type !== COMPRESSED) return FILE_TYPE_NOT_SUPPORTED;
    if (this.fail !== undefined) return this.fail;
    if (this.files.size >= MOST_OPEN) return TOO_MANY_FILES;
    const handle = this.next++;
    // Taken before waiting: two calls at once must not get the same last place.
    this.files.set(handle, new Uint8Array());
    const bytes = await this.bytes();
    this.files.set(handle, bytes);
    return [[handle, bytes.length]];
  }

  slice(handle: unknown, offset: unknown, size: unknown): CommonAnswer {
    const bytes = this.files.get(Number(handle));
    if (!bytes) return INTERNAL_ERROR;
    const slice = bytes.subarray(Number(offset), Number(offset) + Number(size));
    return [[[...slice], slice.length]];
  }

  close(handle: unknown): CommonAnswer {
    return this.files.delete(Number(handle)) ? [0] : INTERNAL_ERROR;
  }
}
