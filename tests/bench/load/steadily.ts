/** Sends at a steady rate, whatever comes back: warms up, measures, stops. Knows nothing of what is sent. */
import { performance } from 'node:perf_hooks';

export interface Steady {
  /** Per second. */
  rate: number;
  warmMs: number;
  windowMs: number;
  send: (count: number) => void;
  /** Warm: from now on it counts. */
  begin: (now: number) => void;
  /** Asked a few times a second; true ends the run. */
  isHopeless: () => boolean;
}

const TICK_MS = 1;
const LOOK_EVERY_MS = 100;

/** Answers whether it ended early. */
export function steadily({ rate, warmMs, windowMs, send, begin, isHopeless }: Steady): Promise<boolean> {
  const startedAt = performance.now();
  let sent = 0;
  let lookAt = startedAt + LOOK_EVERY_MS;
  let isWarm = false;
  return new Promise(resolve => {
    const tick = () => {
      const now = performance.now();
      if (!isWarm && now - startedAt >= warmMs) {
        isWarm = true;
        begin(now);
      }
      if (now - startedAt >= warmMs + windowMs) return resolve(false);
      const due = Math.floor(((now - startedAt) * rate) / 1_000) - sent;
      if (due > 0) send(due);
      sent += due;
      if (now >= lookAt) {
        lookAt = now + LOOK_EVERY_MS;
        if (isHopeless()) {
          if (!isWarm) begin(now);
          return resolve(true);
        }
      }
      setTimeout(tick, TICK_MS);
    };
    tick();
  });
}
