import { documentUrl, sectionOfDayUrl, sectionUrl, textOfDayUrl } from '@/lib/addresses/urls';
import { formatDate, machineDate } from '@/lib/text/format';
import { typesetText } from '@/lib/text/typography';
import type { TextPeriod } from '@/lib/validity/amendments/text-periods';
import type { StatementPlace } from '@/lib/validity/validity';
import { hook } from '@/components/browser/hooks';

interface TextPeriodsProps {
  municipality: string;
  document: string;
  /** Address of the section that alone is shown. */
  section?: string | undefined;
  periods: readonly TextPeriod[];
  /** The one whose text is shown; absent where it is the printed one. */
  shown?: TextPeriod;
}

/**
 * 历次修改: from which days a text reads otherwise, by which decisions, and the way to each.
 * Nothing where no decision of a known day changes it.
 */
export function TextPeriods({ municipality, document, section, periods, shown }: TextPeriodsProps) {
  if (periods.every(({ decisions }) => decisions.length === 0)) return null;
  const [first] = periods;
  const hrefOf = (day: string): string =>
    section === undefined
      ? textOfDayUrl(municipality, document, day)
      : sectionOfDayUrl(municipality, document, section, day);
  return (
    <nav className="text-periods screen-only" aria-label="历次修改" {...hook('added')}>
      <details open={shown !== undefined}>
        <summary className="label">历次修改</summary>
        <ol>
          {periods.map((period) => (
            <li key={period.from.getTime()}>
              <a
                href={hrefOf(machineDate(period.from))}
                aria-current={period.from.getTime() === shown?.from.getTime() ? 'page' : undefined}
              >
                {formatDate(period.from)}起
              </a>
              <span>{wordsOf(period)}</span>
            </li>
          ))}
        </ol>
        <form
          method="get"
          action={
            section === undefined ? documentUrl(municipality, document) : sectionUrl(municipality, document, section)
          }
        >
          <label htmlFor="text-day">看某一天的文本</label>
          <span className="find">
            <input
              type="date"
              id="text-day"
              name="on"
              min={first && machineDate(first.from)}
              defaultValue={shown && machineDate(shown.from)}
              required
            />
            <button>看</button>
          </span>
        </form>
      </details>
    </nav>
  );
}

function wordsOf({ decisions, doubted }: TextPeriod): string {
  if (decisions.length === 0 && doubted.length === 0) return '原文';
  const changed = decisions.length === 0 ? [] : [`依${namesOf(decisions)}修改`];
  const ended = doubted.length === 0 ? [] : [`${namesOf(doubted)}自己已失效、被撤销或者被修改`];
  return [...changed, ...ended].join('；');
}

const namesOf = (decisions: readonly StatementPlace[]): string =>
  decisions.map(({ docNumber, title }) => docNumber ?? `《${typesetText(title)}》`).join('、');
