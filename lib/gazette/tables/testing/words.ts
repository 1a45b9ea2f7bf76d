import type { Random } from './random';

/** Words of an invented city: what the cells of random tables are made of. */

const first = [
  '青石',
  '柳河',
  '北塘',
  '东岭',
  '白桦',
  '砚湖',
  '云汀',
  '松坪',
  '梅溪',
  '沙洲',
  '红旗',
  '新民',
  '龙泉',
  '望江',
  '石桥',
  '大柳树',
  '小西门',
  '前进',
  '胜利',
  '长兴',
];
const second = ['', '', '', '东', '西', '南', '北', '新城', '老城'];
/** A name of a place: 青石东. */
export const place = (random: Random): string => random.pick(first) + random.pick(second);

const things = [
  '污水处理',
  '供热管网',
  '老旧小区',
  '公共图书馆',
  '农田灌溉',
  '养老服务',
  '道路照明',
  '河道',
  '垃圾分类',
  '停车场',
  '中小学校舍',
  '危险化学品',
  '气象观测',
  '冷链物流',
  '消防站',
  '广播电视',
  '食品检验',
  '健身步道',
  '电动公交',
  '林下经济',
];
/** What plans are made for: 污水处理. */
export const thing = (random: Random): string => random.pick(things);

const verbs = ['推进', '加强', '完善', '规范', '开展', '优化', '落实', '组织'];
const tails = ['建设', '管理', '改造', '整治', '服务', '普查', '监测', '保护'];
/** What is to be done: 推进污水处理建设. */
export const work = (random: Random): string => random.pick(verbs) + thing(random) + random.pick(tails);

const bodies = [
  '发展改革委',
  '财政局',
  '教育局',
  '水务局',
  '民政局',
  '住房城乡建设局',
  '交通运输局',
  '农业农村局',
  '应急局',
  '生态环境局',
  '卫生健康委',
  '市场监管局',
  '文化和旅游局',
  '统计局',
  '公安局',
];
/** Who is responsible: 市财政局. */
export const agency = (random: Random): string =>
  random.chance(0.12) ? `${random.pick(first)}${random.pick(['县', '区'])}政府` : `市${random.pick(bodies)}`;

/** A cell of words without a full stop. */
export function clause(random: Random): string {
  const parts = [
    () => `${random.pick(verbs)}${thing(random)}${random.between(2, 60)}${random.pick(['处', '公里', '座', '平方米'])}`,
    () => work(random),
    () => `${random.pick(['新建', '改建', '购置'])}${thing(random)}${random.pick(['设施', '设备', '管线'])}`,
  ];
  return Array.from({ length: random.between(1, 3) }, () => random.pick(parts)()).join(random.pick(['，', '、']));
}

/** A cell of one or two sentences. */
export function sentence(random: Random): string {
  const tail = random.chance(0.3)
    ? `，${work(random)}，${random.pick(['确保按期完成', '逐项销号', '健全长效机制'])}`
    : '';
  const more = random.chance(0.25)
    ? `${random.pick(['每年', '每季度', '年底前'])}${work(random)}不少于${random.between(1, 9)}次。`
    : '';
  return `${work(random)}，${random.pick(verbs)}${thing(random)}${random.pick(tails)}${tail}。${more}`;
}
