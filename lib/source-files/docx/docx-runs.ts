import { inkOf } from '@/lib/source-files/blocks';
import { alternativeOf, inkBelow } from './docx-elements';
import type { Styles } from './docx-styles';
import { writeFormula, type Formula } from '@/lib/source-files/text/formulas';
import { setApart, writeSetApart } from '@/lib/source-files/text/raised';
import { childOf, childrenNamed, elementsIn, holds, isOn, valueOf, type ParsedElement } from '@/lib/source-files/xml';

/** Context of the runs of a paragraph. */
export interface RunReader {
  styles: Styles;
  count: (what: 'deleted' | 'inserted' | 'hidden' | 'struck' | 'pictures', number: number) => void;
  textBox: (box: ParsedElement) => void;
  noteSign: (kind: 'footnote' | 'endnote', id: string) => string;
}

/** Check marks of fonts without letters: Wingdings, Wingdings 2. */
const symbols: Record<string, string> = {
  A8: '□',
  '6F': '□',
  A3: '□',
  FE: '☑',
  '52': '☑',
  FC: '✓',
  '50': '✓',
  FB: '✗',
  FD: '☒',
  '6C': '●',
  '6E': '■',
  '75': '◆',
  D8: '➢',
};

/** Joins the words of a paragraph's elements, with a line end where Word has one. */
export function readRun(
  reader: RunReader,
  elements: readonly ParsedElement[],
  paragraphStyle: string | undefined,
): string {
  // Inside of a field's code (PAGE, TOC \o "1-3"). Its result follows behind the separator.
  const fields: ('code' | 'result')[] = [];

  const visitAll = (children: readonly ParsedElement[]): string => children.map(visit).join('');

  const visit = (element: ParsedElement): string => {
    switch (element.name) {
      case 'w:r': {
        const properties = childOf(element, 'w:rPr');
        if (reader.styles.hides(properties, paragraphStyle)) reader.count('hidden', inkBelow(element));
        else if (isOn(properties, 'w:strike') || isOn(properties, 'w:dstrike'))
          reader.count('struck', inkBelow(element));
        else {
          const place = places[valueOf(properties, 'w:vertAlign') ?? ''];
          const words = visitAll(elementsIn(element));
          return place ? setApart(words, place) : words;
        }
        return '';
      }
      case 'w:t':
      case 'm:t':
        return fields.includes('code')
          ? ''
          : element.children
              .filter((part) => typeof part === 'string')
              .join('')
              .replaceAll('\n', ' ');
      case 'm:f':
        return formula('fraction', element, 'm:num', 'm:den');
      case 'm:sSup':
        return formula('power', element, 'm:e', 'm:sup');
      case 'm:sSub':
        return formula('index', element, 'm:e', 'm:sub');
      case 'm:rad':
        return formula('root', element, 'm:e');
      case 'w:tab':
      case 'w:ptab':
        return '\u3000';
      case 'w:br':
      case 'w:cr':
        return '\n';
      case 'w:noBreakHyphen':
        return '-';
      case 'w:sym':
        return symbolOf(element);
      case 'w:fldChar': {
        const { fldCharType } = element.attributes;
        if (fldCharType === 'begin') fields.push('code');
        else if (fldCharType === 'separate' && fields.length > 0) fields[fields.length - 1] = 'result';
        else if (fldCharType === 'end') fields.pop();
        return '';
      }
      case 'w:footnoteReference':
        return reader.noteSign('footnote', element.attributes.id ?? '');
      case 'w:endnoteReference':
        return reader.noteSign('endnote', element.attributes.id ?? '');
      case 'w:del':
      case 'w:moveFrom':
        reader.count('deleted', inkBelow(element));
        return '';
      case 'w:ins':
      case 'w:moveTo': {
        const words = visitAll(elementsIn(element));
        reader.count('inserted', inkOf(words));
        return words;
      }
      case 'w:ruby':
        return visitAll(childrenNamed(element, 'w:rubyBase'));
      case 'w:txbxContent':
        reader.textBox(element);
        return '';
      case 'mc:AlternateContent':
        return visit(alternativeOf(element));
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        if (!holds(element, 'w:txbxContent')) reader.count('pictures', 1);
        return visitAll(elementsIn(element));
      case 'w:pPr':
      case 'w:rPr':
      case 'w:sdtPr':
      case 'w:instrText':
      case 'w:delText':
        return '';
      default:
        return visitAll(elementsIn(element));
    }
  };

  const formula = (kind: Formula['kind'], element: ParsedElement, ...names: string[]): string =>
    writeFormula({ kind, parts: names.map((name) => visitAll(childrenNamed(element, name))) });

  return writeSetApart(visitAll(elements));
}

const places: Record<string, 'above' | 'below' | undefined> = { superscript: 'above', subscript: 'below' };

function symbolOf({ attributes: { char = '' } }: ParsedElement): string {
  const code = Number.parseInt(char, 16);
  if (!Number.isFinite(code)) return '';
  // Fonts without letters have their signs in the private area, F000 and up. Below it are halves of
  // characters.
  return code < 0xd800 ? String.fromCharCode(code) : (symbols[char.slice(-2).toUpperCase()] ?? '□');
}
