import { expect, type Locator, type Page } from '@playwright/test';

/**
 * What a reader does with the portal. Everything is found by what it is and what it is called, as
 * the reader finds it.
 */
export class Portal {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Goes to an address below the root: `/shili/issues/2023/1`. */
  async open(address: string): Promise<void> {
    await this.page.goto(address);
  }

  /**
   * Waits until script has taken the page of a document over: before that its citations and markers
   * are plain links.
   */
  async awaitScript(): Promise<void> {
    await this.page.waitForFunction(() => document.querySelector('.bar')?.getAttribute('style')?.includes('--read'));
  }

  async openHome(): Promise<void> {
    await this.open('/');
  }

  /** From home to the page of 示例市. */
  async openMunicipality(name: string): Promise<void> {
    await this.main.getByRole('link', { name, exact: true }).click();
    await expect(this.heading).toHaveText(`${name}人民政府公报`);
  }

  /** From a municipality to 2023年第1号. */
  async openIssue(year: number, number: number): Promise<void> {
    await this.issueLink(year, number).click();
    await expect(this.heading).toContainText(`${year}年第${number}号`);
  }

  issueLink(year: number, number: number): Locator {
    return this.ofYear(year).getByRole('link', { name: new RegExp(`^第${number}号`) });
  }

  /** A year in the list of issues. */
  ofYear(year: number): Locator {
    const heading = this.page.getByRole('heading', { name: `${year}年` });
    return this.main.getByRole('listitem').filter({ has: heading });
  }

  /** From the contents of an issue, or another list, to the document that bears the number. */
  async openDocument(docNumber: string): Promise<void> {
    await this.entry(docNumber).getByRole('link').click();
    await expect(this.docNumber(docNumber)).toBeVisible();
  }

  /**
   * The line of a list that stands for a document: it has the number beside the title. A line that
   * only links the number is a citation.
   */
  entry(docNumber: string): Locator {
    const numberAlone = this.page.getByRole('link', { name: docNumber, exact: true });
    // The sentences that a line may hold on its validity name other documents.
    const itsOwn = this.page.locator('.wenhao', { hasText: docNumber });
    return this.main.getByRole('listitem').filter({ has: itsOwn, hasNot: numberAlone });
  }

  /** The number in the head of a document's page, or of one of its sections. */
  docNumber(docNumber: string): Locator {
    return this.main.getByRole('article').getByText(docNumber, { exact: true }).first();
  }

  /** From a marker in the text, such as 第五条, to the page of that section alone. */
  async openSection(marker: string): Promise<void> {
    await this.main.getByRole('link', { name: marker, exact: true }).click();
    // With script the marker opens the card of its section, which leads there; before script runs,
    // or without, it is a plain link.
    const alone = this.page.getByRole('dialog').getByRole('link', { name: '单独一页' });
    const arrived = this.page.getByRole('heading', { level: 1 }).filter({ hasText: marker });
    await expect(alone.or(arrived)).toBeVisible();
    if (await alone.isVisible()) await alone.click();
    await expect(this.heading).toContainText(marker);
  }

  /** From the page of a section to its place in the whole document. */
  async openWholeDocument(): Promise<void> {
    await this.main.getByRole('link', { name: '在全文中看这一节' }).click();
    await expect(this.place).toBeInViewport();
  }

  /** The links of a number in the running text. */
  citations(docNumber: string): Locator {
    return this.main.getByRole('paragraph').getByRole('link', { name: docNumber, exact: true });
  }

  /**
   * Presses the first mention of a number in the running text; gives the address of the section
   * that it stands in.
   */
  async followCitation(docNumber: string): Promise<string> {
    const citation = this.citations(docNumber).first();
    const section = await this.sectionOf(citation);
    await citation.click();
    return section;
  }

  /**
   * The address of the section that something in the text stands in: of the last thing with an
   * address that begins before it.
   */
  async sectionOf(place: Locator): Promise<string> {
    return place.evaluate((element) => {
      const begun = [...document.querySelectorAll('article [id]')].filter(
        (other) => other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING,
      );
      return begun.at(-1)?.id ?? '';
    });
  }

  /** 时效: what sentences say of whether a document is in force. */
  get validity(): Locator {
    return this.main.getByRole('region', { name: '时效' });
  }

  /** 被引用, on the page of a document. */
  get citedBy(): Locator {
    return this.main.getByRole('region', { name: '被引用' });
  }

  /** The line of a list of citing documents that stands for one of them. */
  citing(docNumber: string): Locator {
    const inBy = this.page.getByText(docNumber, { exact: true }).and(this.page.locator(':not(mark)'));
    return this.main
      .getByRole('listitem')
      .filter({ has: inBy })
      .filter({ has: this.page.getByRole('blockquote') });
  }

  /** From a list of citing documents to the section of one of them that cites. */
  async openCitingSection(docNumber: string): Promise<void> {
    await this.citing(docNumber).getByRole('link').nth(1).click();
    await expect(this.place).toBeInViewport();
  }

  /** Types a text into the page's search box and sends it, wherever it leads. */
  async type(text: string): Promise<void> {
    const box = this.searchBox;
    await box.fill(text);
    await box.press('Enter');
  }

  /** Types words into the page's search box and sends them. */
  async search(words: string): Promise<void> {
    await this.type(words);
    await this.arrive(/\/search\?q=/);
  }

  /**
   * Waits until a link or a form has led to an address, and the page there is whole: what is
   * counted at once is counted there.
   */
  async arrive(address: string | RegExp): Promise<void> {
    await expect(this.page).toHaveURL(address);
    await this.page.waitForLoadState();
  }

  get searchBox(): Locator {
    // With script it is a combobox.
    return this.page.getByRole('search').getByLabel('检索', { exact: true });
  }

  /** Types words into the box of a document's page and sends them. */
  async findInside(words: string): Promise<void> {
    const box = this.page.getByRole('searchbox', { name: '在本文件中查找' });
    // On a phone the field comes when it is asked for.
    if (await box.isHidden()) await this.main.getByRole('link', { name: '查找' }).click();
    await box.fill(words);
    await box.press('Enter');
    await expect(this.hitsInside).toBeInViewport();
  }

  /** What a search inside the document found, above its text. */
  get hitsInside(): Locator {
    return this.main.getByRole('region', { name: /本文件|标题/ });
  }

  /** The words that are marked in the text of the page, not those of the list above it. */
  get marks(): Locator {
    return this.main.locator('.prose mark');
  }

  /** The documents that a search found. */
  get hits(): Locator {
    return this.main.getByRole('listitem').filter({ has: this.page.getByRole('heading') });
  }

  get main(): Locator {
    return this.page.getByRole('main');
  }

  /** The one first heading of the page. */
  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  /** What the part of the address after # leads to. */
  get place(): Locator {
    return this.page.locator(':target');
  }

  get sampleNotice(): Locator {
    return this.page.getByRole('complementary').filter({ hasText: '示例市是虚构的示例' });
  }

  /** The address that the page itself gives as its own, without the host. */
  async canonical(): Promise<string> {
    const href = await this.page.locator('link[rel=canonical]').getAttribute('href');
    const { pathname, search } = new URL(href ?? '');
    return decodeURI(pathname + search);
  }

  async description(): Promise<string> {
    return (await this.page.locator('meta[name=description]').getAttribute('content')) ?? '';
  }
}
