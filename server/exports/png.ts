/**
 * The chart of flows as a small PNG without words: what older word processors show where they cannot draw SVG.
 * Bars, zero line and joint line alone; the table under each chart says the numbers. No native code.
 */
import { deflateSync } from 'node:zlib';
import { drawFlows } from '../../shared/documents/flowsDrawing.ts';
import type { ShownOf } from '../../shared/documents/shown.ts';
import { CHART_COLOURS, CHART_SIZE } from './chartSvg.ts';

class Picture {
  readonly #pixels: Buffer;

  constructor(readonly width: number, readonly height: number) {
    this.#pixels = Buffer.alloc(width * height * 3, 255);
  }

  rect(x: number, y: number, width: number, height: number, colour: string): void {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16));
    for (let row = Math.max(0, Math.round(y)); row < Math.min(this.height, Math.round(y + height)); row += 1) {
      for (let column = Math.max(0, Math.round(x)); column < Math.min(this.width, Math.round(x + width)); column += 1) {
        this.#pixels.set([red, green, blue], (row * this.width + column) * 3);
      }
    }
  }

  line(from: { x: number; y: number }, to: { x: number; y: number }, colour: string): void {
    const steps = Math.max(1, Math.ceil(Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y))));
    for (let step = 0; step <= steps; step += 1) {
      this.rect(from.x + ((to.x - from.x) * step) / steps - 1, from.y + ((to.y - from.y) * step) / steps - 1, 2, 2, colour);
    }
  }

  /** Portable Network Graphics (ISO/IEC 15948): signature, IHDR, one IDAT of unfiltered rows, IEND. */
  bytes(): Buffer {
    const header = Buffer.alloc(13);
    header.writeUInt32BE(this.width, 0);
    header.writeUInt32BE(this.height, 4);
    header.set([8, 2, 0, 0, 0], 8); // eight bits a channel, red green blue
    const rows = Array.from({ length: this.height }, (_, row) => Buffer.concat([Buffer.of(0), this.#pixels.subarray(row * this.width * 3, (row + 1) * this.width * 3)]));
    const signature = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
    return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))]);
  }
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

export function chartPng(shown: ShownOf<'flows'>): Buffer {
  const drawing = drawFlows(shown);
  const picture = new Picture(CHART_SIZE.width, CHART_SIZE.height);
  for (const { value, y } of drawing.ticks) picture.rect(drawing.left, y, drawing.right - drawing.left, 1, value === 0 ? CHART_COLOURS.zero : CHART_COLOURS.grid);
  for (const { side, x, y, width, height } of drawing.bars) picture.rect(x, y, width, height, CHART_COLOURS[side]);
  drawing.line.forEach((point, nth) => {
    const before = drawing.line[nth - 1];
    if (before) picture.line(before, point, CHART_COLOURS.joint);
    picture.rect(point.x - 3, point.y - 3, 7, 7, CHART_COLOURS.joint);
  });
  return picture.bytes();
}
