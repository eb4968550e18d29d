/** Keeps the pages on this device for a load without a network, and lets go of them. What is kept is in `client/offline/`. */

/** Once somebody works here: whoever only looks at the sign-in page loads no more than that. */
export function keepShell(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // Some browsers refuse in private windows: there the page needs a network to open, and works all the same.
  navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }).catch(() => undefined);
}

/** For whoever signs out: the next one here finds nothing kept. */
export async function dropShell(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
  for (const name of await caches.keys()) await caches.delete(name);
}
