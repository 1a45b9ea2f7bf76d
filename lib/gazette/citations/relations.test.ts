import { describe, expect, it } from 'vitest';
import { readRelation } from './relations';

// `※` stands for the reference: words in front of it and behind its bracket.
const relationIn = (sentence: string): string => {
  const [before = '', behind = ''] = sentence.split('※');
  return readRelation({ before, behind });
};

describe('the words around a reference', () => {
  it.each([
    ['根据※,结合本市实际,制定本办法。', 'implements'],
    ['为贯彻落实※和《乙办法》精神,', 'implements'],
    ['为贯彻落实《甲意见》(甲发〔2020〕1号)和※,', 'implements'],
    ['按照※要求,', 'implements'],
    ['依据※第三条,', 'implements'],
    ['严格执行※第七条规定,', 'implements'],
    ['认真落实《甲》《乙》《丙》※,', 'implements'],
    ['※同时废止。', 'repeals'],
    ['原※予以废止。', 'repeals'],
    ['※、《乙通知》(乙发〔2019〕2号)同时废止。', 'repeals'],
    ['※自本通知执行之日起失效。', 'repeals'],
    ['决定废止※', 'repeals'],
    ['本办法代替※。', 'repeals'],
    ['撤销※。', 'repeals'],
    ['※同时作废。', 'repeals'],
    ['※自2023年1月1日起同时废止。', 'repeals'],
    ['※第五条同时废止。', 'amends'],
    ['废止※第五条。', 'amends'],
    ['※中关于收费的规定停止执行。', 'amends'],
    ['※的有效期均延长至2027年12月31日。', 'extends'],
    ['※现延长3年。', 'extends'],
    ['※将于2024年12月31日到期,现延长3年。', 'extends'],
    ['※有效期由3年调整为5年。', 'extends'],
    ['※规定的申报时间延长至2024年12月31日。', 'cites'],
    ['※有效期不再延长。', 'cites'],
    ['※终止执行。', 'repeals'],
    ['原※被本办法取代。', 'repeals'],
    ['※除第三条外,其余条款同时废止。', 'repeals'],
    ['※规定的保证金可以用保函代替。', 'cites'],
    ['※第六条中的“八元”调整为“十元”。', 'amends'],
    ['删去※第十八条。', 'amends'],
    ['※尚未废止。', 'cites'],
    ['不得废止※', 'cites'],
    ['延长※有效期至2027年12月31日。', 'extends'],
    ['※等3件文件予以废止', 'repeals'],
    ['对※作如下修改:', 'amends'],
    ['将※第三条修改为:“甲”', 'amends'],
    ['关于修改※', 'amends'],
    ['※继续有效,', 'extends'],
    ['※的有效期延长至2027年,', 'extends'],
    ['详见※。', 'cites'],
    ['你局※收悉。', 'cites'],
    ['※对其中三个条款作出的修改同时施行', 'cites'],
    ['已由※明令废止', 'cites'],
    ['印发※。', 'cites'],
    ['※', 'cites'],
    ['', 'cites'],
  ])('%s %s', (sentence, relation) => {
    expect(relationIn(sentence)).toBe(relation);
  });
});
