import type { TypedNumber } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';

/**
 * Whether a citation names the number that was typed.
 *
 * Every part that the spelling gives has to agree. A range (1—5号) names each number in it.
 */
export function fitsNumber({ docNumber, through }: ast.Citation, typed: TypedNumber): boolean {
  if (!docNumber) return false;
  if (typed.canonical === docNumber.canonical) return true;
  const last = through?.serial ?? docNumber.serial;
  return (
    (typed.form === undefined || typed.form === docNumber.form) &&
    (typed.agencyCode === undefined || typed.agencyCode === docNumber.agencyCode) &&
    (typed.year === undefined || typed.year === docNumber.year) &&
    (typed.serial === undefined || (docNumber.serial <= typed.serial && typed.serial <= last))
  );
}
