import { BorderStyle, ImageRun, Paragraph } from 'docx';
import { encode } from 'uqr';
import { runs } from './docx-runs';
import { printPng } from './png';

/** Millimetres of a QR code on paper, in the library's pixels (96 to an inch). */
const SIDE = Math.round((22 / 25.4) * 96);

/** The end of a file: what it is, where it comes from, and the address once more for a phone. */
export function docxEnd(note: readonly string[], url: string): Paragraph[] {
  const { data } = encode(url, { ecc: 'M', border: 2 });
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
    new Paragraph({
      style: 'Small',
      children: [
        new ImageRun({
          type: 'png',
          data: printPng(data, 4),
          transformation: { width: SIDE, height: SIDE },
          altText: { name: 'QR', title: '二维码', description: `网址 ${url} 的二维码` },
        }),
      ],
    }),
  ];
}
