/** A field for a number in whatever spelling. A plain form, which leads to the number's page. */
export function NumberBox() {
  return (
    <form className="find" role="search" aria-label="查文号" action="/wenhao">
      <input
        name="number"
        maxLength={100}
        aria-label="文号"
        placeholder="文号，括号和空格怎么写都行"
        enterKeyHint="search"
        autoComplete="off"
      />
      <button type="submit">查文号</button>
    </form>
  );
}
