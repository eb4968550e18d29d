/** What the load can be asked to do, and what it answers. */
import type { DialectName, Seat } from '../wire/dialect.ts';

export interface Target {
  dialect: DialectName;
  port: number;
  /** The server's process, for its CPU. */
  pid: number;
}

export interface OpenJob {
  do: 'open';
  target: Target;
  seats: Seat[];
  /** Lines that are opened at the same moment. */
  atOnce: number;
}

export interface TypeJob {
  do: 'type';
  /** Letters per second, over everybody. */
  rate: number;
  warmMs: number;
  windowMs: number;
  /** How long after the last letter the last delivery may come. */
  drainMs: number;
  /** Goes on though the server falls behind: how far behind is what is asked. */
  patient?: boolean;
}

/** Times in milliseconds; CPU as a share of one core. */
export interface Typed {
  rate: number;
  sent: number;
  deliveriesPerSecond: number;
  p50: number;
  p99: number;
  longest: number;
  /** Deliveries that did not come, or that were left out on the way. */
  missing: number;
  repeated: number;
  serverCpu: number;
  loadCpu: number;
  /** What the rest of the machine did meanwhile. */
  othersCpu: number;
  /** Ended early because the server fell behind. */
  fellBehind: boolean;
  ended: string[];
}

export interface PointJob {
  do: 'point';
  /** Movements per second of each person. */
  hertz: number;
  warmMs: number;
  windowMs: number;
  drainMs: number;
}

export interface SaveJob {
  do: 'save';
  rate: number;
  warmMs: number;
  windowMs: number;
  drainMs: number;
}

export interface Saved {
  sent: number;
  p50: number;
  p95: number;
  p99: number;
  missing: number;
  serverCpu: number;
  loadCpu: number;
  othersCpu: number;
}

export interface FillJob {
  do: 'fill';
  target: Target;
  /** One seat per room; its line stays open unless `leave`. */
  seats: Seat[];
  content: Content;
  leave: boolean;
}

/** A document to put into a room: so many bytes of short insertions, or so many edits of the keystroke history. */
export type Content = { kind: 'bytes'; bytes: number } | { kind: 'history'; edits: number };

export interface Filled {
  /** Of the document as an update that was sent. */
  bytes: number;
  realHistory: boolean;
}

export interface JoinJob {
  do: 'join';
  target: Target;
  seats: Seat[];
  /** The document that everybody must get has at least so many bytes. */
  atLeastBytes: number;
}

export interface Joined {
  firstMs: number;
  lastMs: number;
  serverCpuMs: number;
  loadCpuMs: number;
  bytes: number;
}

export interface Opened {
  /** From asking to the first bytes of the document, and to all of them. */
  firstBytesMs: number;
  wholeMs: number;
  /** From the first byte of the connection on, sign-in included. */
  connectMs: number;
  bytes: number;
}

export interface PeekJob {
  do: 'peek';
  target: Target;
  seat: Seat;
}

export type Job = OpenJob | TypeJob | PointJob | SaveJob | FillJob | JoinJob | PeekJob | { do: 'close' };
