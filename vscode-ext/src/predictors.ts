/** What can be told of a file before the server has answered. */

/** Whether a text marks a predictor: `@compile(…)`, also by the name of its module. */
export function hasPredictor(text: string): boolean {
  return /^[ \t]*@(?:\w+\.)*compile\b/m.test(text);
}
