/** The results folder of the example; simulated now if it is not there yet. */
export function exampleFolder(): Promise<string>;
/** What the page needs of the example: the summary, single winters, and the daily series of its charts. */
export function exampleFiles(): Promise<{ summary: string; daily: string; singles: string }>;
