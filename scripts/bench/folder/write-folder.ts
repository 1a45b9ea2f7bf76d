import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { integer, logNormal, pick, randomFrom, seedOf, type Random } from '../search/random';
import { makeWriter, type Writer } from '../search/corpus/language';
import { listMunicipalities, makeTitle, pickAgency } from '../search/corpus/names';
import { makeVocabulary, type Vocabulary } from '../search/corpus/vocabulary';

/** Documents of one folder of texts, which is a year of a municipality. */
const documentsOfFolder = 500;
const sectionsOfDocument = { mean: 18, spread: 0.6, most: 150 };
const topics = 60;
/** A document cites one that was written before, or one that nobody holds. */
const citationsOfDocument = 3;
const validities = ['有效', '有效', '有效', '失效', '废止', '部分失效', ''];

/** A document of the folder: its text, and its row in the manifest. */
interface Written {
  file: string;
  text: string;
  row: string[];
}

/**
 * Writes a folder as a city has it: texts in folders of years, and a manifest beside them.
 * @param documents how many texts
 */
export async function writeFolder(folder: string, documents: number, seed: number): Promise<void> {
  const vocabulary = makeVocabulary(seed);
  const municipalities = listMunicipalities(Math.ceil(documents / (8 * documentsOfFolder)));
  const rows = [['文件名', '标题', '文号', '索引号', '主题分类', '有效性', '发布日期', '原文链接']];
  for (let at = 0; at < documents; at += documentsOfFolder) {
    const year = 2016 + (Math.floor(at / documentsOfFolder) % 8);
    const municipality = municipalities[Math.floor(at / (8 * documentsOfFolder))]!;
    await mkdir(path.join(folder, municipality, String(year)), { recursive: true });
    for (let serial = 1; serial <= Math.min(documentsOfFolder, documents - at); serial++) {
      const random = randomFrom(seedOf(seed, at, serial));
      const { file, text, row } = writeDocument({ random, vocabulary, municipality, year, serial });
      await writeFile(path.join(folder, file), text);
      rows.push(row);
    }
  }
  await writeFile(path.join(folder, 'manifest.csv'), `\ufeff${stringify(rows)}`);
}

interface Plan {
  random: Random;
  vocabulary: Vocabulary;
  municipality: string;
  year: number;
  serial: number;
}

function writeDocument({ random, vocabulary, municipality, year, serial }: Plan): Written {
  const writer = makeWriter(vocabulary, integer(random, 0, topics - 1));
  const agency = pickAgency(random, municipality);
  const number = `${agency.code}〔${year}〕${serial}号`;
  const { title } = makeTitle(random, agency, writer.words(random, 8), false);
  const day = `${year}年${integer(random, 1, 12)}月${integer(random, 1, 28)}日`;
  const file = `${municipality}/${year}/${serial}.txt`;
  const lines = [number, '', title, '', '各县区人民政府,市政府各部门:', ...writeSections(random, writer)];
  for (let count = integer(random, 0, 2 * citationsOfDocument); count > 0; count--) {
    const of = `${pick(random, [agency.code, '国发', '国办发'])}〔${year - integer(random, 0, 3)}〕${integer(random, 1, documentsOfFolder)}号`;
    lines.push(`  按照${of}要求,${writer.words(random, 12)}。`);
  }
  lines.push('', `  ${agency.name}`, `  ${day}`, '');
  const published = day.replace(/[年月]/g, '/').replace('日', '');
  const index = `${String(seedOf(municipality)).padStart(10, '0')}/${year}-${String(serial).padStart(5, '0')}`;
  const address = `http://www.example.gov.cn/${year}/${serial}.html`;
  return {
    file,
    text: lines.join('\n'),
    row: [
      file,
      title,
      number,
      index,
      pick(random, ['农业、林业、水利', '财政、金融', '城乡建设']),
      pick(random, validities),
      published,
      address,
    ],
  };
}

const chinese = '一二三四五六七八九十';

/** Writes sections of two levels: 一、 and (一). */
function writeSections(random: Random, writer: Writer): string[] {
  const { mean, spread, most } = sectionsOfDocument;
  const count = Math.min(most, Math.max(1, Math.round(logNormal(random, mean, spread))));
  const lines: string[] = [];
  let first = 0;
  let second = 10;
  for (let at = 0; at < count; at++) {
    const isFirst = first === 0 || (second >= 3 && first < 10 && random() < 0.5) || second >= 10;
    if (isFirst && first < 10) {
      lines.push(`${chinese[first++]}、${writer.words(random, 6)}`);
      second = 0;
    } else if (second < 10) lines.push(`  (${chinese[second++]})${writer.words(random, 6)}。`);
    lines.push(...writer.paragraphs(random, []).map((paragraph) => `  ${paragraph.replaceAll('\n', '')}`));
  }
  return lines;
}
