import { markPassage, showPassage } from './mark-passage';
import type { SpokenPassage } from './passages';

/** What the voice does: nothing, reads, or waits where it was. */
export type ReaderState = 'resting' | 'reading' | 'paused';

/** Milliseconds in which a voice has to begin; without it there is none. */
const BEFORE_GIVING_UP = 5000;

/**
 * Reads passages with the browser's own voice, one after the other.
 * The one that is read is marked and kept in sight. Pausing stops the voice, and going on repeats
 * the passage: `pause()` of browsers does not work on all phones.
 */
export class Reader {
  readonly #passages: readonly SpokenPassage[];
  readonly #report: (state: ReaderState, trouble: boolean) => void;
  #at = 0;
  #state: ReaderState = 'resting';
  /** Kept, since Chromium does not report the end of an utterance without a reference. */
  #utterance: SpeechSynthesisUtterance | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  rate = 1;

  /** @param report is called at every change; `trouble` says that no voice speaks */
  constructor(passages: readonly SpokenPassage[], report: (state: ReaderState, trouble: boolean) => void) {
    this.#passages = passages;
    this.#report = report;
  }

  get state(): ReaderState {
    return this.#state;
  }

  /** Reads on from a passage, or from the present one, to the end. */
  readFrom(at = this.#at): void {
    this.#silence();
    const passage = this.#passages[Math.max(0, at)];
    if (!passage) {
      this.stop();
      return;
    }
    this.#at = Math.max(0, at);
    this.#change('reading');
    markPassage(passage.words);
    showPassage(passage.words);
    this.#say(passage.said);
  }

  /** Reads the passage before or behind the present one. */
  step(by: 1 | -1): void {
    this.readFrom(Math.min(this.#at + by, this.#passages.length - 1));
  }

  /** Says the present passage again at the speed of now. */
  retry(): void {
    if (this.#state === 'reading') this.readFrom();
  }

  /** Stops the voice, to go on with the present passage. */
  pause(): void {
    this.#silence();
    this.#change('paused');
  }

  /** Ends the reading; `trouble` says that no voice spoke. */
  stop(trouble = false): void {
    this.#silence();
    markPassage(null);
    this.#change('resting', trouble);
  }

  #say(words: string): void {
    const utterance = new SpeechSynthesisUtterance(words);
    utterance.lang = 'zh-CN';
    utterance.rate = this.rate;
    utterance.onstart = () => clearTimeout(this.#timer);
    utterance.onend = () => this.#utterance === utterance && this.readFrom(this.#at + 1);
    utterance.onerror = () => this.#utterance === utterance && this.stop(true);
    this.#utterance = utterance;
    this.#timer = setTimeout(() => this.stop(true), BEFORE_GIVING_UP);
    speechSynthesis.speak(utterance);
  }

  /** Ends what is being said; its events are ignored from now on. */
  #silence(): void {
    clearTimeout(this.#timer);
    this.#utterance = null;
    speechSynthesis.cancel();
  }

  #change(state: ReaderState, trouble = false): void {
    this.#state = state;
    this.#report(state, trouble);
  }
}
