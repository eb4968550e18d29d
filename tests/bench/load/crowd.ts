/** Everybody in every room of a run, with a line each: opened some at a time, and counted as lost when a line ends. */
import type { DialectName, Seat } from '../wire/dialect.ts';
import { Line } from './line.ts';

export interface CrowdOptions {
  dialect: DialectName;
  port: number;
  seats: readonly Seat[];
  /** Lines that are opened at the same moment. */
  atOnce: number;
}

export class Crowd {
  readonly rooms: Line[][];
  /** Why lines ended that nobody closed: a run during which one did counts for nothing. */
  readonly ended: string[] = [];
  #closing = false;

  private constructor(readonly lines: readonly Line[]) {
    const rooms = new Map<string, Line[]>();
    for (const line of lines) rooms.set(line.seat.room, [...(rooms.get(line.seat.room) ?? []), line]);
    this.rooms = [...rooms.values()];
    for (const line of lines) line.events.onEnd = why => this.#closing || this.ended.push(why);
  }

  /** Resolves when all are in. */
  static async open({ dialect, port, seats, atOnce }: CrowdOptions): Promise<Crowd> {
    const lines: Line[] = [];
    for (let at = 0; at < seats.length; at += atOnce) {
      const next = seats.slice(at, at + atOnce).map(seat => new Line(dialect, port, seat));
      await Promise.all(next.map(line => line.isIn));
      lines.push(...next);
    }
    return new Crowd(lines);
  }

  close(): void {
    this.#closing = true;
    for (const line of this.lines) line.close();
  }
}
