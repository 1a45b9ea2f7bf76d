/** A subject under which documents are browsed. */
export interface Subject {
  /** As it stands on pages and in its address: 社保 */
  name: string;
  /** Words of a 主题分类 that mean it, between blanks. */
  stated: string;
  /** Words of a title that mean it. */
  title: string;
  /** Words in the name of an agency that cares for nothing else; empty for none. */
  agency: string;
}

/**
 * The subjects, in the order of the page.
 *
 * A document whose publisher states a 主题分类 with such words is of these subjects; any other one by
 * its title and by who signs. A change raises `rowsVersion` in lib/db/ingest/rows/prepare-rows.ts.
 */
export const SUBJECTS: readonly Subject[] = [
  {
    name: '社保',
    stated: '社会保障 社会保险 社保',
    title: '社保 社会保险 养老保险 失业保险 工伤保险 生育保险 社会保障卡',
    agency: '社会保险',
  },
  {
    name: '救助',
    stated: '社会救助 民政 扶贫 救灾 慈善 优抚',
    title: '低保 最低生活保障 特困 临时救助 社会救助 困难群众 慈善 救助',
    agency: '民政',
  },
  {
    name: '医疗',
    stated: '卫生 医疗 医药 医保 健康 计划生育',
    title: '医疗 医保 医院 医药 卫生健康 疾病 疫情 公共卫生 健康 中医',
    agency: '卫生健康 医疗保障',
  },
  {
    name: '养老',
    stated: '养老 老龄',
    title: '养老服务 养老机构 老年人 老龄 高龄 居家养老 养老院 适老',
    agency: '老龄',
  },
  {
    name: '儿童与残疾人',
    stated: '妇女儿童 残疾人 未成年人',
    title: '儿童 未成年人 托育 残疾人 妇女 婴幼儿 孤儿',
    agency: '残疾人联合会 妇女联合会',
  },
  {
    name: '教育',
    stated: '教育',
    title: '教育 学校 幼儿园 义务教育 招生 教师 学生 高校 校园',
    agency: '教育',
  },
  {
    name: '就业',
    stated: '就业 劳动 人事 人力资源',
    title: '就业 创业 人才 劳动 农民工 工资 职业技能 招聘',
    agency: '人力资源',
  },
  {
    name: '住房',
    stated: '住房 房地产 城乡建设',
    title: '住房 公租房 公共租赁 棚户区 公积金 物业 房地产 老旧小区 危房 房屋征收',
    agency: '住房 房产',
  },
  {
    name: '营商',
    stated: '营商环境 市场监管 工商 商贸 招商 行政审批',
    title: '营商环境 市场主体 经营主体 行政审批 政务服务 招商 个体工商户 中小企业 民营',
    agency: '市场监督管理 营商环境',
  },
  {
    name: '财政与税收',
    stated: '财政 税务 审计 金融',
    title: '财政 预算 税收 专项资金 政府采购 审计 债务 金融',
    agency: '财政 税务 审计',
  },
  {
    name: '工业与科技',
    stated: '工业 科技 信息产业 能源 知识产权',
    title: '工业 科技 制造业 高新技术 数字经济 信息化 知识产权 能源 大数据',
    agency: '科学技术 工业和信息化',
  },
  {
    name: '农业农村',
    stated: '农业 林业 农村 水利 畜牧',
    title: '农业 农村 乡村振兴 耕地 粮食 林业 畜牧 农民 春耕 农田',
    agency: '农业农村 林业',
  },
  {
    name: '生态环境',
    stated: '环境保护 生态环境 环保 节能',
    title: '生态环境 污染 环境保护 大气 河长制 节能 碳达峰 垃圾分类 绿化 自然保护',
    agency: '生态环境',
  },
  {
    name: '土地与规划',
    stated: '国土资源 土地 规划 自然资源',
    title: '国土空间 土地 征地 自然资源 矿产 城市更新 不动产',
    agency: '自然资源',
  },
  {
    name: '交通',
    stated: '交通',
    title: '交通 公路 道路 公交 出租汽车 停车 铁路 航道 机动车',
    agency: '交通运输',
  },
  {
    name: '城市管理',
    stated: '城市管理 市政 城乡管理',
    title: '城市管理 市容 供水 供热 燃气 排水 户外广告 犬 环境卫生',
    agency: '城市管理',
  },
  {
    name: '安全与应急',
    stated: '安全生产 应急管理 公安 消防 防灾减灾',
    title: '安全生产 应急 防汛 抗旱 消防 地质灾害 防火 食品安全 烟花爆竹',
    agency: '应急管理 消防救援',
  },
  {
    name: '文化旅游体育',
    stated: '文化 旅游 体育 广播电视 文物',
    title: '文化 旅游 体育 全民健身 文物 非物质文化遗产 博物馆 图书馆',
    agency: '文化和旅游 文化广电 体育',
  },
  {
    name: '法治与政务',
    stated: '司法 法治 政务公开 机关事务 监察',
    title: '规范性文件 行政执法 法治 政务公开 政府信息公开 行政复议 政府工作规则 立法 督查',
    agency: '司法',
  },
  {
    name: '人事任免',
    stated: '人事任免 机构编制',
    title: '任免 任职 免职 任命 聘任',
    agency: '',
  },
];
