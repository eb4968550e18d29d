/**
 * Legal Yjs client ids for one page load (Sync 5): claimed from the device's pool, never used twice, topped up from the server.
 *
 * Knows the pool and the request for more; knows no document. Where the device keeps nothing, every load asks the server.
 */
import type { PersonId, ProjectId } from '../../shared/ids.ts';
import { LIMITS } from '../../shared/limits.ts';
import type { RoomId, RoomKind, SeatsTaken } from '../../shared/rooms.ts';
import type { Device, Pool } from './device.ts';
import type { World } from './world.ts';

/** One to write under, one in case Yjs changes it. */
const PER_PAGE = 2;
/** Fewer than this in the pool, and a page with a network fetches more: the next loads may have none. */
const LOW = LIMITS.clientIdsPerBlock / 2;

export interface Claimed {
  /** What the server last said; undefined when it has never been reached from this device. */
  known: Pick<Pool, 'epoch' | 'memberId' | 'mayWrite'> | undefined;
  ids: number[];
}

export interface ClientIdParts {
  world: World;
  device: Device | undefined; // undefined where the device keeps nothing
  personId: PersonId;
  projectId: ProjectId;
  kind: RoomKind;
  room: RoomId;
}

/** A person's pools on this device begin alike. */
export const poolKey = (person: PersonId, room: RoomId | '') => `${person} ${room}`;

export class ClientIds {
  readonly #key: string;
  #left = 0;

  constructor(readonly parts: ClientIdParts) {
    this.#key = poolKey(parts.personId, parts.room);
  }

  /** From the device alone; may find none. */
  async claim(count = PER_PAGE): Promise<Claimed> {
    const { pool, ids } = (await this.parts.device?.claim(this.#key, count)) ?? { pool: undefined, ids: [] };
    this.#left = pool ? pool.ids.length - ids.length : 0;
    return { known: pool, ids };
  }

  /** Asks the server for a block. Throws `Ended` when it says no, anything else when it cannot be reached. */
  async fetch(): Promise<Claimed> {
    const taken = await this.#takeBlock();
    if (!this.parts.device) return { known: taken, ids: taken.clientIds };
    const { pool, ids } = await this.parts.device.claim(this.#key, PER_PAGE);
    return { known: pool ?? taken, ids };
  }

  /** Once per page, when there is a network: what the next loads will need (Sync 5). */
  async topUp(): Promise<void> {
    if (this.parts.device && this.#left < LOW) await this.#takeBlock();
  }

  async rememberRight(mayWrite: boolean): Promise<void> {
    await this.parts.device?.rememberRight(this.#key, mayWrite);
  }

  /** One more, in case Yjs changes this page's id again. Throws what `fetch` throws. */
  async another(): Promise<number[]> {
    const { ids } = await this.claim(1);
    return ids.length > 0 ? ids : (await this.fetch()).ids;
  }

  async forget(): Promise<void> {
    await this.parts.device?.forgetPool(this.#key);
  }

  async #takeBlock(): Promise<SeatsTaken> {
    const { world, device, projectId, kind } = this.parts;
    const taken = await world.takeSeats(projectId, kind);
    const { epoch, memberId, mayWrite, clientIds } = taken;
    await device?.fill(this.#key, { epoch, memberId, mayWrite, ids: clientIds });
    this.#left += clientIds.length;
    return taken;
  }
}
