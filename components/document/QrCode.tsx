import { drawQr } from '@/lib/views/share/qr';

/**
 * The QR code of an absolute address, drawn on the server. White around it in the dark as well:
 * cameras want it so.
 */
export function QrCode({ url, label }: { url: string; label: string }) {
  const { size, path } = drawQr(url);
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={path} />
    </svg>
  );
}
