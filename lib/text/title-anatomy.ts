/** The parts of a title, which join to it. */
export interface TitleAnatomy {
  /** Who does what: 示例市人民政府办公室关于印发. Empty where nothing of the kind is there. */
  lead: string;
  /** What is meant. */
  core: string;
  /** What kind of document it is: 的通知. */
  tail: string;
}

/** 某某人民政府关于, with what is done to another text. */
const LEAD = /^[^《“]{2,40}?关于(?:(?:印发|转发|批转|公布|发布|修订印发)(?=《|[^的]{4}))?/u;
/** Whether somebody is named in front: 关于 also stands in the middle of what is meant. */
const ISSUER =
  /^(?:[^关]|关(?!于))*(?:政府|办公室|办公厅|委员会|常委会|指挥部|领导小组|局|厅|委|院|部|署|办|中心|集团|公司)(?:[、\s].{2,20})?关于/u;
/** The kinds that most documents are of. */
const TAIL =
  /的(?:通知|意见|实施意见|指导意见|决定|批复|公告|通告|通报|函|复函|报告|请示|命令|说明|解读)(?:（[^（）]{1,8}）)?$/u;

/**
 * Takes a title apart: what is meant stands between who says it and what kind of document it is.
 * @param title set in type (lib/text/typography.ts)
 * @returns parts that join to the title; all of it is `core` where it has no such parts
 */
export function readAnatomy(title: string): TitleAnatomy {
  const lead = ISSUER.test(title) ? (LEAD.exec(title)?.[0] ?? '') : '';
  const tail = TAIL.exec(title.slice(lead.length))?.[0] ?? '';
  const core = title.slice(lead.length, title.length - tail.length);
  return core.length < 4 ? { lead: '', core: title, tail: '' } : { lead, core, tail };
}
