/** Names of firms in running text. */

/** "Nodo Software S.r.l." is "Nodo Software" in running text; the full name stands where it binds. */
export function shortFirm(name: string): string {
  const short = name.replace(/[,\s]+(S\.?\s?r\.?\s?l\.?s?|S\.?\s?p\.?\s?A\.?|S\.?\s?a\.?\s?s\.?|S\.?\s?n\.?\s?c\.?|Ltd|Inc|GmbH|AG|LLC)\.?$/iu, '').trim();
  return short || name;
}
