import { hook } from '@/components/browser/hooks';

interface CopyButtonProps {
  /** What is copied as plain text. */
  text: string;
  /** The same with a link, for programs that take formatted text. */
  html?: string;
  children?: string;
}

/**
 * A button that copies; script does it (browser/page/copy-buttons). Without script it is not shown:
 * put the text beside it, where it can be selected.
 */
export function CopyButton({ text, html, children = '复制' }: CopyButtonProps) {
  return (
    <button type="button" className="button copy" {...hook('copy', text)} {...hook('copy-html', html)}>
      <span className="before">{children}</span>
      <span className="after" aria-hidden="true">
        已复制
      </span>
    </button>
  );
}
