/**
 * Which pages are ours, and where links lead. Pure: headers in, an answer out.
 *
 * Public mode knows one exact origin. Local mode has none configured, so the request's own host counts, but
 * only when it is this machine or a private network: otherwise a site that points its name at 127.0.0.1
 * (DNS rebinding) would be "ours".
 */
import type { IncomingHttpHeaders } from 'node:http';
import { BlockList, isIP } from 'node:net';
import type { Config } from './config.ts';

const privateAddresses = new BlockList();
for (const [net, bits] of [['127.0.0.0', 8], ['10.0.0.0', 8], ['172.16.0.0', 12], ['192.168.0.0', 16], ['169.254.0.0', 16], ['100.64.0.0', 10]] as const) {
  privateAddresses.addSubnet(net, bits, 'ipv4');
}
privateAddresses.addAddress('::1', 'ipv6');
for (const [net, bits] of [['fc00::', 7], ['fe80::', 10]] as const) privateAddresses.addSubnet(net, bits, 'ipv6');

/** Every request that changes something, and every live line, must come from a page of ours. No Origin is not ours. */
export function originIsOurs(config: Config, headers: IncomingHttpHeaders): boolean {
  const origin = headers.origin;
  if (origin === undefined || !URL.canParse(origin)) return false;
  const url = new URL(origin);
  // A browser sends the origin alone; anything after it was written by hand.
  if (url.origin !== origin) return false;
  if (config.mode === 'public') return origin === config.publicUrl;
  return ['http:', 'https:'].includes(url.protocol) && url.host === localHost(headers);
}

/** In local mode nothing at all is answered to a foreign host name; in public mode the proxy in front decides. */
export function hostIsOurs(config: Config, headers: IncomingHttpHeaders): boolean {
  return config.mode === 'public' || localHost(headers) !== undefined;
}

/** What links begin with. Public: never the Host header. Local: `marta.localhost:3000` sends its guests to `localhost:3000`. */
export function linkOrigin(config: Config, headers: IncomingHttpHeaders): string {
  if (config.mode === 'public') return config.publicUrl;
  const host = localHost(headers) ?? 'localhost';
  return `http://${host.replace(/^.*\.localhost(?=:|$)/, 'localhost')}`;
}

/** The Host header with its port when that is this machine or a private address; undefined for every other. */
export function localHost(headers: IncomingHttpHeaders): string | undefined {
  const given = headers.host;
  if (given === undefined || !URL.canParse(`http://${given}`)) return undefined;
  const url = new URL(`http://${given}`);
  // `user@host`, `host/path` and the like parse too, but are no host.
  if (url.href !== `http://${url.host}/` || url.host === '') return undefined;
  return isLocalName(url.hostname) ? url.host : undefined;
}

function isLocalName(name: string): boolean {
  if (name === 'localhost' || name.endsWith('.localhost')) return true;
  const address = name.replace(/^\[|\]$/g, '');
  const version = isIP(address);
  return version !== 0 && privateAddresses.check(address, version === 4 ? 'ipv4' : 'ipv6');
}
