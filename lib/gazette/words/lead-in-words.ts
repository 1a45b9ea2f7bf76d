/**
 * Words that stand directly in front of a code and are no part of it: 结合国办发〔2019〕1号.
 * Nothing marks where a code begins; a word of the language in front of it does.
 */
const words = `
根据 依据 按照 依照 遵照 参照 比照 对照 仿照 照 按 依 据 凭 凭借 依托 基于 鉴于 结合 围绕 针对 对应 对标 参考 参看 参阅 查阅 查看 查询 检索
贯彻 落实 执行 实施 施行 推进 推行 试行 履行 遵循 遵守 恪守 沿用 适用 套用 援引 引用 采用 使用 运用 利用 引述 摘自 源自 来自 出自 载于 列入 纳入 写入
学习 研究 领会 吃透 掌握 把握 理解 熟悉 宣传 传达 转达 传阅 解读 宣讲 培训 讨论 审议 审核 审批 审查 检查 核对 核查 核实 评估 清理 梳理 汇总 整理
借鉴 呼应 研读 吸收 吸取 考虑 权衡 转引 抄录 摘录 违反 违背 抵触 冲突 不符 符合 满足 达到 超过 超出 突破 优于 低于 高于 严于 等同 视同 类似 不同于 区别于 有别于
修改 修订 修正 调整 完善 细化 补充 更新 替代 替换 取代 代替 废止 废除 撤销 撤回 停止 终止 中止 暂停 恢复 延续 延长 继续 保留 宣布 确认 认定
印发 下发 制发 签发 颁发 颁布 发布 公布 出台 制定 制订 起草 拟定 转发 批转 报送 上报 提交 提请 收到 接到 收悉 附有 附
明确 规定 要求 提出 指出 强调 部署 安排 确定 批准 同意 核准 经过 通过 授权 委托 响应 配合 衔接 对接 协调 做好 抓好 完成 办理 处理 开展 用好
详见 参见 另见 见 即 是 系 为 指 如 例如 比如 譬如 诸如 包括 包含 涵盖 含 涉及 有关 相关 关于 对于 至于 由于 自从 截至 除 除了 至 到 从 自 起
上述 下列 以下 以上 前述 其中 特别 尤其 以下简称 简称 统称 合称 原 现 原有 现行 已 已经 曾 曾经 将 拟 应 应当 须 必须 可 可以 不 未 仍 仍按 仍然 均 均按 都 也 还 再 又 才 就 便 则 却
经 与 和 及 以及 或 或者 暨 并 并且 而 而且 且 但 但是 同 同时 跟 连同 会同 随 随同 随着 向 往 给 把 被 让 使 由 用 以 因 因为 所以 故 此 该 这 那 其 之 的 地 得 了 着 过 在 于 对 比 若 凡 如果 除非 无论 不论 只有 按期 严格 认真 全面 切实 深入 继续按 严格按 一并 另行 共同 分别 首先 其次 目前 此前 此后 今后 日前 近日 上级 本着 紧扣 立足 遵从 服从 执行好 落实好 按时 依规 依法 根据上级
政府 人民政府 办公室 办公厅 委员会 局 厅
文件 文 号 通知 意见 决定 办法 规定 方案 函 批复 报告 条例 细则 公告 通告 通报 规划 计划 纲要 请示 纪要 精神 标准 政策
`;

const leadInWords = new Set(words.split(/\s+/).filter(Boolean));
const longest = [...leadInWords].reduce((length, word) => Math.max(length, word.length), 0);

/** Measures the word at the end of `front` that leads to codes; 0 for none. */
export function leadInLength(front: string): number {
  for (let length = Math.min(longest, front.length); length > 0; length--)
    if (leadInWords.has(front.slice(-length))) return length;
  return 0;
}
