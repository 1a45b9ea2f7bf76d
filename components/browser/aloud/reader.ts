import { markPassage, showPassage } from './mark-passage';
import type { Passage } from './passages';

export type ReaderState = 'resting' | 'reading' | 'paused';

/** Milliseconds in which a voice has to begin; after that there is none. */
const BEFORE_GIVING_UP = 5000;

/**
 * Reads passages with the browser's own voice, one after the other, marks the one that is read and
 * keeps it in sight. Pausing stops the voice, and going on repeats the passage: `pause()` of
 * browsers is not to be trusted on phones.
 */
export class Reader {
  readonly #passages: readonly Passage[];
  readonly #tell: (state: ReaderState, trouble: boolean) => void;
  #at = 0;
  #state: ReaderState = 'resting';
  /** Kept, since Chromium forgets to say that an utterance ended when nobody holds it. */
  #utterance: SpeechSynthesisUtterance | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  rate = 1;

  /** @param tell hears of every change; `trouble` when no voice speaks */
  constructor(passages: readonly Passage[], tell: (state: ReaderState, trouble: boolean) => void) {
    this.#passages = passages;
    this.#tell = tell;
  }

  get state(): ReaderState {
    return this.#state;
  }

  /** Reads on from a passage, the present one if none is named; behind the last one it rests. */
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

  step(by: 1 | -1): void {
    this.readFrom(Math.min(this.#at + by, this.#passages.length - 1));
  }

  /** Says the present passage again at the speed of now. */
  retry(): void {
    if (this.#state === 'reading') this.readFrom();
  }

  pause(): void {
    this.#silence();
    this.#change('paused');
  }

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

  /** Ends what is being said; its events are nobody's any more. */
  #silence(): void {
    clearTimeout(this.#timer);
    this.#utterance = null;
    speechSynthesis.cancel();
  }

  #change(state: ReaderState, trouble = false): void {
    this.#state = state;
    this.#tell(state, trouble);
  }
}
