const placeOf = (key: string): string => key.replace(/^中共/, '').slice(0, 2);

/** Tells whether two agencies are of one place: 示例市财政局 and 国家税务总局示例市税务局 are. */
export const ofOnePlace = (one: string, other: string): boolean =>
  placeOf(one) === placeOf(other) || one.includes(placeOf(other)) || other.includes(placeOf(one));
