import {
  AlignmentType,
  convertMillimetersToTwip as millimetres,
  Footer,
  Header,
  type ISectionPropertiesOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import { face } from './docx-faces';

/**
 * The page of GB/T 9704-2012: A4, a text block of 156 × 225 mm. Page numbers (— 1 —) are in 4号, at
 * the outer side.
 */
const PAPER = { width: millimetres(210), height: millimetres(297) };
const MARGIN = {
  top: millimetres(37),
  right: millimetres(26),
  bottom: millimetres(35),
  left: millimetres(28),
  header: millimetres(20),
  // The number is 7 mm below the text.
  footer: millimetres(23),
};
/** In landscape, the text block is turned with its margins. */
const LANDSCAPE_MARGIN = { ...MARGIN, top: MARGIN.left, right: MARGIN.bottom, bottom: MARGIN.right, left: MARGIN.top };

/** Width of the text block in twips (twentieths of a point). */
export const TEXT_WIDTH = { portrait: millimetres(156), landscape: millimetres(225) };

/** Makes page, header and footer of a section of the Word file. */
export function pageSetup(landscape: boolean): {
  properties: ISectionPropertiesOptions;
  headers: { default: Header; even: Header };
  footers: { default: Footer; even: Footer };
} {
  return {
    properties: {
      page: {
        // The library turns width and height for landscape pages.
        size: { ...PAPER, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: landscape ? { ...LANDSCAPE_MARGIN, header: millimetres(15), footer: millimetres(15) } : MARGIN,
      },
    },
    headers: { default: new Header({ children: [notice()] }), even: new Header({ children: [notice()] }) },
    footers: {
      default: new Footer({ children: [pageNumber(AlignmentType.RIGHT)] }),
      even: new Footer({ children: [pageNumber(AlignmentType.LEFT)] }),
    },
  };
}

const notice = () =>
  new Paragraph({
    style: 'Small',
    children: [new TextRun({ text: '非正式文本，以公报原件为准', font: face('hei') })],
  });

const pageNumber = (alignment: 'left' | 'right') =>
  new Paragraph({
    alignment,
    indent: { left: 280, right: 280 },
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: face('song'), size: 28 })],
  });
