/** How a keyboard shortcut is written on the reader's device. */

/** `keys('S', true)` is "⇧⌘S" on a Mac and "Ctrl+Shift+S" elsewhere. */
export function useFormatKeys(): (key: string, shift?: boolean) => string {
  const mac = /Mac|iPhone|iPad/.test(navigator.userAgent);
  return (key, shift = false) => (mac ? `${shift ? '⇧' : ''}⌘${key}` : `Ctrl+${shift ? 'Shift+' : ''}${key}`);
}
