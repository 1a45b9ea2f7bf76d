/** Keys of the block that a government portal prints above a text. */
const portalKeys =
  '索引号|信息索引号?|发文机构|制发机关|制发机构|印发机关|责任部门|发文日期|发布文号|成文时间|生成时间|印发日期|著录时间|组配分类|主题类别|信息类别|公文种类|公文类型|文件类型|公开类型|公开形式|公开类别|公开目录|效力状态|统一编号|统一登记号|登记号|规范性文件登记号|规范性文件编号|文件编号|文章来源|发布机构|发文机关|发文单位|信息名称|标题|名称|主题分类|信息分类|体裁分类|服务对象|发布日期|发布时间|公开日期|生成日期|成文日期|废止日期|失效日期|生效日期|实施日期|施行日期|文号|发文字号|关键词|主题词|内容概述|有效性|时效性|信息来源|来源|公开方式|公开范围';

/** A portal's key with its colon, anywhere in folded text: 索引号: 成文日期: 文 号: */
export const portalKey = new RegExp(
  `(?:${portalKeys
    .split('|')
    .map((key) => [...key].join(' {0,4}'))
    .join('|')}) {0,2}:`,
  'g',
);

/** A portal's key at the head of a line, perhaps behind a bullet. */
export const leadingPortalKey = new RegExp(`^[•·◆■●▪*-]{0,2}(?:${portalKeys}):`);
