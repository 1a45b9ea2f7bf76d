import { displayUrl } from '@/lib/addresses/urls';

/**
 * Said once, below the first number of a text, until it is put away: that numbers can be pressed.
 * Without script they are plain links, and it is not shown.
 */
export const ShareHint = () => (
  <form className="hint screen-only" method="post" action={displayUrl()} data-display="">
    <p>点编号可以分享这一节</p>
    <button name="hint" value="seen">
      知道了
    </button>
  </form>
);
