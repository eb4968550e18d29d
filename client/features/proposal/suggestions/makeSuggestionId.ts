/** Makes the id of a new suggestion: 96 random bits, base64url. `getRandomValues` exists on plain http too. */
export function makeSuggestionId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `sug_${btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}
