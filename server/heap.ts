/**
 * How V8 looks after the memory of a server that lives for weeks. Knows nothing of what lies in it.
 */
import { setFlagsFromString } from 'node:v8';

/** After a collection of everything the heap may double before the next. */
const GROWTH_PERCENT = 100;

/**
 * Left to itself V8 collects everything as soon as a small heap has grown by a tenth: where documents grow by megabytes
 * that is once a second, and it marks beside whoever types. Set from here, because Node does not start with an option
 * that its V8 does not know, and a later one may not know this. To be called first.
 */
export function letHeapGrow(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
}
