// Ministries and central organs with their short names. A number is known by the full name; a
// former organ is another one: an order of 建设部 is none of 住房和城乡建设部.

/** An organ of the centre, and what else it is called. */
interface Organ {
  /** As it signs. */
  name: string;
  /** Names that mean it anywhere. */
  short?: readonly string[];
  /**
   * Names that mean it in front of 令 alone: departments of provinces and cities issue no 令
   * (立法法 gives 规章 to ministries and to governments), but they do issue 公告 and 通告.
   */
  shortInOrders?: readonly string[];
  /** In a list of several, where it is printed so: 财政部 税务总局公告. */
  joined?: string;
  /** Where the names stand: the reform that made the organ, a law, or its own numbers. */
  source: string;
}

const reform = (year: number): string => `国务院机构改革方案（${year}年）`;
const former = (year: number): string => `国务院机构改革方案（${year}年）; numbers of those years are still cited`;
const settled = '国务院关于机构设置的通知; the short names are those of its own numbers and website';

/** Organs that issue 令, 公告 or 通告. A test checks that no name means two. */
// prettier-ignore
export const organs: readonly Organ[] = [
  { name: '国务院', source: '宪法第八十五条' },
  { name: '国务院办公厅', short: ['国办'], source: settled },
  { name: '主席', short: ['国家主席'], source: '宪法第八十条: 主席令' },
  { name: '全国人民代表大会常务委员会', short: ['全国人大常委会'], source: '宪法第五十七条; 全国人大常委会公报 prints both' },
  { name: '全国人民代表大会', short: ['全国人大'], source: '宪法第五十七条' },
  { name: '最高人民法院', short: ['最高法院', '最高法'], source: '人民法院组织法; its own website' },
  { name: '最高人民检察院', short: ['最高检察院', '最高检'], source: '人民检察院组织法; its own website' },
  { name: '外交部', source: settled },
  { name: '国防部', source: settled },
  { name: '国家发展和改革委员会', short: ['国家发展改革委', '国家发改委', '国家发展改革委员会'], shortInOrders: ['发展改革委', '发改委', '发展和改革委员会'], source: reform(2003) },
  { name: '教育部', source: settled },
  { name: '科学技术部', short: ['科技部'], source: settled },
  { name: '工业和信息化部', short: ['工业信息化部', '工信部'], source: reform(2008) },
  { name: '国家民族事务委员会', short: ['国家民委'], source: settled },
  { name: '公安部', source: settled },
  { name: '国家安全部', short: ['安全部'], source: settled },
  { name: '民政部', source: settled },
  { name: '司法部', source: settled },
  { name: '财政部', source: settled },
  { name: '人力资源和社会保障部', short: ['人力资源社会保障部', '人社部'], source: `${reform(2008)}; 人社部发` },
  { name: '自然资源部', source: reform(2018) },
  { name: '生态环境部', source: reform(2018) },
  { name: '住房和城乡建设部', short: ['住房城乡建设部', '住建部'], source: reform(2008) },
  { name: '交通运输部', source: reform(2008) },
  { name: '水利部', source: settled },
  { name: '农业农村部', source: reform(2018) },
  { name: '商务部', source: reform(2003) },
  { name: '文化和旅游部', short: ['文化旅游部', '文旅部'], source: reform(2018) },
  { name: '国家卫生健康委员会', short: ['国家卫生健康委', '国家卫健委'], shortInOrders: ['卫生健康委', '卫健委', '卫生健康委员会'], source: reform(2018) },
  { name: '退役军人事务部', short: ['退役军人部'], source: reform(2018) },
  { name: '应急管理部', short: ['应急部'], source: `${reform(2018)}; 应急部 in its own numbers` },
  { name: '中国人民银行', short: ['人民银行'], source: '中国人民银行法' },
  { name: '审计署', source: '审计法' },
  { name: '国务院国有资产监督管理委员会', short: ['国务院国资委'], shortInOrders: ['国资委'], source: reform(2003) },
  { name: '海关总署', source: '海关法' },
  { name: '国家税务总局', short: ['税务总局'], joined: '税务总局', source: `${settled}; lists print 财政部 税务总局公告` },
  { name: '国家市场监督管理总局', short: ['市场监管总局', '国家市场监管总局', '市场监督管理总局'], joined: '市场监管总局', source: reform(2018) },
  { name: '国家广播电视总局', short: ['广电总局', '国家广电总局'], source: reform(2018) },
  { name: '国家体育总局', short: ['体育总局'], source: settled },
  { name: '国家金融监督管理总局', short: ['金融监管总局', '国家金融监管总局'], joined: '金融监管总局', source: reform(2023) },
  { name: '国家统计局', source: settled },
  { name: '国家知识产权局', source: reform(2018) },
  { name: '国家医疗保障局', short: ['国家医保局'], source: reform(2018) },
  { name: '国家信访局', source: reform(2023) },
  { name: '国家数据局', source: reform(2023) },
  { name: '国家能源局', source: reform(2013) },
  { name: '国家粮食和物资储备局', short: ['国家粮食和储备局'], source: reform(2018) },
  { name: '国家林业和草原局', short: ['国家林草局', '国家林业草原局'], source: reform(2018) },
  { name: '国家铁路局', source: reform(2013) },
  { name: '中国民用航空局', short: ['中国民航局', '民航局'], source: reform(2008) },
  { name: '国家邮政局', source: settled },
  { name: '国家文物局', source: settled },
  { name: '国家中医药管理局', short: ['国家中医药局'], source: settled },
  { name: '国家疾病预防控制局', short: ['国家疾控局'], source: reform(2023) },
  { name: '国家药品监督管理局', short: ['国家药监局'], source: reform(2018) },
  { name: '国家外汇管理局', short: ['国家外汇局'], source: settled },
  { name: '国家烟草专卖局', short: ['国家烟草局'], source: settled },
  { name: '国家移民管理局', source: reform(2018) },
  { name: '国家矿山安全监察局', short: ['国家矿山安监局'], source: settled },
  { name: '国家消防救援局', source: reform(2018) },
  { name: '国家互联网信息办公室', short: ['国家网信办'], source: settled },
  { name: '国家密码管理局', short: ['国家密码局'], source: '密码法' },
  { name: '国家保密局', source: '保守国家秘密法' },
  { name: '国家档案局', source: '档案法' },
  { name: '国家宗教事务局', short: ['国家宗教局'], source: settled },
  { name: '国家版权局', source: '著作权法' },
  { name: '国家新闻出版署', source: reform(2018) },
  { name: '国家电影局', source: reform(2018) },
  { name: '国家核安全局', source: '核安全法' },
  { name: '国家国防科技工业局', short: ['国家国防科工局', '国防科工局'], source: reform(2008) },
  { name: '国家认证认可监督管理委员会', short: ['国家认监委', '认监委'], source: settled },
  { name: '国家标准化管理委员会', short: ['国家标准委'], source: '标准化法' },
  { name: '国家机关事务管理局', short: ['国管局'], source: settled },
  { name: '中国气象局', source: '气象法' },
  { name: '中国地震局', source: '防震减灾法' },
  { name: '中国证券监督管理委员会', short: ['中国证监会', '证监会'], source: '证券法; its orders print 证监会令' },
  // What was merged or renamed.
  { name: '建设部', source: former(2008) },
  { name: '农业部', source: former(2018) },
  { name: '文化部', source: former(2018) },
  { name: '卫生部', source: former(2013) },
  { name: '交通部', source: former(2008) },
  { name: '铁道部', source: former(2013) },
  { name: '信息产业部', source: former(2008) },
  { name: '国土资源部', source: former(2018) },
  { name: '环境保护部', short: ['环保部'], source: former(2018) },
  { name: '劳动和社会保障部', short: ['劳动保障部'], source: former(2008) },
  { name: '国家卫生和计划生育委员会', short: ['国家卫生计生委', '国家卫计委'], source: former(2018) },
  { name: '国家人口和计划生育委员会', short: ['国家人口计生委'], source: former(2013) },
  { name: '国家安全生产监督管理总局', short: ['国家安全监管总局', '安全监管总局', '国家安监总局', '安监总局'], source: former(2018) },
  { name: '国家质量监督检验检疫总局', short: ['国家质检总局', '质检总局'], source: former(2018) },
  { name: '国家工商行政管理总局', short: ['国家工商总局', '工商总局'], source: former(2018) },
  { name: '国家食品药品监督管理总局', short: ['国家食品药品监管总局', '食品药品监管总局', '食药监总局', '国家食药监总局'], source: former(2018) },
  { name: '国家新闻出版广电总局', short: ['新闻出版广电总局'], source: former(2018) },
  { name: '国家环境保护总局', short: ['国家环保总局', '环保总局'], source: former(2008) },
  { name: '国家电力监管委员会', short: ['国家电监会', '电监会'], source: former(2013) },
  { name: '中国银行保险监督管理委员会', short: ['中国银保监会', '银保监会'], source: former(2023) },
  { name: '中国银行业监督管理委员会', short: ['中国银监会', '银监会'], source: former(2018) },
  { name: '中国保险监督管理委员会', short: ['中国保监会', '保监会'], source: former(2018) },
  { name: '国家林业局', source: former(2018) },
  { name: '国家旅游局', source: former(2018) },
  { name: '国家海洋局', source: former(2018) },
  { name: '国家测绘地理信息局', short: ['国家测绘地信局'], source: former(2018) },
  { name: '国务院扶贫开发领导小组办公室', short: ['国务院扶贫办'], source: former(2023) },
  { name: '国家乡村振兴局', source: former(2023) },
];

/** An office of a province, city or county, by what stands behind the place. */
interface LocalOffice {
  name: string;
  short: readonly string[];
  source: string;
}

const parallel = 'named as the ministry, by the reform plans of the provinces (2018)';

/**
 * Offices whose short names mean one office in every place. 文旅局 (文化和旅游局, 文化广电和旅游局), 交通局 and
 * 城管局 do not.
 */
// prettier-ignore
export const localOffices: readonly LocalOffice[] = [
  { name: '人民政府', short: ['政府'], source: '地方各级人民代表大会和地方各级人民政府组织法' },
  { name: '人民代表大会常务委员会', short: ['人大常委会', '人大常务委员会'], source: '地方各级人民代表大会和地方各级人民政府组织法' },
  { name: '发展和改革委员会', short: ['发展改革委员会', '发展和改革委', '发展改革委', '发改委'], source: parallel },
  { name: '发展和改革局', short: ['发展改革局', '发改局'], source: parallel },
  { name: '住房和城乡建设委员会', short: ['住房城乡建设委员会', '住房城乡建设委', '住房和城乡建设委', '住建委'], source: parallel },
  { name: '住房和城乡建设厅', short: ['住房城乡建设厅', '住建厅'], source: parallel },
  { name: '住房和城乡建设局', short: ['住房城乡建设局', '住建局'], source: parallel },
  { name: '人力资源和社会保障厅', short: ['人力资源社会保障厅', '人社厅'], source: parallel },
  { name: '人力资源和社会保障局', short: ['人力资源社会保障局', '人社局'], source: parallel },
  { name: '工业和信息化厅', short: ['工业信息化厅', '工信厅'], source: parallel },
  { name: '工业和信息化局', short: ['工业信息化局', '工信局'], source: parallel },
  { name: '经济和信息化厅', short: ['经济信息化厅', '经信厅'], source: parallel },
  { name: '经济和信息化局', short: ['经济信息化局', '经信局'], source: parallel },
  { name: '卫生健康委员会', short: ['卫生健康委', '卫健委'], source: parallel },
  { name: '卫生健康局', short: ['卫健局'], source: parallel },
  { name: '市场监督管理局', short: ['市场监管局'], source: parallel },
  { name: '药品监督管理局', short: ['药监局'], source: parallel },
  { name: '医疗保障局', short: ['医保局'], source: parallel },
  { name: '应急管理厅', short: ['应急厅'], source: parallel },
  { name: '应急管理局', short: ['应急局'], source: parallel },
];
