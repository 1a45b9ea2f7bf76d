/** 转发示例市…, 关于调整示例市…: what is done is no part of a place. */
export const leadingVerbs =
  /^(?:关于|批转|转发|印发|公布|发布|颁布|废止|修改|修订|同意|批准|核准|批复|命名|授予|表彰|通报|任命|任免|免去|聘任|调整|变更|成立|设立|组建|撤销|取消|恢复|更名|启用|停止|做好|开展|举办|召开|加强|加快|推进|促进|支持|规范|完善|深化|优化|提高|改进|建立|健全|实施|编制|制定|下达|申报|确定|明确|划定|清理|进一步|切实|继续|全面|对)+(?=.{2})/;
const province = /^[\u4e00-\u9fff]{2,6}?(?:省|自治区)(?=[\u4e00-\u9fff])/;
const city =
  /^([\u4e00-\u9fff]{2,8}?(?:市|自治州|地区|盟))((?!委|政府|人民)[\u4e00-\u9fff]{2,6}?(?:区|县|旗|市)(?=人民政府))?/;
const county =
  /^([\u4e00-\u9fff]{2,9}?(?:自治县|县|区|旗))(?=人民|委|教|财|卫|公|民|发|城|市|农|水|交|文|司|审|国民|关于|“|第|20)/;
const provinceItself = /^([\u4e00-\u9fff]{2,6}?(?:省|自治区))/;

/** Reads the municipality at the head of a name: 阜新市卫生健康委员会, 辽宁省阜新市…, 本溪市人民政府公报. */
export function municipalityIn(name: string): string | undefined {
  const local = name
    .replace(leadingVerbs, '')
    .replace(/^(?:中共|中国共产党)/, '')
    .replace(province, '');
  const match = city.exec(local);
  return match?.[2] ?? match?.[1] ?? county.exec(local)?.[1] ?? provinceItself.exec(name)?.[1];
}
