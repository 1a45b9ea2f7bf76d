import { make } from '@/components/browser/elements';

/** What a combobox lists, and what becomes of it. */
interface ComboboxOptions<Item> {
  /** The style class of the list. */
  look: string;
  /** The name of the list for screen readers. */
  label: string;
  /** Gives what the line of an item holds. */
  show: (item: Item) => Node[];
  /** Gives what is announced when the list opens or its length changes. */
  count: (count: number) => string;
  /** Is called with the item that Enter or a press has chosen. */
  choose: (item: Item) => void;
}

/** Numbers the lists of a page, for their ids. */
let lists = 0;

/**
 * A text field with a list of items below it, which the field's owner sets.
 * It is the editable combobox with list autocomplete of the ARIA Authoring Practices: the focus
 * stays in the field, `aria-activedescendant` names the active item, and what was typed is never
 * changed. The list stands right behind the field, which has its role already (offer-suggestions).
 */
export class Combobox<Item> {
  readonly #field: HTMLInputElement;
  readonly #options: ComboboxOptions<Item>;
  readonly #list: HTMLUListElement;
  readonly #status = make('span', { class: 'sr-only', role: 'status' });
  #items: readonly Item[] = [];
  /** Whether the list is to be open as soon as there are items. */
  #isWanted = false;
  /** Which item Enter would choose; -1 for none. */
  #active = -1;

  constructor(field: HTMLInputElement, options: ComboboxOptions<Item>) {
    this.#field = field;
    this.#options = options;
    this.#list = make('ul', {
      id: `listbox-${++lists}`,
      class: options.look,
      role: 'listbox',
      'aria-label': options.label,
      // Where the list scrolls, browsers would make it a stop of the tab key.
      tabindex: '-1',
      hidden: '',
    });
    field.setAttribute('aria-controls', this.#list.id);
    field.after(this.#list, this.#status);
    this.#listen();
  }

  /** Replaces the items; none is active, so that Enter never chooses what has just come. */
  setItems(items: readonly Item[]): void {
    this.#items = items;
    this.#active = -1;
    const lines = items.map((item, at) =>
      make('li', { role: 'option', id: `${this.#list.id}-${at}` }, ...this.#options.show(item)),
    );
    this.#list.replaceChildren(...lines);
    this.#update();
  }

  /**
   * Opens the list, now or when there are items.
   * @param active the item to begin at, -1 for none
   */
  open(active = -1): void {
    this.#isWanted = true;
    this.#activate(Math.min(active, this.#items.length - 1));
  }

  /** Closes the list and chooses nothing. */
  close(): void {
    this.#isWanted = false;
    this.#activate(-1);
  }

  get #isOpen(): boolean {
    return this.#isWanted && this.#items.length > 0;
  }

  #listen(): void {
    const [field, list] = [this.#field, this.#list];
    field.addEventListener('keydown', (event) => this.#press(event));
    field.addEventListener('click', () => (this.#isOpen ? this.close() : this.open()));
    field.addEventListener('blur', () => this.close());
    // A press in the list must not take the focus from the field.
    list.addEventListener('mousedown', (event) => event.preventDefault());
    list.addEventListener('pointermove', (event) => event.pointerType !== 'touch' && this.#activate(this.#at(event)));
    list.addEventListener('pointerleave', () => this.#activate(-1));
    list.addEventListener('click', (event) => this.#choose(this.#at(event)));
    // On a touch screen the field keeps the focus when something else is pressed. A finger that
    // scrolls the page ends in no `pointerup`.
    document.addEventListener('pointerup', ({ target }) => !this.#holds(target as Node) && this.close());
  }

  /** What each key does; gives whether the key was meant for the list. */
  readonly #keys: Readonly<Record<string, (event: KeyboardEvent) => boolean>> = {
    ArrowDown: ({ altKey }) => {
      if (this.#isOpen) this.#move(this.#active + 1);
      else this.open(altKey ? -1 : 0);
      return true;
    },
    ArrowUp: ({ altKey }) => {
      if (!this.#isOpen) this.open(this.#items.length - 1);
      else if (altKey) this.close();
      else this.#move(this.#active < 0 ? -1 : this.#active - 1);
      return true;
    },
    Home: () => this.#isOpen && this.#move(0),
    PageUp: () => this.#isOpen && this.#move(0),
    End: () => this.#isOpen && this.#move(-1),
    PageDown: () => this.#isOpen && this.#move(-1),
    // With no active item Enter sends the form.
    Enter: () => this.#isOpen && this.#choose(this.#active),
    // With a closed list Escape clears the field, as in any search field.
    Escape: () => {
      const wasOpen = this.#isOpen;
      if (wasOpen) this.close();
      return wasOpen;
    },
  };

  #press(event: KeyboardEvent): void {
    if (event.isComposing) {
      // Some input methods send the Enter that ends a word to the page as well.
      if (event.key === 'Enter') event.preventDefault();
      return;
    }
    // Safari sends that Enter after the word has ended, with the code of all keys of input methods.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else says so
    if (event.keyCode === 229) return;
    if (this.#keys[event.key]?.(event)) event.preventDefault();
  }

  /** Makes an item active and scrolls to it; the first follows the last. */
  #move(to: number): true {
    const count = this.#items.length;
    this.#activate((to + count) % count);
    this.#list.children[this.#active]?.scrollIntoView({ block: 'nearest' });
    return true;
  }

  #activate(at: number): void {
    this.#active = at;
    this.#update();
  }

  #choose(at: number): boolean {
    const item = this.#items[at];
    if (item === undefined) return false;
    this.close();
    this.#options.choose(item);
    return true;
  }

  /** The item that an event of the list belongs to; -1 for none. */
  #at({ target }: Event): number {
    return [...this.#list.children].findIndex((line) => line.contains(target as Node));
  }

  #holds(node: Node): boolean {
    return this.#field.contains(node) || this.#list.contains(node);
  }

  /** Brings field, list and announcement up to date. */
  #update(): void {
    const isOpen = this.#isOpen;
    this.#list.hidden = !isOpen;
    for (const [at, line] of [...this.#list.children].entries())
      line.setAttribute('aria-selected', String(at === this.#active));
    this.#field.setAttribute('aria-expanded', String(isOpen));
    const active = isOpen ? this.#list.children[this.#active] : undefined;
    if (active) this.#field.setAttribute('aria-activedescendant', active.id);
    else this.#field.removeAttribute('aria-activedescendant');
    const said = isOpen ? this.#options.count(this.#items.length) : '';
    if (this.#status.textContent !== said) this.#status.textContent = said;
  }
}
