/** A data folder is for real work or for the examples, never for both: the first start writes down which. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export type Purpose = 'work' | 'examples';

export class WrongPurpose extends Error {
  override readonly name = 'WrongPurpose';
}

export async function claimFolder(dataDir: string, purpose: Purpose): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, 'purpose');
  const kept = (await readOr(path, '')).trim();
  if (kept === '') await writeFile(path, `${purpose}\n`, { flag: 'w', mode: 0o600 });
  else if (kept === 'restoring') throw new WrongPurpose(`A restore into ${dataDir} broke off, and it holds nothing whole. Run it again with --replace.`);
  else if (kept !== purpose) throw new WrongPurpose(sentence(dataDir, purpose));
}

function sentence(dataDir: string, purpose: Purpose): string {
  return purpose === 'examples'
    ? `${dataDir} holds real work, and the examples are never mixed with it. Leave DATA_DIR unset, or name another folder.`
    : `${dataDir} holds the examples, and real work is never mixed with them. Add --demo, or name another folder in DATA_DIR.`;
}

async function readOr(path: string, otherwise: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return otherwise;
    throw error;
  }
}
