import { LEVELS, type CheckReport as Report } from '@/lib/check/report';
import { FindingEntry } from './FindingEntry';
import { levelLooks } from '@/lib/views/check/check-levels';
import { MarkedDraft } from './MarkedDraft';

/**
 * The result: counts, the draft with its references marked, and what there is to say about each.
 */
export function CheckResults({ draft, report: { findings, left } }: { draft: string; report: Report }) {
  if (findings.length === 0)
    return (
      <p className="notice">没有认出引用。能认的是文号（示政发〔2024〕1号）、书名号里的文件标题，和它们后面的条款。</p>
    );
  const places = findings.reduce((sum, finding) => sum + finding.places.length, 0);
  return (
    <>
      <p>
        识别出 {findings.length} 处引用{places > findings.length && `（重复的只列一次，文中共 ${places} 次）`}。
        {left > 0 && `还有 ${left} 处没有核对，请分几段来。`}
      </p>
      <ul className="levels">
        {LEVELS.map((level) => {
          const { word, sign, meaning } = levelLooks[level];
          const count = findings.filter((finding) => finding.level === level).length;
          return (
            <li key={level} className={`level-${level}`}>
              <span aria-hidden="true">{sign}</span> <b>{word}</b> {count}
              {count > 0 && <small>{meaning}</small>}
            </li>
          );
        })}
      </ul>
      <div className="check-result">
        <section aria-labelledby="draft-title">
          <h2 id="draft-title">文稿</h2>
          <MarkedDraft draft={draft} findings={findings} />
        </section>
        <section aria-labelledby="findings-title">
          <h2 id="findings-title">逐条意见</h2>
          <ol className="findings">
            {findings.map((finding, index) => (
              <FindingEntry key={index} finding={finding} number={index + 1} />
            ))}
          </ol>
        </section>
      </div>
    </>
  );
}
