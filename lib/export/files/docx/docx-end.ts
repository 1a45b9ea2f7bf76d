import { BorderStyle, ImageRun, Paragraph } from 'docx';
import { encode as encodePng } from 'fast-png';
import { encodeQr } from '@/lib/text/qr';
import { runs } from './docx-runs';

/** Side of a QR code on paper, 22 mm, in the library's pixels (96 to an inch). */
const SIDE = Math.round((22 / 25.4) * 96);

/** Writes the end of a file: what it is, its source, its address as a QR code if it fits. */
export function docxEnd(note: readonly string[], url: string): Paragraph[] {
  const modules = encodeQr(url);
  return [
    new Paragraph({ style: 'Flush' }),
    ...note.map(
      (text, at) =>
        new Paragraph({
          style: 'Small',
          keepNext: true,
          ...(at === 0 ? { border: { top: { style: BorderStyle.SINGLE, size: 4, color: '888888', space: 6 } } } : {}),
          children: runs([text.startsWith('网址：') ? { text, href: url } : { text }], 'hei', 18),
        }),
    ),
    ...(modules ? [pictureOf(modules, url)] : []),
  ];
}

const pictureOf = (modules: boolean[][], url: string): Paragraph =>
  new Paragraph({
    style: 'Small',
    children: [
      new ImageRun({
        type: 'png',
        data: drawModules(modules, 4),
        transformation: { width: SIDE, height: SIDE },
        altText: { name: 'QR', title: '二维码', description: `网址 ${url} 的二维码` },
      }),
    ],
  });

/**
 * Draws a QR code as a grey PNG.
 * @param modules rows, true is black
 * @param scale pixels of a module's side
 */
function drawModules(modules: readonly (readonly boolean[])[], scale: number): Uint8Array {
  const size = modules.length * scale;
  const isBlack = (x: number, y: number) => modules[Math.floor(y / scale)]![Math.floor(x / scale)]!;
  const data = new Uint8Array(size * size).map((_, at) => (isBlack(at % size, Math.floor(at / size)) ? 0 : 255));
  return encodePng({ width: size, height: size, channels: 1, depth: 8, data });
}
