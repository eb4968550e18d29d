/** Runs at most once in a while, and always with the newest value in the end. */
export function every<T>(ms: number, run: (value: T) => unknown): ((value: T) => void) & { stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let newest: { value: T } | undefined;
  const go = (): void => {
    timer = undefined;
    if (!newest) return;
    const { value } = newest;
    newest = undefined;
    timer = setTimeout(go, ms);
    run(value);
  };
  const push = (value: T): void => {
    newest = { value };
    if (timer === undefined) go();
  };
  return Object.assign(push, { stop: () => clearTimeout(timer) });
}
