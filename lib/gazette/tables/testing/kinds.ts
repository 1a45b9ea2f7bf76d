import type { Random } from './random';
import { agency, clause, place, sentence, thing, work } from './words';

/** What cells of a column hold. */
type CellMaker = (random: Random, row: number) => string;

/** A column of a random table. */
export interface ColumnKind {
  /** In the pieces that a narrow column breaks it into. */
  head: string[];
  cell: CellMaker;
}

/**
 * A kind of table as gazettes print them. The columns that a table takes of it keep their order.
 */
export interface TableKind {
  name: string;
  columns: ColumnKind[];
  /** Values of a column of groups, 类别, that may stand first. */
  groups?: { head: string; values: readonly string[] };
}

const column = (head: string, cell: CellMaker): ColumnKind => ({ head: head.split('/'), cell });
const one =
  (...values: string[]): CellMaker =>
  (random) =>
    random.pick(values);
const whole =
  (low: number, high: number): CellMaker =>
  (random) =>
    String(random.between(low, high));
const decimal =
  (high: number, digits: number): CellMaker =>
  (random) =>
    (random.next() * high + 0.5).toFixed(digits);
const serial = column('序号', (_, row) => String(row + 1));
const agencies: CellMaker = (random) => Array.from({ length: random.between(1, 3) }, () => agency(random)).join('、');
const years: CellMaker = (random) =>
  random.chance(0.5)
    ? `20${random.between(21, 24)}-20${random.between(25, 27)}`
    : `${random.pick(['2024', '2025'])}年${random.between(3, 12)}月底前`;

/** Invented, and as unlike each other as the tables of many cities are. */
export const tableKinds: readonly TableKind[] = [
  {
    name: 'projects',
    columns: [
      serial,
      column(
        '项目名称',
        (random) => `${place(random)}${thing(random)}${random.pick(['新建', '改造', '提升', '扩建'])}工程`,
      ),
      column('建设/地点', place),
      column('建设内容/及规模', (random) => clause(random)),
      column('总投资/(万元)', whole(80, 96000)),
      column('年度投资/(万元)', whole(20, 9000)),
      column('责任/单位', agency),
    ],
    groups: { head: '类别', values: ['交通', '水利工程', '教育卫生', '城市更新', '现代农业'] },
  },
  {
    name: 'tasks',
    columns: [
      serial,
      column('工作任务', (random) => sentence(random)),
      column('责任单位', agencies),
      column('完成/时限', years),
    ],
    groups: { head: '工作领域', values: ['项目建设', '营商环境', '社会治理', '安全生产'] },
  },
  {
    name: 'tasks of several agencies',
    columns: [
      serial,
      column('重点事项', (random) => work(random)),
      column('具体措施', (random) => sentence(random)),
      column('牵头单位', agency),
      column('配合单位', agencies),
      column('完成时间', years),
    ],
  },
  {
    name: 'posts',
    columns: [
      serial,
      column('招聘岗位', (random) => `${thing(random)}${random.pick(['管理员', '技术员', '教师', '调度员'])}`),
      column('人数', whole(1, 6)),
      column('学历', one('本科及以上', '大专及以上', '硕士研究生', '中专')),
      column('专业要求', one('土木工程类', '会计学', '不限', '临床医学', '汉语言文学', '计算机类')),
      column('其他条件', (random) => clause(random)),
    ],
  },
  {
    name: 'prices',
    columns: [
      column('收费项目', (random) => `${thing(random)}${random.pick(['使用费', '检测费', '停放费', '清运费'])}`),
      column('计费单位', one('元/次', '元/吨', '元/小时', '元/人', '元/平方米·月')),
      column('收费标准', decimal(300, 1)),
      column('说明', (random) => clause(random)),
    ],
  },
  {
    name: 'indicators',
    columns: [
      serial,
      column('指标/名称', (random) => `${thing(random)}${random.pick(['覆盖率', '达标率', '总量', '数量', '增长率'])}`),
      column('单位', one('%', '个', '万人', '公里', '张', '平方米')),
      column('2020年/实际值', decimal(99, 1)),
      column('2025年/目标值', (random) => `${random.pick(['≥', '>', '', ''])}${random.between(3, 99)}`),
      column('指标/属性', one('约束性', '预期性')),
    ],
    groups: { head: '领域', values: ['创新驱动', '民生福祉', '绿色生态', '安全保障'] },
  },
  {
    name: 'equipment',
    columns: [
      serial,
      column('设备名称', (random) => `${thing(random)}${random.pick(['泵', '监测仪', '控制柜', '运输车'])}`),
      column('规格型号', (random) => `${random.pick(['XK', 'DZ', 'TQ', 'HB'])}-${random.between(10, 900)}`),
      column('数量', whole(1, 12)),
      column('单位', one('台', '套', '辆', '件')),
      column('单价/(元)', whole(300, 90000)),
      column('存放地点', place),
    ],
  },
  {
    name: 'roads',
    columns: [
      serial,
      column('道路名称', (random) => `${place(random)}路`),
      column('起点', (random) => `${place(random)}街`),
      column('止点', (random) => `${place(random)}桥`),
      column('长度/(米)', whole(120, 9800)),
      column('路面宽度', whole(4, 40)),
      column('备注', one('新命名', '更名', '延长')),
    ],
  },
  {
    name: 'documents',
    columns: [
      serial,
      column('文件名称', (random) => `云汀市人民政府关于${work(random)}的${random.pick(['通知', '意见', '决定'])}`),
      column(
        '文号',
        (random) => `云政${random.pick(['发', '办发', '规'])}〔20${random.between(10, 22)}〕${random.between(1, 90)}号`,
      ),
      column('处理/意见', one('继续有效', '废止', '修改', '宣布失效')),
    ],
  },
  {
    name: 'timetable',
    columns: [
      column('日期', (random) => `${random.between(3, 11)}月${random.between(1, 28)}日`),
      column('时间', (random) => `${random.between(8, 17)}:${random.pick(['00', '30'])}`),
      column('活动内容', (random) => work(random)),
      column('地点', (random) => `${place(random)}广场`),
      column('承办单位', agency),
    ],
  },
  {
    name: 'contacts',
    columns: [
      column(
        '受理单位',
        (random) => `${place(random)}${random.pick(['税务所', '街道办事处', '派出所', '便民服务站'])}`,
      ),
      column('地址', (random) => `${place(random)}街${random.between(1, 300)}号`),
      column('邮政编码', (random) => `11${random.between(1000, 9999)}`),
      column('联系电话', (random) => `0${random.between(410, 430)}-${random.between(2000000, 8999999)}`),
    ],
  },
  {
    name: 'scores',
    columns: [
      column('考核项目', (random) => work(random)),
      column('评分标准', (random) => sentence(random)),
      column('分值', whole(2, 20)),
      column('考核单位', agency),
    ],
    groups: { head: '一级指标', values: ['组织领导', '制度建设', '工作成效', '群众满意度'] },
  },
  {
    name: 'allowances',
    columns: [
      column('对象', one('困难家庭', '孤儿', '高龄老人', '重度残疾人', '优抚对象', '特困人员', '失业人员')),
      column('补助标准', (random) => `${random.between(2, 30) * 50}元/月`),
    ],
  },
  {
    name: 'plots',
    columns: [
      column('地块编号', (random) => `Y${random.between(10, 99)}-${random.between(1, 40)}`),
      column('位置', (random) => `${place(random)}以东`),
      column('面积/(公顷)', decimal(40, 2)),
      column('规划用途', one('二类居住用地', '商业用地', '工业用地', '公园绿地')),
      column('容积率', (random) => `≤${(random.next() * 2 + 0.8).toFixed(1)}`),
    ],
  },
  {
    name: 'services',
    columns: [
      serial,
      column('事项名称', (random) => `${thing(random)}${random.pick(['许可', '备案', '登记', '核准'])}`),
      column('设定依据', (random) => `《${thing(random)}管理条例》第${random.between(3, 60)}条`),
      column('办理时限', (random) => `${random.between(1, 20)}个工作日`),
      column('实施机关', agency),
      column('是否/收费', one('是', '否')),
    ],
  },
  {
    name: 'small numbers',
    columns: [
      serial,
      column('机构名称', (random) => `${place(random)}${random.pick(['卫生院', '小学', '福利院', '幼儿园'])}`),
      column('等级', one('一级', '二级', '三级')),
      column('班级数', whole(1, 9)),
      column('床位数', whole(1, 30)),
    ],
  },
  {
    name: 'heritage',
    columns: [
      column('编号', (_, row) => String(row + 1)),
      column('名称', (random) => `${place(random)}${random.pick(['古桥', '旧居', '石刻', '遗址', '祠堂'])}`),
      column('时代', one('明', '清', '民国', '宋', '新石器时代')),
      column('地址', (random) => `${place(random)}镇${place(random)}村`),
      column('类别', one('古建筑', '石窟寺及石刻', '古遗址', '近现代重要史迹')),
    ],
  },
  {
    name: 'funds by county',
    columns: [
      column('县(区)', (random) => `${place(random)}${random.pick(['县', '区'])}`),
      column('任务数/(户)', whole(20, 900)),
      column('中央资金', decimal(900, 2)),
      column('省级资金', decimal(500, 2)),
      column('合计', decimal(2000, 2)),
    ],
  },
  {
    name: 'rivers',
    columns: [
      column('河流', (random) => `${place(random)}河`),
      column('断面名称', (random) => `${place(random)}${random.pick(['桥', '闸', '渡口'])}`),
      column('水质目标', one('Ⅱ类', 'Ⅲ类', 'Ⅳ类')),
      column('现状水质', one('Ⅱ类', 'Ⅲ类', 'Ⅳ类', 'Ⅴ类')),
      column('责任区', (random) => `${place(random)}区`),
    ],
  },
  {
    name: 'courses',
    columns: [
      column('班次', (random) => `${thing(random)}${random.pick(['培训班', '研修班', '轮训班'])}`),
      column('培训对象', one('新任科级干部', '社区工作者', '村党组织书记', '安全员', '乡镇统计员')),
      column('人数', whole(30, 200)),
      column('时长', (random) => `${random.between(1, 10)}天`),
      column('主办单位', agency),
    ],
  },
  {
    name: 'amended clauses',
    columns: [
      serial,
      column('原条款', (random) => sentence(random)),
      column('修改后条款', (random) => sentence(random)),
    ],
  },
  {
    name: 'steps of a price',
    columns: [
      column('阶梯', one('第一阶梯', '第二阶梯', '第三阶梯', '第四阶梯')),
      column('年用水量', (random) => `${random.between(100, 200)}-${random.between(201, 300)}立方米`),
      column('综合水价', decimal(9, 2)),
    ],
  },
  {
    name: 'hidden dangers',
    columns: [
      serial,
      column('隐患点', (random) => `${place(random)}村${random.pick(['一组', '二组', '后山', '沟口'])}`),
      column('灾害类型', one('滑坡', '崩塌', '泥石流', '地面塌陷')),
      column('威胁户数', whole(1, 20)),
      column('防治措施', one('群测群防', '搬迁避让', '工程治理', '专业监测')),
      column('备注', one('汛期重点', '已立牌')),
    ],
  },
  {
    name: 'words without a prior',
    columns: [
      column(
        '品种',
        (random) =>
          `${random.pick(['云', '汀', '辽', '金'])}${random.pick(['稻', '玉', '豆', '薯'])}${random.between(1, 99)}`,
      ),
      column('亩产', whole(400, 900)),
      column('株高', decimal(120, 1)),
      column('抗性', one('抗倒伏', '中抗稻瘟', '耐盐碱', '抗旱')),
      column('适宜区', (random) => `${place(random)}流域`),
    ],
  },
];
