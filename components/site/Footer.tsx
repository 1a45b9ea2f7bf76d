import { accessibilityUrl, checkUrl, keyboardUrl } from '@/lib/addresses/urls';
import { wantedUrl } from '@/lib/addresses/wanted-params';

/** From configuration; what is not configured is not shown. */
interface FooterProps {
  organiser: string | undefined;
  siteIdCode: string | undefined;
  icpNumber: string | undefined;
  policeNumber: string | undefined;
  correctionsEmail: string | undefined;
}

/**
 * The foot of every page: what the texts are, and who answers for the site, as far as that is
 * configured.
 */
export function Footer({ organiser, siteIdCode, icpNumber, policeNumber, correctionsEmail }: FooterProps) {
  const lines = [
    organiser && `主办单位　${organiser}`,
    siteIdCode && `网站标识码　${siteIdCode}`,
    [icpNumber, policeNumber].filter(Boolean).join('　'),
  ].filter(Boolean);
  return (
    <footer className="foot">
      <div className="wrap flex flex-wrap justify-between gap-x-12 gap-y-2">
        <p>
          本站内容由公报原文整理，供查阅引用；以公报原件为准。
          <br />
          <a href={checkUrl()}>引文核对</a>　<a href={wantedUrl({})}>待补文件</a>　
          <a href={accessibilityUrl()}>无障碍声明</a>　<a href={keyboardUrl()}>键盘说明</a>
          {correctionsEmail && (
            <>
              　<a href={`mailto:${correctionsEmail}`}>我要纠错</a>
            </>
          )}
        </p>
        {lines.length > 0 && (
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </div>
    </footer>
  );
}
