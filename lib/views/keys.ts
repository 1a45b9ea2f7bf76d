/** What a key does, for readers. */
export interface KeyRow {
  key: string;
  words: string;
}

/** Keys of the portal's own; 显示 switches them off. */
export const ownKeys: readonly KeyRow[] = [
  { key: '/', words: '到检索框' },
  { key: 't', words: '到目录' },
  { key: 'j', words: '下一个编号：一、（一）1.（1）都停' },
  { key: 'k', words: '上一个编号' },
  { key: '?', words: '打开这份说明' },
];

/** Keys that every browser has. */
export const commonKeys: readonly KeyRow[] = [
  { key: 'Tab', words: '下一个链接或按钮；按住 Shift 是上一个。页面上第一个是“跳到正文”' },
  { key: 'Enter', words: '打开链接；在编号上是打开这一节的转发卡片' },
  { key: 'Esc', words: '关闭卡片、目录、说明，焦点回到原处' },
  { key: '空格', words: '按下按钮；在正文里是往下翻一屏' },
  { key: '↑ ↓ ← →', words: '滚动页面，或者滚动焦点所在的表' },
];
