import { sectionPlaceUrl } from '@/lib/addresses/urls';
import { formatDate } from '@/lib/text/format';
import { typesetText } from '@/lib/text/typography';
import type { TextPeriod } from '@/lib/validity/amendments/text-periods';
import { unclearWords } from '@/lib/validity/amendments/worked-in-tree';
import type { WorkedInView } from '@/lib/views/document/worked-in-view';

interface DayTextNoteProps {
  view: WorkedInView;
  periods: readonly TextPeriod[];
  period: TextPeriod;
  /** Address of what is printed; null where nothing is. */
  printed: string | null;
}

/** What the text is made of, and where the printed one is. */
export function DayTextNote({ view, periods, period, printed }: DayTextNoteProps) {
  const decisions = periods.filter(({ from }) => from <= period.from).flatMap((each) => each.decisions);
  return (
    <div className="version-note" role="note">
      <p>
        <b>{formatDate(period.from)}起的文本，本站整理，非正式文本</b>
        {decisions.length === 0
          ? '：此时的文字就是原文。'
          : '：本站把已收录的修改决定逐条写入原文，每处修改注明出处；没有收录的决定不在其中。'}
      </p>
      {decisions.length > 0 && (
        <p>
          依据：
          {decisions.map((decision, at) => (
            <span key={at}>
              {at > 0 && '、'}
              <a href={sectionPlaceUrl(decision.municipality.slug, decision.slug, decision.address)}>
                {decision.docNumber ?? `《${typesetText(decision.title)}》`}
              </a>
            </span>
          ))}
        </p>
      )}
      {view.unclearFrom.map((name) => (
        <p key={name}>{unclearWords(name)}</p>
      ))}
      {printed !== null && (
        <p className="ways">
          <a href={printed}>看原文</a>
        </p>
      )}
    </div>
  );
}
