import type { FormSlip } from '@/lib/check/number-form';

/** What the standard wants, as advice. */
export const formWords: Record<FormSlip, string> = {
  brackets: '年份用六角括号〔〕括起来',
  noBrackets: '年份用六角括号〔〕括起来',
  order: '次序是机关代字、年份、序号',
  shortYear: '年份写全四位',
  yearWord: '括号里只写年份，不写“年”字',
  ordinal: '序号前不加“第”',
  dash: '括号和序号之间不加横线',
  zeros: '序号前不补“0”',
  fullWidth: '数字用半角',
  hanNumerals: '年份和序号用阿拉伯数字',
  blanks: '中间不留空格',
  noMark: '末尾写上“号”',
};
