/** What somebody means by an address they typed: with a scheme as it stands, without one as people write it. */
import { safeHref } from '../../../shared/documents/richtext.ts';

/** Undefined for whatever could not be followed safely. */
export function asAddress(typed: string): string | undefined {
  const address = typed.trim();
  if (/^[^\s:/@]+@[^\s:/@]+\.[^\s:/@]+$/.test(address)) return safeHref(`mailto:${address}`);
  const named = /^[a-z][a-z0-9+.-]*:/i.test(address) && !/^[^/:]+\.[^/:]+:\d+/.test(address);
  if (named) return safeHref(address);
  return /^[^\s/]+\.[^\s/]{2,}/.test(address) ? safeHref(`https://${address}`) : undefined;
}
