/** Finds a Chrome or Chromium on this machine; as root on Debian it may install the distribution's own. Never a private download. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installPackages } from './debian.mjs';
import { isRootOnDebian } from './machine.mjs';
import { say } from './place.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

const KNOWN = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** CHROME_PATH alone when it is set, so that a wrong one is noticed. @returns {string | undefined} */
export function findChromium(env = process.env) {
  if (env['CHROME_PATH']) return runs(env['CHROME_PATH']) ? env['CHROME_PATH'] : undefined;
  const onPath = (env['PATH'] ?? '').split(delimiter).flatMap(folder => NAMES.map(name => join(folder, name)));
  return [...KNOWN, ...onPath].find(runs);
}

export async function ensureChromium() {
  const found = findChromium();
  if (found || process.env['CHROME_PATH'] || !isRootOnDebian()) return found;
  say('Installing Debian’s Chromium for the browser tests …');
  await installPackages('installing Chromium', 'chromium', 'fonts-liberation');
  return findChromium();
}

/** @param {string} path */
function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // the question was whether it is there
  }
}
