import { create } from 'xmlbuilder2';
import { FACE_NAMES } from './docx-faces';

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/**
 * The part of a Word file that says what a face is and which one may stand for it: the library can write no other name
 * (w:altName), and few machines have 方正小标宋. Replaces the library's own part of that path.
 */
export function fontTable(): { path: string; data: string } {
  const fonts = create({ encoding: 'UTF-8', standalone: true }).ele(namespace, 'w:fonts');
  for (const { name, instead } of Object.values(FACE_NAMES)) {
    const font = fonts.ele(namespace, 'w:font').att(namespace, 'w:name', name);
    font.ele(namespace, 'w:altName').att(namespace, 'w:val', instead);
    // GB 2312
    font.ele(namespace, 'w:charset').att(namespace, 'w:val', '86');
    font.ele(namespace, 'w:family').att(namespace, 'w:val', 'auto');
    font.ele(namespace, 'w:pitch').att(namespace, 'w:val', 'variable');
  }
  return { path: 'word/fontTable.xml', data: fonts.doc().end() };
}
