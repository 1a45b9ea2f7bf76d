/** What the name of an office, a body or a place with a government ends with. */
const ENDING =
  /(?:局|委|委员会|办|办公室|厅|院|部|部门|中心|政府|机构|管委会|公司|集团|支队|总队|大队|单位|县|区|市|处|站|所|会|馆|队|银行|支行|分行|大学|学院|学校|医院|残联|妇联|工商联|科协|文联|侨联|供销社|法院|检察院|团市委|街道|乡镇|报社|电视台|台|协会)$/u;
/** Words of a sentence, of persons, and of blanks to be filled in. */
const NO_UNIT = /某|负责|同志|领导|要|应当|不|为|下同|列在|排在|的|是|等$|[＿_×…]|由/u;

/**
 * Parts a list of units: 市商务局、各县（区）人民政府.
 * @returns null where any of them does not look like one
 */
export function readUnits(words: string): string[] | null {
  const units = splitOutside(words.replace(/^[：:]|[，,、；;]$/gu, ''));
  return units.length > 0 && units.every(isUnit) ? units : null;
}

const isUnit = (name: string): boolean => {
  const bare = name.replace(/[（(][^（）()]*[）)]/gu, '');
  return (
    bare.length > 1 &&
    name.length <= 30 &&
    /^[\p{Script=Han}A-Za-z\d“”（）()·]+$/u.test(name) &&
    ENDING.test(bare) &&
    !NO_UNIT.test(name.replace(/为民|人为/gu, ''))
  );
};

/** Parts at commas that stand in no brackets. */
function splitOutside(words: string): string[] {
  const pieces = [''];
  let depth = 0;
  for (const sign of words) {
    if (sign === '（' || sign === '(') depth++;
    if (sign === '）' || sign === ')') depth--;
    if (depth === 0 && /[、，,]/u.test(sign)) pieces.push('');
    else pieces.push(`${pieces.pop() ?? ''}${sign}`);
  }
  return pieces.flatMap((piece) => piece.split(/会同|(?<=[局委办部会])(?:和|及)(?=市)/u));
}
