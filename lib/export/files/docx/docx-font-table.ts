import { element, printXml } from '@/lib/export/xml';
import { FACE_NAMES } from './docx-faces';

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const valued = (name: string, value: string) => element(name, { 'w:val': value });

/**
 * Makes the part of a Word file that names replacements for missing typefaces. The library cannot
 * write such a name (w:altName), and few machines have 方正小标宋. Replaces the library's own part of
 * that path.
 */
export function fontTable(): { path: string; data: string } {
  const fonts = Object.values(FACE_NAMES).map(({ name, instead }) =>
    element(
      'w:font',
      { 'w:name': name },
      valued('w:altName', instead),
      // GB 2312
      valued('w:charset', '86'),
      valued('w:family', 'auto'),
      valued('w:pitch', 'variable'),
    ),
  );
  return { path: 'word/fontTable.xml', data: printXml(element('w:fonts', { 'xmlns:w': namespace }, ...fonts)) };
}
