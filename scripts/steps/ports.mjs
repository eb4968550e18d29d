/** Finds a port nobody listens on. */
import { createServer } from 'node:net';

/**
 * The first free one from here on.
 * @param {number} first
 * @param {string[]} hosts all of them must be free
 */
export async function freePort(first, hosts = ['127.0.0.1', '::1']) {
  for (let port = first; port < first + 100; port++) {
    const free = await Promise.all(hosts.map(host => isFree(port, host)));
    if (free.every(Boolean)) return port;
  }
  throw new Error(`Every port from ${String(first)} to ${String(first + 99)} is taken. Choose one with PORT=….`);
}

/** @param {number} port @param {string} host @returns {Promise<boolean>} */
function isFree(port, host) {
  return new Promise(resolve => {
    const probe = createServer();
    probe.once('error', problem => {
      // A machine without IPv6 has no ::1 to be taken.
      resolve('code' in problem && problem.code !== 'EADDRINUSE' && problem.code !== 'EACCES');
    });
    probe.listen(port, host, () => probe.close(() => { resolve(true); }));
  });
}
