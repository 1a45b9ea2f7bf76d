/**
 * The invented municipality of prisma/sample-corpus. Every page about it has a note that it is a
 * sample.
 */
export const sampleMunicipality = '示例市';
