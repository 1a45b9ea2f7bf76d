import type { RegisterTab } from '@/lib/addresses/register-params';

/** Words for the lists of the register. */
export const REGISTER_WORDS: Record<RegisterTab, string> = {
  all: '全部',
  inForce: '有效',
  ending: '90 日内到期',
  expired: '已失效',
  lapsed: '失效后未见接续',
  amended: '已修改',
  repealed: '已废止',
  basis: '依据已废止或较新',
  title: '名称所示期限已过',
  conflict: '说法不一',
  unknown: '未见废止信息',
};
