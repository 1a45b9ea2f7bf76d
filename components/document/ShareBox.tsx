import { CopyButton } from '@/components/shared/CopyButton';
import { drawQr, type Qr } from '@/lib/views/share/qr';
import { hook } from '@/components/browser/hooks';

interface ShareBoxProps {
  /** 转发本文 */
  label: string;
  /** Absolute address of what is shared. */
  url: string;
  /** Its name, for the system's own sharing. */
  title: string;
  /** Of a section: its picture. */
  picture?: string;
  /** The page as it is now, for good. */
  pinned?: { href: string; version: number };
  open?: boolean;
}

/**
 * Handing a page on: its address to copy, and as a QR code; where the system shares by itself,
 * script shows that button.
 */
export function ShareBox({ label, url, title, picture, pinned, open = false }: ShareBoxProps) {
  const qr = drawQr(url);
  return (
    <details className="cite-box share-box screen-only" open={open}>
      <summary>{label}</summary>
      <div className="buttons">
        <CopyButton text={url}>复制链接</CopyButton>
        <button type="button" className="button" {...hook('share', url)} {...hook('share-title', title)} hidden>
          分享到…
        </button>
        {picture !== undefined && (
          <a className="button" href={picture} rel="nofollow" download>
            存为图片
          </a>
        )}
      </div>
      {qr && (
        <div className="by-qr">
          <QrCode {...qr} label={`二维码：${url}`} />
          <p>用手机扫一扫，在手机上打开。微信里点右上角“…”即可转发。</p>
        </div>
      )}
      {pinned && (
        <p className="quiet">
          链接认得它所指的文字，文字移动或更正后会指明。要转发不变的文字：
          <a href={pinned.href}>固定这一版（第{pinned.version}版）</a>
        </p>
      )}
    </details>
  );
}

/**
 * A QR code, drawn on the server. White around it in the dark as well: cameras want it so.
 */
function QrCode({ size, path, label }: Qr & { label: string }) {
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={path} />
    </svg>
  );
}
