import type * as ast from '../ast';
import { hasLeadIn, readAgencyCode } from '../words/agency-codes';
import type { Run } from './mention';

/** 、示政发〔2020〕3号: a number directly behind a bracket or a comma. */
const numberBehindMark = /[(《、,。|] ?([\u4e00-\u9fffA-Za-z]{2,9}) ?[〔[(【] ?\d{4} ?[〕\])】] ?第?\d{1,5} ?号/g;

const nothingKnown: ReadonlySet<string> = new Set();

/** Lists agency codes at unmistakable places: heads of documents, numbers behind a bracket. */
export function knownCodes(runs: readonly Pick<Run, 'folded'>[], documents: readonly ast.Document[]): Set<string> {
  const known = new Set(
    documents.flatMap(({ docNumber }) => (docNumber?.form === 'bracketed' ? [docNumber.agencyCode] : [])),
  );
  for (const { folded } of runs) {
    for (const [, code = ''] of folded.matchAll(numberBehindMark)) {
      const isCode = /(?:发|办|函|字|规|令|通|告|文)$/.test(code) && !/简称|关于|的|见/.test(code) && !hasLeadIn(code);
      // 、沿用示政办发〔2020〕3号: a comma alone does not say that a code begins there.
      const reading = isCode ? readAgencyCode(code, 'comma', nothingKnown) : null;
      if (reading?.code === code && reading.how !== 'guess') known.add(code);
    }
  }
  return known;
}
