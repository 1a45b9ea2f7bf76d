/**
 * The style sheet of a book. Reading systems choose typeface and size; this only sets what is
 * centred, boxed and indented.
 */
export const EPUB_STYLE = `body { line-height: 1.8; }
p { margin: 0; text-indent: 2em; text-align: justify; }
h1, h2, h3, h4, h5, h6 { font-size: 1em; line-height: 1.6; margin: 0.8em 0 0.4em; break-after: avoid; }
h1, .part { font-size: 1.4em; text-align: center; }
.part { break-before: page; margin: 1em 0; }
.label { font-size: 0.7em; font-weight: normal; }
.kai { font-family: Kaiti SC, STKaiti, KaiTi, serif; font-weight: normal; }
.fangsong { font-weight: normal; }
.centre, .docnumber, .caption, caption { text-align: center; text-indent: 0; }
.addressee, .flush, .cover p, td p, th p { text-indent: 0; }
.quote { margin-left: 2em; }
.signature { width: max-content; max-width: 100%; margin: 1.5em 2em 1em auto; }
.signature p { text-align: center; text-indent: 0; }
.attachments { margin: 1em 0 0 2em; }
.attachments p, .imprint p { text-indent: 0; }
.title p { text-align: center; text-indent: 0; font-size: 1.2em; }
.imprint { border-top: 1px solid; border-bottom: 1px solid; margin-top: 2em; }
.callout { border: 1px solid; margin: 1em 0; padding: 0.5em 1em; }
.callout > :first-child { text-align: center; margin-top: 0; }
table { border-collapse: collapse; width: 100%; font-size: 0.85em; line-height: 1.5; margin: 0.5em 0; }
td, th { border: 1px solid; padding: 0.2em 0.4em; vertical-align: middle; }
caption, .caption { font-weight: bold; }
ul { list-style: none; margin: 0 0 0 2em; padding: 0; }
.remark, .source { font-size: 0.8em; text-indent: 0; }
.source { border-top: 1px solid; margin-top: 2em; }
.source p { text-indent: 0; text-align: left; }
.cover { text-align: center; }
.cover p { text-align: center; }
`;
