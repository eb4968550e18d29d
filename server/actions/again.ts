/** Runs load → decide → keep again when somebody else wrote first: the decision is made on what is there now. */
import { Conflict, Duplicate } from '../storage/store.ts';

/** More rounds than writers can be in each other's way without something being wrong. */
const ROUNDS = 20;

/** `attempt` must read afresh each time. What still conflicts after many rounds is thrown on, and answered as a conflict. */
export async function again<T>(attempt: () => Promise<T>): Promise<T> {
  for (let round = 1; ; round += 1) {
    try {
      return await attempt();
    } catch (error) {
      const beaten = error instanceof Conflict || error instanceof Duplicate;
      if (!beaten || round === ROUNDS) throw error;
    }
  }
}
