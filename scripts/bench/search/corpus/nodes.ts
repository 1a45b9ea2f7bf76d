import { makeDocNumber } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';

// Nodes of the gazette tree as the parser makes them, but for their places: there is no source
// text.
const nowhere: ast.Position = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } };

export const text = (value: string): ast.Text => ({ type: 'text', value, position: nowhere });

export const paragraph = (...children: ast.Phrasing[]): ast.Paragraph => ({
  type: 'paragraph',
  children,
  position: nowhere,
});

export const citation = (docNumber: ast.DocNumber, relation: ast.Relation): ast.Citation => ({
  type: 'citation',
  value: docNumber.canonical,
  docNumber,
  relation,
  position: nowhere,
});

export const docNumberOf = (agencyCode: string, year: number, serial: number): ast.DocNumber =>
  makeDocNumber({ form: 'bracketed', agencyCode, year, serial });

export const part = (kind: ast.Part['kind'], id: string, title: string, children: ast.Block[]): ast.Part => ({
  type: 'part',
  kind,
  id,
  title,
  ...(kind === 'attachment' ? { label: `附件${id.slice(1)}` } : {}),
  children: [{ type: 'title', children: [text(title)], position: nowhere }, ...children],
  position: nowhere,
});

export const section = (
  id: string,
  marker: { style: ast.MarkerStyle; ordinal: number; value: string },
  heading: string,
  children: ast.Block[],
): ast.Section => ({
  type: 'section',
  id,
  marker: { type: 'marker', ...marker, position: nowhere },
  heading: heading === '' ? [] : [text(heading)],
  runIn: false,
  children,
  position: nowhere,
});

export const table = (id: string, caption: string, rows: string[][]): ast.Table => ({
  type: 'table',
  id,
  caption: [text(caption)],
  confidence: 'certain',
  columns: rows[0]?.length ?? 0,
  children: rows.map((cells, row) => ({
    type: 'tableRow',
    children: cells.map((cell, column) => ({
      type: 'tableCell',
      header: row === 0,
      column,
      rowSpan: 1,
      colSpan: 1,
      children: [paragraph(text(cell))],
      position: nowhere,
    })),
    position: nowhere,
  })),
  position: nowhere,
});

export const addressee = (value: string): ast.Addressee => ({
  type: 'addressee',
  children: [text(value)],
  position: nowhere,
});

export const signature = (agency: string, signedOn: string): ast.Signature => ({
  type: 'signature',
  agencies: [agency],
  signedOn,
  children: [text(agency), text(signedOn)],
  position: nowhere,
});

export const document = (fields: Omit<ast.Document, 'type' | 'position'>): ast.Document => ({
  type: 'document',
  ...fields,
  position: nowhere,
});

const toc = (documents: readonly ast.Document[]): ast.Toc => ({
  type: 'toc',
  children: [
    {
      type: 'tocGroup',
      heading: '政府文件',
      children: documents.map(({ title, docNumber }) => ({
        type: 'tocEntry',
        value: title,
        title,
        ...(docNumber ? { docNumber } : {}),
        position: nowhere,
      })),
      position: nowhere,
    },
  ],
  position: nowhere,
});

export const gazette = (municipality: string, issue: ast.Issue, documents: ast.Document[]): ast.Gazette => ({
  type: 'gazette',
  kind: 'issue',
  municipality,
  issue,
  children: [toc(documents), ...documents],
  position: nowhere,
});
