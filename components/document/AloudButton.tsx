import { hook } from '@/components/browser/hooks';

/**
 * 朗读, beside the other things that can be done with a text. Script shows it where the browser has
 * a Chinese voice; its space is kept.
 */
export const AloudButton = () => (
  <button type="button" className="to-aloud" {...hook('aloud')} {...hook('waiting')}>
    朗读
  </button>
);
