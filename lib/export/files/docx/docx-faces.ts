import type { IFontAttributesProperties } from 'docx';
import type { Face } from '@/lib/export/files/flow/flow';

/**
 * Size of 3号, the body of GB/T 9704, in twips. 28 characters of it fill a line of 156 mm when each
 * is set a quarter point closer.
 */
export const EM = 320;
/** Line height in twips: 22 lines fill a page of 225 mm. */
export const LINE = 579;

type AnyFace = Face | 'biaosong' | 'song';

/**
 * The typefaces that Chinese offices use, and the next best where one is not installed.
 * fontTable.xml (docx-font-table.ts) names both.
 */
export const FACE_NAMES: Record<AnyFace, { name: string; instead: string }> = {
  fangsong: { name: '仿宋_GB2312', instead: '仿宋' },
  kai: { name: '楷体_GB2312', instead: '楷体' },
  hei: { name: '黑体', instead: '微软雅黑' },
  biaosong: { name: '方正小标宋简体', instead: '华文中宋' },
  song: { name: '宋体', instead: '华文宋体' },
};

/**
 * Gives the font attributes of a typeface. It is also set for “ ” — … which Word else takes from
 * the Latin one.
 */
export const face = (of: AnyFace): IFontAttributesProperties => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia: FACE_NAMES[of].name,
  hint: 'eastAsia',
});
