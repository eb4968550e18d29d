/** Words as a frozen copy can hold them. Knows nothing of what they say. */

/** Unicode NFC; half an emoji becomes the sign that UTF-8 would make of it, since canonical JSON cannot hold it. */
export function cleanText(text: string): string {
  return text.normalize('NFC').replace(/\p{Surrogate}/gu, '\uFFFD');
}
