import { integer, pick, type Random } from '../random';

const first = '岚汀澜屿樟泓湄沅涟潼峪崮岫崧嵘岱砚磐珩琅珀璞璟枫桦榆槐楠榕棠梧桐柘椿莘蓼苇芷蘅菱荻蔚';
const second = '川溪湾陵原浦津岭港泽洲坪塘潭渡台峰谷岗堰';

/** Takes how many; gives the names of so many invented municipalities, all different: 岚川市. */
export function listMunicipalities(count: number): string[] {
  const [firsts, seconds] = [[...first], [...second]];
  // A step that has no factor in common with the number of pairs meets every pair once.
  const step = 37;
  const pairs = firsts.length * seconds.length;
  if (count > pairs) throw new Error(`there are names for ${pairs} municipalities only`);
  return Array.from({ length: count }, (_each, at) => {
    const pair = (at * step) % pairs;
    return `${firsts[pair % firsts.length]}${seconds[Math.floor(pair / firsts.length)]}市`;
  });
}

/** Who signs, and what of its name stands in the number. */
export interface Agency {
  name: string;
  /** 岚川政办发 */
  code: string;
  letterhead: string;
}

const agencies: [ending: string, code: string][] = [
  ['人民政府', '政发'],
  ['人民政府办公室', '政办发'],
  ['人民政府', '政函'],
  ['人民政府办公室', '政办函'],
  ['民政局', '民发'],
  ['财政局', '财字'],
  ['人力资源和社会保障局', '人社发'],
];

export function pickAgency(random: Random, municipality: string): Agency {
  // The government and its office sign most.
  const [ending, code] = random() < 0.7 ? agencies[integer(random, 0, 1)]! : pick(random, agencies);
  const name = municipality + ending;
  return { name, code: municipality.slice(0, -1) + code, letterhead: `${name}文件` };
}

const genres = ['通知', '通知', '通知', '通知', '意见', '意见', '决定', '批复', '函', '公告', '通告'];
const verbs = ['做好', '加强', '推进', '进一步规范', '促进', '开展', '加快'];
const rules = ['办法', '规定', '实施方案', '规划', '细则'];

/** A title in the usual form; `annexed` is that of the text which it issues. */
export interface Title {
  title: string;
  genre: string;
  annexed: string | null;
}

/**
 * Makes a title from the agency and the subject.
 * @param issues whether the document issues another text
 */
export function makeTitle(random: Random, { name }: Agency, subject: string, issues: boolean): Title {
  if (issues) {
    const annexed = `${name.slice(0, name.indexOf('市') + 1)}${subject}${pick(random, rules)}`;
    return { title: `${name}关于印发《${annexed}》的通知`, genre: '通知', annexed };
  }
  const genre = pick(random, genres);
  return { title: `${name}关于${pick(random, verbs)}${subject}工作的${genre}`, genre, annexed: null };
}
