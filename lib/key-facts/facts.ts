/** Where a fact was read. */
interface Said {
  /** What it is about: 城市低保标准; the task, the label, or the sentence itself. */
  subject: string;
  /** The sentence, or the row of a table, without blanks. */
  sentence: string;
}

/** An amount that a text sets, or sets anew. */
export interface AmountFact extends Said {
  kind: 'amount';
  /** For whom or when it holds, as printed: 对符合条件的失独家庭. */
  condition: string | null;
  /** As printed, without unit; several where a sentence changes several. Empty: none was before. */
  from: readonly string[];
  to: readonly string[];
  /** 最高 or 不超过, where the text says that. */
  bound: string | null;
  /** 元, 万元 or %, with what is counted: 元/人·月 */
  unit: string;
  /** `to` less `from`, where there is one of each. */
  difference: number | null;
  /** The first day that the sentence names, `YYYY-MM-DD`. */
  since: string | null;
}

/** A day by which something has to be done. */
export interface DeadlineFact extends Said {
  kind: 'deadline';
  /** `YYYY-MM-DD` */
  day: string;
}

/** For whom a document is: 本办法适用于 and what follows. */
export interface AudienceFact extends Said {
  kind: 'audience';
  words: string;
}

/** Who has to do it. */
export interface ResponsibleFact extends Said {
  kind: 'responsible';
  /** 牵头单位, 责任单位, 负责解释 */
  role: string;
  /** As printed: 市商务局、各县区人民政府 */
  units: string;
}

/** A number to call; never one of a mobile telephone, which is a person's. */
export interface TelephoneFact extends Said {
  kind: 'telephone';
  /** As printed. */
  numbers: string;
}

/** What a sentence or a row says, lifted out of it. */
export type Fact = AmountFact | DeadlineFact | AudienceFact | ResponsibleFact | TelephoneFact;

/** A fact with its place: the address of its 款, section or table. */
export type ShownFact = Fact & { address: string };

/** A fact with its place, and the address of the section that has it. */
export type PlacedFact = ShownFact & { section: string };
