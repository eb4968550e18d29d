/** What stands behind `#` in the address: secrets travel there, because browsers never send it to a server. */

let taken: { at: string; value: string } | undefined;

/**
 * The fragment, taken out of the address bar so that it is neither bookmarked nor seen over a shoulder.
 * Asked again on the same page it gives the same answer: React may draw twice.
 */
export function takeFragment(): string {
  const { pathname, search, hash } = window.location;
  if (hash.length > 1) {
    taken = { at: pathname, value: hash.slice(1) };
    window.history.replaceState(window.history.state, '', pathname + search);
  }
  return taken?.at === pathname ? taken.value : '';
}
