/** What this machine lets us do. */
import { existsSync } from 'node:fs';

/** Whether we may install Debian's packages without asking anybody. */
export function isRootOnDebian() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Continuous integration: nothing may be left out there. */
export const isCI = /^(1|true)$/i.test(process.env['CI'] ?? '');
