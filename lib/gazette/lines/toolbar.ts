// What a portal prints around a page for its visitors: 登录 | 注册 | 无障碍浏览, 大 中 小 打印 收藏.

const buttons = new Set(
  `首页 网站首页 返回首页 登录 注册 个人中心 用户中心 退出 无障碍 无障碍浏览 无障碍阅读 进入无障碍 适老化 长者模式 长者版 长者助手 老年模式
关怀版 关怀模式 简体 繁体 简体版 繁体版 简 繁 English EN 移动版 手机版 电脑版 小程序 微信 微博 新浪微博 腾讯微博 QQ QQ空间 客户端 移动客户端 APP 邮箱 RSS
智能问答 智能问答机器人 智能搜索 站内搜索 搜索 高级搜索 网站地图 网站导航 联系我们 关于我们 收藏 收藏本站 加入收藏 设为首页 打印 打印本页 打印文章 关闭 关闭窗口 下载
下载文件 复制链接 分享 分享到 一键分享 转发 留言 评论 点赞 纠错 我要纠错 返回 返回顶部 返回列表 上一页 下一页 大 中 小 默认 超大 特大 字号 字体 字体大小 A+ A- A 朗读
语音播报 语音 扫一扫 扫码浏览 二维码`
    .split(/\s+/)
    .filter(Boolean),
);
const longest = 100;

/** Tells whether a line holds nothing but names of a page's buttons, two or more. */
export function isToolbar(text: string): boolean {
  if (text.length > longest) return false;
  const names = text.split(/[ |/·:,、>【】[\]()]+/).filter(Boolean);
  return names.length >= 2 && names.some((name) => name.length >= 2) && names.every((name) => buttons.has(name));
}
