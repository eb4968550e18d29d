/** A disk of a few megabytes that is really full at times: a tmpfs, where we may mount one. */
import { execFile } from 'node:child_process';
import { mkdtemp, open, rm, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MB = 16;

export interface SmallDisk {
  readonly folder: string;
  /** Not a byte is left. */
  fill(): Promise<void>;
  free(): Promise<void>;
  close(): Promise<void>;
}

/** Undefined where nobody lets us mount. */
export async function smallDisk(): Promise<SmallDisk | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'insieme-disk-'));
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${MB}m`, 'tmpfs', folder]);
  } catch {
    await rm(folder, { recursive: true });
    return undefined;
  }
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill: () => fillUp(ballast),
    free: () => unlink(ballast),
    async close() {
      await run('umount', [folder]);
      await rm(folder, { recursive: true });
    },
  };
}

async function fillUp(path: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    for (let bytes = 65_536; bytes >= 1;) {
      try {
        await file.write(Buffer.alloc(bytes));
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
        bytes = Math.floor(bytes / 2);
      }
    }
  } finally {
    await file.close();
  }
}
