// workers/daily-memory.ts: room for daily series of thousands of winters: one array for all of them, and
// views into it that stay, so that loading them again and again leaves nothing to be collected.

export class DailyMemory {
  private numbers = new Float64Array(0);
  private views: Float64Array[] = [];
  private days = 0;

  /**
   * So many series at least, of so many days each, over whatever was there. The array is replaced when
   * it is too small, and until the old one is collected both take memory: ask for the most first.
   */
  room(count: number, days: number): readonly Float64Array[] {
    if (this.numbers.length < count * days) {
      this.numbers = new Float64Array(count * days);
      this.views = [];
    }
    if (this.days !== days) this.views = [];
    this.days = days;
    for (let i = this.views.length; i < count; i++) {
      this.views.push(this.numbers.subarray(i * days, (i + 1) * days));
    }
    return this.views;
  }
}
