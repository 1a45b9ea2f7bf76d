import { zlibSync } from 'fflate';

/** Takes rows of modules (true: black) and the pixels of one; gives a black and white PNG. */
export function printPng(modules: readonly (readonly boolean[])[], scale: number): Uint8Array {
  const size = modules.length * scale;
  const rowBytes = Math.ceil(size / 8);
  const pixels = new Uint8Array(size * (rowBytes + 1));
  for (let y = 0; y < size; y++) {
    const row = modules[Math.floor(y / scale)]!;
    // The first byte of a row says that it is not filtered.
    const from = y * (rowBytes + 1) + 1;
    for (let x = 0; x < size; x++) {
      if (!row[Math.floor(x / scale)]) pixels[from + (x >> 3)]! |= 0x80 >> (x & 7);
    }
  }
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, size);
  view.setUint32(4, size);
  // One bit, grey.
  header[8] = 1;
  return join([SIGNATURE, chunk('IHDR', header), chunk('IDAT', zlibSync(pixels)), chunk('IEND', new Uint8Array())]);
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

function chunk(type: string, data: Uint8Array): Uint8Array {
  const typed = join([new TextEncoder().encode(type), data]);
  const framed = new Uint8Array(typed.length + 8);
  const view = new DataView(framed.buffer);
  view.setUint32(0, data.length);
  framed.set(typed, 4);
  view.setUint32(typed.length + 4, checksum(typed));
  return framed;
}

/** CRC-32, as PNG and ZIP have it. */
function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
