import type { Mention, Run } from './mention';

/** What may stand between two references of one list: a bracket, 文件, 第十条, and 、 or 和. */
const betweenListed =
  /^[)】》]{0,2}(?:文件|通知|规定)?(?:第[^,。;]{1,10}[条款项])?[)】]? ?(?:、|,|和|及|与|以及|或|或者)? ?(?:[\u4e00-\u9fff]{0,10}(?:委|政府|国务院|中央|部|厅|局|办公室|总局))?[（(《]?$/;

/**
 * Gives references of one list the relation of its verb: 按照A、B和C, 废止A号、B号、C号.
 * Those that have a relation of their own share it where it is the only one in the list.
 */
export function spreadRelations(run: Run, found: readonly Mention[]): void {
  let group: Mention[] = [];
  const close = (): void => {
    const said = new Set(group.map(({ citation }) => citation.relation).filter((relation) => relation !== 'cites'));
    const [relation] = said;
    if (said.size === 1 && relation)
      for (const { citation } of group) if (!citation.aliasDefinition) citation.relation = relation;
    group = [];
  };
  for (const each of found) {
    const last = group.at(-1);
    if (last && !betweenListed.test(run.folded.slice(last.end, Math.max(last.end, each.titleStart)))) close();
    group.push(each);
  }
  close();
}
