import { expect, test } from 'vitest';
import { repealedPlaces } from './repealed-places';

const NUMBER = '示政规〔2021〕2号';
const read = (sentence: string) => repealedPlaces({ sentence, words: NUMBER, wordsAt: sentence.indexOf(NUMBER) });

test.each<[string, string[]]>([
  [`《示例市停蜂场管理办法》（${NUMBER}）第三条同时废止。`, ['第三条']],
  [`《示例市停蜂场管理办法》（${NUMBER}）第三条、第五条第二款自2024年1月1日起废止。`, ['第三条', '第五条第二款']],
  [`废止《示例市停蜂场管理办法》（${NUMBER}）第三条。`, ['第三条']],
  [`一、废止《示例市停蜂场管理办法》（${NUMBER}）中的第三条和第七条之一。`, ['第三条', '第七条之一']],
  [`自本通知施行之日起，停止执行${NUMBER}第九条第（二）项。`, ['第九条第(二)项']],
  [`《示例市停蜂场管理办法》（${NUMBER}）附件2不再执行。`, ['附件2']],
  [`《示例市停蜂场管理办法》（${NUMBER}）除第五条外废止。`, []],
  [`除《示例市停蜂场管理办法》（${NUMBER}）第五条外，同时废止。`, []],
  [`《示例市停蜂场管理办法》（${NUMBER}）中关于收费的规定同时废止。`, []],
  [`《示例市停蜂场管理办法》（${NUMBER}）第三条至第五条废止。`, []],
  [`按照《示例市停蜂场管理办法》（${NUMBER}）第三条办理，原规定废止。`, []],
  [`《示例市停蜂场管理办法》（${NUMBER}）同时废止。`, []],
])('%s ends %j', (sentence, places) => expect(read(sentence)).toEqual(places));
