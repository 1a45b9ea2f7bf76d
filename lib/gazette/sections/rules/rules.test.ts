import { describe, expect, it } from 'vitest';
import { readLines } from '../../lines/read-lines';
import { measureSetting } from '../../lines/paragraphs';
import { Messages } from '../../messages';
import { Source } from '../../source';
import { BlockContext } from '../block-context';
import { buildBlocks } from '../build-blocks';
import { blockRules } from '.';
import type { BlockRule } from './rule';

const entries = Object.entries<BlockRule>(blockRules);

/** Names of the rules that take the lines of a text, in order. */
function rulesThatTake(text: string): string[] {
  const source = new Source(text);
  const lines = readLines(source);
  const surroundings = {
    source,
    lines,
    setting: measureSetting(lines),
    messages: new Messages(source),
    ids: new Map<string, number>(),
  };
  const context = new BlockContext(surroundings, { prefix: 'a-', from: 0, to: lines.length }, buildBlocks);
  const taken: string[] = [];
  for (let line = context.lineAt(0); line; line = context.lineAt(context.index))
    for (const [name, { take }] of entries)
      if (take(context, line)) {
        taken.push(name);
        break;
      }
  return taken;
}

describe('the rules for blocks, in their order', () => {
  it.each(entries.map(([name, { specimen }]) => [name, specimen]))('%s takes its specimen: %s', (name, specimen) => {
    expect(rulesThatTake(specimen)).toContain(name);
  });

  it.each([
    ['主题词 is imprint, though a portal has this key too', '主题词:林业 表彰 决定', ['keywords']],
    ['(1) in a cell is no section', '| 序号 | 事项 |\n| (1) | 申领 |\n| (2) | 备案 |', ['table']],
    ['1. below 附件: is no section', '附件:1.任务分工表\n2.联系人名单', ['attachmentList']],
    ['1. in a callout is no section of the text around it', '专栏1 人才工程\n1.引进。引进人才。', ['callout']],
    ['agencies above a date sign, and are no list', '一、单位名单\n示例市财政局\n示例市水利局\n2023年4月14日', ['numbered', 'signature']], // prettier-ignore
    ['agencies without a date are a list', '一、单位名单\n示例市财政局\n示例市水利局', ['numbered', 'nameList']],
    ['a numbered line is no name', '一、单位名单\n(一)示例市财政局\n(二)示例市水利局', ['numbered', 'numbered', 'numbered']], // prettier-ignore
    ['a number is a head only in front of all blocks', '各单位:\n示政发〔2023〕4号', ['paragraph', 'paragraph']],
  ])('%s', (_, text, rules) => {
    expect(rulesThatTake(text)).toEqual(rules);
  });
});
