// Names of persons are no words: 于海 is not 於海, 范明 not 範明. Nothing marks a name, but what
// stands around it does: 任命…为, 免去…的职务, …同志, 市长….

/** Surnames, those first that are also words with another traditional character. */
const surnames =
  '于范余岳郁种朴谷涂后干党曲仇单郭胡姜叶沈洪钟曹娄万卜王李张刘陈杨赵黄周吴徐孙朱马何林高梁郑罗宋谢唐韩冯董萧程袁邓许傅曾彭吕苏卢蒋蔡贾丁魏薛阎潘杜戴夏汪田任方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦向柳邢路岑梅莫庄辛管祝左祁时耿詹关苗凌费纪靳盛童欧甄项包司柯成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄柏宁';
const given = '[\\u4e00-\\u9fff]';
const name = `[${surnames}][ \\u3000]{0,3}${given}(?:[ \\u3000]{0,2}${given})?`;
const posts = '任命|免去|聘任|解聘|提名|选举|推选|任免|罢免|增补|补选|接受|批准|同意|授予|表彰';
const offices =
  '[市省县区州旗盟局厅部处科所院校行会组队团镇乡村馆站社园]长|主任|书记|主席|委员|成员|秘书|组员|经理|代表|教授|司令员|政委|检察官|法官|联系人|负责人|签发人|审核人?|校对|主持人|主编|编辑|总监|工程师';
/** 局长于会上讲话: words that are no given name. */
const noName = /^于[ \u3000]?(?:[本今昨明当会上近同年月日前后此是之该一二三四五六七八九十]|[\u4e00-\u9fff][年月日])/;
/** 任命干部为…, 同意余额为…: words, whatever stands around them. */
const words = new Set(
  '干部 干事 干警 范围 范例 范本 余额 余地 种类 种子 种植 后勤 后备 后者 后续 谷物 谷地 于是 于此 涂料 岳父 单位 单方 党员 党委 党组 成员 成立 关于 关系 时间 时任 安全 安排 任务 任期 位于 易地 游客 路线 包括 管理 项目 向前 常务 文件 文化 方案 方式 程序 金额 高度 章程 施工 康复 武装 石油 白酒 江河 林业 马上 何时 温度 牛羊 向来 司机 司法 查处 成果 成绩'.split(
    ' ',
  ),
);

/** What stands around a name; the name is what matches. */
const surroundings: readonly RegExp[] = [
  new RegExp(
    `(?<=(?:${posts})(?:[${surnames}]${given}{1,2}、){0,8})${name}?(?=(?:为|任(?!何|务|意)|同志|的[职任]|担任|兼任|挂职|辞去|等|[、，,。；;]|$))`,
    'g',
  ),
  new RegExp(
    `(?<=^|[，。；：、,;:（(\\s>])${name}?(?=同志|任(?:[副代市省县区总常首名]|[\\u4e00-\\u9fff]{1,12}长|.{1,12}主任)|担任|兼任|当选|辞去)`,
    'g',
  ),
  new RegExp(`(?<=(?:${offices})(?:[:：][ \\u3000]{0,4}|[ \\u3000]{1,4}))${name}?(?=[、，,。；;\\s<]|$)`, 'g'),
  new RegExp(`(?<=(?:${offices}))${name}?(?=主持|出席|参加|讲话|签发|指出|强调|率队|同志|作[了报]|[、，,。；;])`, 'g'),
  new RegExp(`^[ \\u3000]*[${surnames}][ \\u3000]+${given}[ \\u3000]*$`, 'g'),
  new RegExp(`[于范余岳郁种朴谷涂后干](?=某(?![些种个日年月地时类一]))`, 'g'),
];

/**
 * Lists the places of names of persons in simplified text.
 * @returns spans in UTF-16 units, perhaps more than once
 */
export function listNames(text: string): { start: number; end: number }[] {
  if (!/[于范余岳郁种朴谷涂后干里云]/.test(text)) return [];
  return surroundings.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const compact = match[0].replace(/[ \u3000]/g, '');
      return words.has(compact.slice(0, 2)) || noName.test(match[0])
        ? []
        : [{ start: match.index, end: match.index + match[0].length }];
    }),
  );
}

/** Characters that names keep, though most words write them otherwise. */
export const keptInNames = new Set('于范余岳郁种朴谷涂后干里丑斗几升杰卜曲');
