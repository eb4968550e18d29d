/**
 * The right to a folder, for one living process: a tiny LMDB file in which each process stands in the table of readers
 * for as long as it lives. The kernel forgets the dead (kill -9, power cut), also those of another container, so nothing
 * is ever cleaned by hand. Nothing is written to it. Knows nothing of what the folder holds.
 */
import { realpathSync } from 'node:fs';
import { open, type RootDatabase, type Transaction } from 'lmdb';
import { DataDirInUse } from '../store.ts';

interface Held {
  readonly file: RootDatabase<Buffer, Buffer>;
  /** Never ends while we hold the folder: it is our line in the table. */
  readonly line: Transaction;
}

/** Folders held by this process, which LMDB would let in twice. Held here, so that no line is collected as garbage. */
const held = new Map<string, Held>();

/** Answers the way to give the folder back. Throws `DataDirInUse`; `dataDir` is what its sentence says. */
export function claim(folder: string, dataDir: string): () => Promise<void> {
  const place = realpathSync(folder);
  if (held.has(place)) throw new DataDirInUse(dataDir, process.pid);
  const file = open<Buffer, Buffer>({ path: place, mapSize: 1024 ** 2, keyEncoding: 'binary', encoding: 'binary' });
  try {
    held.set(place, { file, line: stand(file, dataDir) });
  } catch (error) {
    void file.close();
    throw error;
  }
  return () => giveBack(place);
}

/**
 * First look (also for our own number: in another container it may be somebody else), then stand in the table, then
 * look again: of two who come at the same moment at most one passes.
 */
function stand(file: RootDatabase<Buffer, Buffer>, dataDir: string): Transaction {
  file.readerCheck(); // clears the lines of the dead
  refuseIf(pidsIn(file)[0], dataDir);
  const line = file.useReadTransaction();
  file.get(Buffer.from([0x00]), { transaction: line });
  const other = pidsIn(file).find(pid => pid !== process.pid);
  if (other !== undefined) line.done();
  refuseIf(other, dataDir);
  return line;
}

function refuseIf(pid: number | undefined, dataDir: string): void {
  if (pid !== undefined) throw new DataDirInUse(dataDir, pid);
}

/** The first column of LMDB's list of readers. */
function pidsIn(file: RootDatabase<Buffer, Buffer>): number[] {
  return [...file.readerList().matchAll(/^\s*(\d+)\s/gm)].map(line => Number(line[1]));
}

async function giveBack(place: string): Promise<void> {
  const mine = held.get(place);
  if (!mine) return;
  mine.line.done();
  await mine.file.close();
  held.delete(place);
}
