import { hook } from '@/components/browser/hooks';

/**
 * 听读, beside the other things that can be done with a text. Script shows it where the browser can
 * speak; its space is kept.
 */
export const AloudButton = () => (
  <button type="button" className="to-aloud" {...hook('aloud')} {...hook('waiting')}>
    朗读
  </button>
);
