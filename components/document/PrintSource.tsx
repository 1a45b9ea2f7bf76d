import { drawQr } from '@/lib/qr';

/** The end of a printed document: where it is from, its address, and that once more for a phone. Shown on paper only. */
export function PrintSource({ url, source }: { url: string; source: string }) {
  const { size, path } = drawQr(url);
  return (
    <div className="print-source">
      <p>来源：{source}</p>
      <p>网址：{url}</p>
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label="本页网址的二维码">
        <path d={path} />
      </svg>
    </div>
  );
}
