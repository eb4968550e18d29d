/** The process' figures in Prometheus' language. The one place that knows prom-client; what is counted, others count. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { SyncFigures } from './sync/counts.ts';

export interface Metrics {
  /** Observes one batch's way to the disk, milliseconds. */
  durable(ms: number): void;
  readonly contentType: string;
  /** Everything as text, as it is now. */
  text(): Promise<string>;
}

const DURABLE_BUCKETS_MS = [1, 2, 5, 10, 20, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000];

/** Each app has a registry of its own, so that two in one process (tests) do not add up. */
export function createMetrics(figures: () => SyncFigures): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const durable = new Histogram({ name: 'insieme_edit_durable_ms', help: 'From the first edit of a batch until it is on disk', buckets: DURABLE_BUCKETS_MS, registers });
  const gauge = (name: string, help: string, now: (of: SyncFigures) => number) =>
    new Gauge({ name, help, registers, collect() { this.set(now(figures())); } });
  const counter = (name: string, help: string, now: (of: SyncFigures) => number) =>
    new Counter({ name, help, registers, collect() { this.reset(); this.inc(now(figures())); } });
  gauge('insieme_rooms', 'Documents open', of => of.rooms);
  gauge('insieme_lines', 'Sync sockets open', of => of.lines);
  gauge('insieme_unsaved_bytes', 'Accepted and not on disk', of => of.unsavedBytes);
  counter('insieme_frames_in_total', 'Frames from pages', of => of.counts.framesIn);
  counter('insieme_bytes_in_total', 'Bytes from pages', of => of.counts.bytesIn);
  counter('insieme_updates_in_total', 'Edits that brought something new', of => of.updatesIn);
  counter('insieme_messages_out_total', 'Messages to pages', of => of.counts.messagesOut);
  counter('insieme_bytes_out_total', 'Bytes to pages', of => of.counts.bytesOut);
  counter('insieme_troubles_total', 'What should have worked and did not', of => of.counts.troubles);
  return { durable: ms => durable.observe(ms), contentType: registry.contentType, text: () => registry.metrics() };
}
