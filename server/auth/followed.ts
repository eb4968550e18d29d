/**
 * better-auth carries what it knows of a request along the chain of its promises. While it does, Node follows every
 * promise, timer and write of the whole process, which costs each letter somebody types a tenth of its time; left to
 * itself that never ends again, so it is ended whenever none of these calls is under way.
 *
 * Knows calls, not what they do. Source: Node's documentation of `AsyncLocalStorage`: `disable()`, and what `run` begins.
 */
import type { AsyncLocalStorage } from 'node:async_hooks';
import { getCurrentAuthContextAsyncLocalStorage, getCurrentDBAdapterAsyncLocalStorage, getRequestStateAsyncLocalStorage } from '@better-auth/core/context';

type Carrier = Pick<AsyncLocalStorage<unknown>, 'disable'>;

/** better-auth keeps one of each per process, whoever asks first. */
const carriers: Promise<readonly Carrier[]> = Promise.all([
  getCurrentAuthContextAsyncLocalStorage(),
  getCurrentDBAdapterAsyncLocalStorage(),
  getRequestStateAsyncLocalStorage(),
]);
let underWay = 0;

/** For every call into better-auth. Ends as `call` does. */
export async function followed<T>(call: () => Promise<T>): Promise<T> {
  const all = await carriers;
  underWay++;
  try {
    return await call();
  } finally {
    underWay--;
    if (underWay === 0) for (const carrier of all) carrier.disable();
  }
}
