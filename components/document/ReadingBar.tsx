import { VALIDITY_PLACE } from '@/lib/addresses/urls';
import type { Validity } from '@/lib/validity/validity';
import { ValidityTag } from '@/components/shared/ValidityTag';
import { nameDocument } from '@/lib/views/document/document-titles';
import { FIND_INSIDE } from './FindInside';
import { hook } from '@/components/browser/hooks';

/** Three screens of a phone, in characters: below that there is no way to get lost. */
const LONG = 1000;
/** Three screens of a desktop. */
const LONG_ON_DESKTOP = 2600;

interface ReadingBarProps {
  document: { docNumber: string | null; title: string; length: number };
  validity: Pick<Validity, 'state'>;
  /** Whether words of the text are marked. */
  marked: boolean;
}

/**
 * The bar at the top of a long document, once its title has gone.
 *
 * It says whether the document holds, its number, and where one is; it leads to contents, find and
 * back to the top, and shows how far one has come. Without script its entries are links; script
 * says where one is (browser/reading), opens the contents below and walks from mark to mark.
 */
export function ReadingBar({ document, validity, marked }: ReadingBarProps) {
  if (document.length < LONG && !marked) return null;
  return (
    <nav
      className={document.length < LONG_ON_DESKTOP && !marked ? 'bar phone' : 'bar'}
      aria-label="阅读位置"
      {...hook('reading-bar')}
    >
      <div className="wrap">
        <a className="to-contents" href="#contents" {...hook('open-contents')}>
          目录
        </a>
        {validity.state !== 'unknown' && (
          <a className="stands" href={`#${VALIDITY_PLACE}`}>
            <ValidityTag validity={validity} />
          </a>
        )}
        <p className="where">
          <span className="wenhao">{nameDocument(document)}</span>
          <b {...hook('reading-position')} />
        </p>
        {marked && (
          <div className="walk" hidden {...hook('walk-marks')}>
            <output aria-live="polite" />
            <button type="button" {...hook('step', '-1')}>
              上一处
            </button>
            <button type="button" {...hook('step', '1')}>
              下一处
            </button>
          </div>
        )}
        <a className="to-find" href={`#${FIND_INSIDE}`} {...hook('open-find')}>
          查找
        </a>
        <a className="to-top" href="#main">
          回顶部
        </a>
      </div>
      <div className="progress" />
    </nav>
  );
}
