import { formatDate } from '@/lib/text/format';
import { drawQr } from '@/lib/views/share/qr';
import { calendarDay } from '@/lib/settings/today';
import { readableAddress } from '@/components/document/PrintedNotes';

interface PrintSourceProps {
  /** Absolute address of the page. */
  url: string;
  /** The same with the key of its words, for the QR code: paper is old when it is read. */
  sharedUrl?: string;
  /** 本溪市人民政府公报2023年第3号 */
  source?: string;
  /** How to cite what is printed. */
  citation?: string;
  /** Whether the document is in force: 已废止 */
  validity?: string;
}

/**
 * The end of a printed page: where it is from, what was known on that day, its address, and that
 * once more for a phone where it is not too long. Shown on paper only.
 */
export function PrintSource({ url, sharedUrl = url, source, citation, validity }: PrintSourceProps) {
  const qr = drawQr(sharedUrl) ?? drawQr(url);
  const day = formatDate(calendarDay(new Date()));
  return (
    <div className="print-end print-source">
      {qr && (
        <svg viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label="本页网址的二维码">
          <path d={qr.path} />
        </svg>
      )}
      <div>
        {source && <p>来源：{source}</p>}
        {citation && <p translate="no">引用：{citation}</p>}
        {validity && (
          <p>
            时效：{validity}（据本站 {day}已收录的文件）
          </p>
        )}
        <p translate="no">
          网址：{readableAddress(url)}（{day}）
        </p>
      </div>
    </div>
  );
}
