/** Gives the focus back to a thing on the board once React has drawn it as it is now. */
export function focusElement(id: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-board] [data-id="${CSS.escape(id)}"]`)?.focus({ preventScroll: true }));
}
