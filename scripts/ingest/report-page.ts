import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { FileReport } from '@/lib/db/ingest';
import type { DocumentPreview, FilePreview, PassagePreview, StopPreview } from '@/lib/db/ingest/preview/preview';
import { escapeXml } from '@/lib/export/xml';
import { withoutHalves } from '@/lib/gazette/words/chars';
import { differenceOf } from '@/lib/versions';
import { REPORT_STYLES } from './report-styles';

/** The line by which a report is known that may be written over. */
const MARK = '<!-- gongbao: ingest report -->';

/**
 * Writes the report on a dry run as a page to look at.
 * @throws Error where something else is in the file
 */
export function writeReport(file: string, reports: readonly FileReport[], now: Date): void {
  refuseOthers(file);
  writeFileSync(file, reportPage(reports, now));
}

/** @throws Error where a file is there that is no report of this command */
export function refuseOthers(file: string): void {
  if (!existsSync(file)) return;
  if (readFileSync(file, 'utf8').split('\n', 2)[1] === MARK) return;
  throw new Error(`${file} is there already, and no report of this command: name another file, or move it away.`);
}

/** Makes the page: whole in itself, without script. Everything from files is escaped. */
function reportPage(reports: readonly FileReport[], now: Date): string {
  const day = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeStyle: 'short' }).format(now);
  return [
    '<!doctype html>',
    MARK,
    '<html lang="zh-Hans">',
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">',
    '<meta name="robots" content="noindex"><title>收录预览</title>',
    `<style>${REPORT_STYLES}</style></head>`,
    `<body><header><h1>收录预览</h1><p>${escapeXml(day)}，与库中现有文字对照。尚未收录，库中没有任何改动。</p>`,
    summary(reports),
    '</header><main>',
    ...reports.map((report, at) => fileSection(report, at)),
    '</main></body></html>',
    '',
  ].join('\n');
}

const stopsOf = ({ error, preview }: FileReport): number => (error === undefined ? (preview?.stops.length ?? 0) : 1);

function summary(reports: readonly FileReport[]): string {
  const stopped = reports.filter((report) => stopsOf(report) > 0).length;
  const documents = reports.flatMap(({ preview }) => preview?.documents ?? []);
  const counted = (Object.keys(STATES) as DocumentPreview['state'][]).flatMap((state) => {
    const count = documents.filter((each) => each.state === state).length;
    return count > 0 ? [`${STATES[state]} ${count} 篇`] : [];
  });
  const sentence = [`共 ${reports.length} 个文件`, ...counted].join('，');
  const warning = stopped > 0 ? `<p class="stop">其中 ${stopped} 个文件会被拦下，不予收录，原因见下。</p>` : '';
  return `<p>${sentence}。</p>${warning}`;
}

const STATES: Record<DocumentPreview['state'], string> = {
  new: '新增',
  back: '恢复',
  changed: '有改动',
  same: '无改动',
  moved: '并入他篇',
  gone: '消失',
};
const KINDS: Record<PassagePreview['kind'], string> = { came: '新增', gone: '消失', changed: '改动', moved: '移位' };

function fileSection({ path, error, preview }: FileReport, at: number): string {
  const head = `<section aria-labelledby="f${at}"><h2 id="f${at}">${escapeXml(path)}</h2>`;
  if (error !== undefined)
    return `${head}<div class="stop"><p>不能收录：</p><p lang="en">${escapeXml(error)}</p></div></section>`;
  if (!preview) return `${head}<p>没有可对照的数据库。</p></section>`;
  const others = preview.replaces.filter((each) => each !== path);
  return [
    head,
    ...(preview.isHeld ? ['<p>库中已有完全相同的文件。</p>'] : []),
    ...(others.length > 0 ? [`<p>将取代：${others.map(escapeXml).join('、')}</p>`] : []),
    stopBox(preview),
    overview(preview),
    ...preview.documents.filter(({ state, passages }) => state !== 'new' && passages.length > 0).map(documentSection),
    '</section>',
  ].join('\n');
}

function stopBox({ stops }: FilePreview): string {
  if (stops.length === 0) return '';
  const items = stops.map((stop) => `<li>第 ${stop.line} 行：${stopSentence(stop)}</li>`);
  return `<div class="stop"><p>会被拦下：库中的文字将会丢失。确认无误后，加 <code>--accept</code> 再收录。</p><ul>${items.join('')}</ul></div>`;
}

function stopSentence({ kind, title, docNumber, lost, of, beginning }: StopPreview): string {
  const document = `${escapeXml(docNumber ?? '')}《${escapeXml(title)}》`;
  const words = `“${escapeXml(withoutHalves(beginning.slice(0, 40)))}${beginning.length > 40 ? '…' : ''}”`;
  switch (kind) {
    case 'document':
      return `${document}不见了，别处也没有它的文字。`;
    case 'contents':
      return `目录中的${words}不再对应单独的正文。`;
    case 'words':
      return `${document}共 ${of} 字，将丢失 ${lost} 字，自${words}起。`;
    case 'citations':
      return `${document}原有引用 ${of} 处，将少 ${lost} 处，首先是${words}。`;
  }
}

function overview({ documents }: FilePreview): string {
  const rows = documents.map(
    ({ state, title, docNumber, address, former, sections, tables, citations, characters }) => `<tr class="${state}">
<th scope="row">${escapeXml(title)}${docNumber === null ? '' : `<br><small>${escapeXml(docNumber)}</small>`}${formerly(former)}<br><small>/${escapeXml(address)}</small></th>
<td>${STATES[state]}</td><td>${counts(sections)}</td><td>${counts(tables)}</td><td>${fromTo(citations)}</td>
<td>${fromTo(characters)}${characters.lost > 0 ? `<br><strong>丢失 ${characters.lost}</strong>` : ''}</td></tr>`,
  );
  return `<div class="wide" role="region" aria-label="逐篇结果" tabindex="0"><table><thead><tr>${['文件', '结果', '条款', '表格', '引用', '字数'].map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`;
}

function formerly({ title, docNumber, address }: DocumentPreview['former']): string {
  const facts = [
    ...(title === undefined ? [] : [`原标题：${escapeXml(title)}`]),
    ...(docNumber === undefined ? [] : [`原文号：${docNumber === null ? '无' : escapeXml(docNumber)}`]),
    ...(address === undefined ? [] : [`原地址：/${escapeXml(address)}`]),
  ];
  return facts.map((fact) => `<br><small>${fact}</small>`).join('');
}

const counts = ({ came, gone, changed, moved }: DocumentPreview['sections']): string =>
  [came && `新增 ${came}`, gone && `消失 ${gone}`, changed && `改动 ${changed}`, moved && `移位 ${moved}`]
    .filter(Boolean)
    .join('<br>') || '—';

const fromTo = ({ before, after }: { before: number; after: number }): string =>
  before === after ? String(after) : `${before} → ${after}`;

function documentSection({ title, passages }: DocumentPreview): string {
  const moved = passages.filter(({ kind }) => kind === 'moved');
  const others = passages.filter(({ kind }) => kind !== 'moved');
  const list = moved.map((each) => `<li>${nameOf(each)} → ${placeOf(each)}</li>`);
  return [
    `<article><h3>${escapeXml(title)}</h3>`,
    ...others.map(passageSection),
    ...(list.length > 0
      ? [`<details><summary>移位 ${list.length} 处，文字未变</summary><ul>${list.join('')}</ul></details>`]
      : []),
    '</article>',
  ].join('\n');
}

function passageSection(passage: PassagePreview): string {
  const place =
    passage.kind === 'changed' && passage.to && placeOf(passage) !== nameOf(passage) ? ` → ${placeOf(passage)}` : '';
  const stretches = differenceOf(passage.before, passage.after).map(({ kind, text }) => {
    const words = escapeXml(text);
    return kind === 'same' ? words : kind === 'added' ? `<ins>${words}</ins>` : `<del>${words}</del>`;
  });
  return `<div class="passage ${passage.kind}"><h4><span class="kind">${KINDS[passage.kind]}</span> ${nameOf(passage)}${place}</h4><p class="words">${stretches.join('')}</p></div>`;
}

const nameOf = ({ marker, heading, address }: Pick<PassagePreview, 'marker' | 'heading' | 'address'>): string =>
  escapeXml([marker, heading].filter(Boolean).join(' ') || address);

const placeOf = ({ to }: PassagePreview): string =>
  to === null ? '' : `${to.document === null ? '' : `《${escapeXml(to.document)}》`}${nameOf(to)}`;
