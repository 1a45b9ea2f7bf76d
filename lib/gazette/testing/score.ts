/** How two lists agree, repeats counted. */
export interface Score {
  hit: number;
  wanted: number;
  got: number;
  missed: string[];
  surplus: string[];
}

export function scoreOf(wanted: readonly string[], got: readonly string[]): Score {
  const surplus = [...got];
  const missed = wanted.filter((each) => {
    const at = surplus.indexOf(each);
    if (at >= 0) surplus.splice(at, 1);
    return at < 0;
  });
  return { hit: wanted.length - missed.length, wanted: wanted.length, got: got.length, missed, surplus };
}
