/**
 * A number as the first heading of its page.
 * It may break only before its bracket.
 */
export function NumberTitle({ number }: { number: string }) {
  const bracket = Math.max(0, number.indexOf('〔'));
  return (
    <h1 className="number-title figures">
      {number.slice(0, bracket)}
      <wbr />
      {number.slice(bracket)}
    </h1>
  );
}
