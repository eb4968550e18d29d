/** Time as sync needs it: a monotonic now and a timer, handed in so that tests can turn the hands. */

export interface Time {
  /** Milliseconds that never run backwards; only differences mean anything. */
  now(): number;
  /** Runs once after `ms`; answers the way to stop it. */
  after(ms: number, run: () => void): () => void;
}

export const realTime: Time = {
  now: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
