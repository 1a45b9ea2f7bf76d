/** The search was given up. */
export function TimedOut() {
  return <p>这次检索用时太长，已经停下，不是您的操作有误。请加一个词，或者限定城市、年份，再查一次。</p>;
}
