/** What a process has used up to now, read from /proc: all its threads, in the kernel's own count. Linux alone. */
import { readFileSync } from 'node:fs';

const MS_PER_TICK = 10; // USER_HZ is 100 on every Linux that Node runs on

/** CPU of all its threads, in user and kernel, milliseconds. */
export function cpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' '); // the name before it may hold blanks
  return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
}

/** CPU that all processes of this machine have used, milliseconds; to see who else is at work. */
export function machineMs(): number {
  const all = /^cpu +(.*)$/m.exec(readFileSync('/proc/stat', 'utf8'))?.[1]?.split(' ').map(Number) ?? [];
  const [user = 0, nice = 0, system = 0, , , interrupts = 0, soft = 0] = all; // idle and waiting are left out
  return (user + nice + system + interrupts + soft) * MS_PER_TICK;
}

/**
 * Memory that is really there, bytes: `all` of it, and what it holds for itself (`own`), without pages of files (its own
 * program, a database it has mapped), which the kernel keeps at hand and takes back when it needs room.
 */
export function residentBytes(pid: number): { all: number; own: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const bytesOf = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? Number.NaN) * 1_024;
  return { all: bytesOf('VmRSS'), own: bytesOf('RssAnon') };
}
