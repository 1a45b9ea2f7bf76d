import { describe, expect, it } from 'vitest';
import { readLines } from '../../../lines/read-lines';
import { Source } from '../../../source';
import { readTokens } from '../../tokens';
import { typedCells, typedRows } from './typed-rows';

/** Rows as they are read; a dot is merged with the cell above, and _ is empty. */
function rowsOf(cells: string): string[] | null {
  const tokens = readTokens(readLines(new Source(cells.split(' ').join('\n'))));
  const reading = typedRows(tokens);
  const show = (key: string | undefined | null): string => key ?? (key === null ? '.' : '_');
  return (
    reading &&
    typedCells(reading, tokens).map((row) => row.map((cell) => show(cell === null ? null : cell?.key)).join(' '))
  );
}

describe('rows some of which lack a cell', () => {
  it('are cut where figures and words keep their columns, groups in front being printed once', () => {
    expect(rowsOf('片区 渡口 船数 河东 柳渡 3 石渡 5 河西 沙渡 4 梅渡 2')).toEqual([
      '河东 柳渡 3',
      '. 石渡 5',
      '河西 沙渡 4',
      '. 梅渡 2',
    ]);
  });

  it('are cut where the last column is merged, and end in the total', () => {
    expect(rowsOf('渡口 船数 管护 柳渡 3 河东站 石渡 5 沙渡 4 梅渡 2 河西站 合计 14')).toEqual([
      '柳渡 3 河东站',
      '石渡 5 .',
      '沙渡 4 .',
      '梅渡 2 河西站',
      '合计 14 _',
    ]);
  });

  it('have empty remarks, and are counted where they have numbers', () => {
    expect(rowsOf('序号 渡口 船数 备注 1 柳渡 3 2 石渡 5 新建 3 沙渡 4')).toEqual([
      '1 柳渡 3 _',
      '2 石渡 5 新建',
      '3 沙渡 4 _',
    ]);
    expect(rowsOf('序号 渡口 船数 备注 1 柳渡 3 2 石渡 5 新建 4 沙渡 4'), '3 is missing').toBeNull();
  });

  it('are not read where there are two ways, or where one cell alone is left out', () => {
    expect(rowsOf('片区 渡口 站 河东 柳渡 东站 石渡 南站 河西 沙渡 西站 梅渡 北站'), 'words alone').toBeNull();
    expect(rowsOf('片区 渡口 船数 河东 柳渡 3 石渡 5 河西 沙渡 4 河南 梅渡 2')).toBeNull();
  });
});
