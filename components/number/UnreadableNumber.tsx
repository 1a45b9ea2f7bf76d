import { Missing } from '@/components/site/Missing';
import { MISSING_TITLES } from '@/lib/addresses/missing';
import { searchUrl } from '@/lib/addresses/search-params';

/** Words that are no number. */
export function UnreadableNumber({ spelling }: { spelling: string }) {
  return (
    <Missing
      title={MISSING_TITLES.number}
      ways={[{ label: `把“${spelling}”当作字句检索`, href: searchUrl({ q: spelling }) }]}
    >
      <p>
        “{spelling}”不像一个文号。文号由机关代字、年份、序号组成，例如“某政办发〔2018〕58号”；括号写成 [ ]、( )
        或者不写，少写“号”字，都认得。
      </p>
    </Missing>
  );
}
