/** Codes of the centre, only such as one agency uses for itself. */
const central: Record<string, string> = {
  国发: '国务院',
  国函: '国务院',
  国令: '国务院',
  国办发: '国务院办公厅',
  国办函: '国务院办公厅',
  国办: '国务院办公厅',
  中发: '中共中央',
  中办发: '中共中央办公厅',
  中办: '中共中央办公厅',
  财综: '财政部',
  财预: '财政部',
  财建: '财政部',
  人社部发: '人力资源和社会保障部',
  银发: '中国人民银行',
  国卫办: '国家卫生健康委员会办公厅',
  国土资发: '国土资源部',
  自然资发: '自然资源部',
};

/**
 * Short names of provinces that are not those of a large city, too.
 * 青, 宁, 新, 吉 and others are left out.
 */
const provinces: Record<string, string> = {
  京: '北京市',
  津: '天津市',
  沪: '上海市',
  渝: '重庆市',
  冀: '河北省',
  晋: '山西省',
  辽: '辽宁省',
  黑: '黑龙江省',
  苏: '江苏省',
  浙: '浙江省',
  皖: '安徽省',
  闽: '福建省',
  赣: '江西省',
  鲁: '山东省',
  豫: '河南省',
  鄂: '湖北省',
  湘: '湖南省',
  粤: '广东省',
  桂: '广西壮族自治区',
  琼: '海南省',
  川: '四川省',
  黔: '贵州省',
  滇: '云南省',
  陕: '陕西省',
  甘: '甘肃省',
};

/**
 * What stands behind the place, and whose documents it marks; the first row that fits.
 * Without `province` no province is named.
 */
const kinds: { pattern: RegExp; province?: string; anyone: string }[] = [
  { pattern: /^(?:政办|府办)/, province: '人民政府办公厅', anyone: '政府办公室（厅）' },
  { pattern: /^(?:政|府)(?:发|函|字|规|令|通|告|任|$)/, province: '人民政府', anyone: '人民政府' },
  { pattern: /^(?:党办|委办)/, anyone: '党委办公室（厅）' },
];

/** Who issues numbers of a code. */
interface CodeIssuer {
  name: string;
  /** `name` is that of one agency, or only a kind of agencies. */
  from: 'name' | 'kind';
}

/**
 * Reads from an agency code who issues its numbers: 国办发, 辽政办发, 示政发, 示例市人民政府令.
 * @returns a kind of agency where the place in front is not known; null where the code says nothing
 */
export function issuerOfCode(code: string): CodeIssuer | null {
  const known = central[code];
  if (known !== undefined) return { name: known, from: 'name' };
  // 示例市人民政府令 names its issuer; a mere 政府令 names nobody.
  const named = /^(.+)(?:令|公告|通告)$/.exec(code)?.[1];
  if (named !== undefined) return named.length >= 5 ? { name: named, from: 'name' } : null;
  const kind = kinds.find(({ pattern }) => pattern.test(code.slice(1)));
  if (!kind) return null;
  const province = provinces[code.charAt(0)];
  return province !== undefined && kind.province !== undefined
    ? { name: province + kind.province, from: 'name' }
    : { name: kind.anyone, from: 'kind' };
}
