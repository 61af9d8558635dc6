// web/state/store.ts: a value that changes, and who wants to know.

/** Holds one value; listeners are called after each change. */
export class Store<T extends object> {
  private readonly listeners = new Set<() => void>();

  constructor(private value: T) {}

  get(): T {
    return this.value;
  }

  /** Replaces some fields; nobody is told when none of them differs. */
  set(fields: Partial<T>): void {
    const keys = Object.keys(fields) as (keyof T)[];
    if (keys.every((key) => Object.is(fields[key], this.value[key]))) return;
    this.value = { ...this.value, ...fields };
    for (const listener of [...this.listeners]) listener();
  }

  /** @returns a function that ends the subscription */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
