import type { Level } from '@/lib/check/report';

/** How a level is told: by a word and a form; colour comes third. */
export const levelLooks: Record<Level, { word: string; sign: string; meaning: string }> = {
  change: { word: '要改', sign: '■', meaning: '写法不规范，或者文号、标题、条款对不上' },
  notice: { word: '留意', sign: '▲', meaning: '写得对，但有情况要知道' },
  unknown: { word: '无从核对', sign: '○', meaning: '本站没有原文，不等于写错' },
  fine: { word: '相符', sign: '✓', meaning: '与本站收录的原文对得上' },
};
