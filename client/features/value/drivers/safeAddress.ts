/** An address that may be opened: only the web's own; anybody can write anything into a document. */
export function safeAddress(text: string): string | undefined {
  try {
    const { protocol, href } = new URL(text.trim());
    return protocol === 'https:' || protocol === 'http:' ? href : undefined;
  } catch (error) {
    if (error instanceof TypeError) return undefined; // no address at all
    throw error;
  }
}
