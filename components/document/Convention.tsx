/** Says how the text above is shown. */
export function Convention() {
  return <p className="convention">标点按印刷习惯以全角显示，文字与原文一致；以公报原件为准。</p>;
}
