import type { DisplaySetting, DisplaySettings } from '@/lib/settings/display-settings';

/** A row of the settings: its label, the setting, and what can be chosen. */
export interface DisplayRow {
  label: string;
  name: DisplaySetting;
  choices: readonly { value: string; word: string }[];
}

const sizes = [
  { value: 'large', word: '大' },
  { value: 'medium', word: '中' },
  { value: 'small', word: '小' },
];

export const elderSizeRow: DisplayRow = { label: '字体', name: 'elderSize', choices: sizes };

export const displayRows: readonly DisplayRow[] = [
  { label: '字体', name: 'size', choices: sizes },
  {
    label: '正文字体',
    name: 'face',
    choices: [
      { value: 'auto', word: '自动' },
      { value: 'song', word: '宋体' },
      { value: 'hei', word: '黑体' },
    ],
  },
  {
    label: '主题',
    name: 'theme',
    choices: [
      { value: 'system', word: '跟随系统' },
      { value: 'light', word: '浅色' },
      { value: 'dark', word: '深色' },
    ],
  },
  {
    label: '快捷键',
    name: 'keys',
    choices: [
      { value: 'on', word: '开' },
      { value: 'off', word: '关' },
    ],
  },
];

/**
 * One setting as a row of buttons, each of which sends the form: one press, with script or without.
 */
export function DisplayChoices({ row, settings }: { row: DisplayRow; settings: DisplaySettings }) {
  return (
    <fieldset className="choices">
      <legend>{row.label}</legend>
      {row.choices.map(({ value, word }) => (
        <button key={value} name={row.name} value={value} aria-pressed={settings[row.name] === value}>
          {word}
        </button>
      ))}
    </fieldset>
  );
}
