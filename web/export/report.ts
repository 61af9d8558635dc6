import type { Fan, Summary } from '../../sim/outcomes/summary.js';
export interface ReportModel {
  name: string;
  system: string;
  winter: string;
  plans: string[];
  hash: string;
}
export interface ReportInput {
  summary: Summary;
  fans: Fan[];
  models: ReportModel[];
}
export function reportHtml(_input: ReportInput): string {
  return '';
}
