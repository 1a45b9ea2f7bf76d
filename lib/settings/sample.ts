/**
 * The invented municipality of prisma/sample-corpus. Every page that shows it says that it is a
 * sample.
 */
export const sampleMunicipality = '示例市';
